package sc.fiji.superres.tensorflow;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.tensorflow.TensorFlow;

import sc.fiji.superres.engine.Device;
import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.engine.Inference;
import sc.fiji.superres.engine.MemoryEstimate;
import sc.fiji.superres.engine.Placement;
import sc.fiji.superres.engine.Precision;
import sc.fiji.superres.engine.Threads;
import sc.fiji.superres.engine.Training;
import sc.fiji.superres.engine.TrainingSetup;
import sc.fiji.superres.engine.TrainingState;
import sc.fiji.superres.loader.DeviceChoice;
import sc.fiji.superres.loader.GpuMemoryLimit;
import sc.fiji.superres.loader.Guard;
import sc.fiji.superres.loader.Processor;
import sc.fiji.superres.network.Network;
import sc.fiji.superres.network.Weights;

/** TensorFlow Java on one device. */
public final class TensorFlowEngine implements Engine {

	/** JavaCPP reads it once; another JavaCPP of the JVM is to see what the user has set. */
	private static final String CACHE_LIBRARIES = "org.bytedeco.javacpp.cachelibraries";

	/** The places that have computed; shared by the engine on all its devices. */
	private final Set<Placement> warm;

	private final Guard guard;
	private final DeviceChoice choice;
	private final Device device;
	private Placement placement;
	private volatile int threads;

	/** Called by {@code Engines}, by name. */
	public TensorFlowEngine(final Guard guard) {
		final String before = System.setProperty(CACHE_LIBRARIES, "false");
		try {
			guard.run(TensorFlow::version); // loads the native libraries
		}
		finally {
			if (before == null) System.clearProperty(CACHE_LIBRARIES);
			else System.setProperty(CACHE_LIBRARIES, before);
		}
		this.guard = guard;
		warm = ConcurrentHashMap.newKeySet();
		choice = DeviceChoice.ofThisMachine();
		device = Device.AUTO;
		threads = Threads.parse("auto");
	}

	private TensorFlowEngine(final TensorFlowEngine loaded, final Device device) {
		guard = loaded.guard;
		warm = loaded.warm;
		choice = loaded.choice;
		threads = loaded.threads;
		this.device = device;
	}

	@Override
	public String name() {
		return "TensorFlow " + TensorFlow.version();
	}

	@Override
	public void useThreads(final int number) {
		threads = number;
	}

	@Override
	public Engine on(final Device other) {
		final TensorFlowEngine engine = new TensorFlowEngine(this, other);
		engine.placement(); // or refuse
		return engine;
	}

	/** Found out once, so that all of a run is where its first window is. */
	@Override
	public synchronized Placement placement() {
		if (placement == null) placement = choice.place(device, place -> guard.run(() -> SessionDevices.of(Sessions.config(threads,
			place, GpuMemoryLimit.megabytes()))));
		return placement;
	}

	/** Where it computes, ready to. */
	private Placement ready() {
		final Placement where = placement();
		if (warm.add(where)) guard.run(() -> {
			WarmUp.run(threads, where);
			return null;
		});
		return where;
	}

	@Override
	public Inference inference(final Network network, final Weights weights, final int height, final int width) {
		return new TensorFlowInference(network, weights, height, width, threads, ready());
	}

	@Override
	public long memory(final Network network, final long pixels) {
		return MemoryEstimate.inference(network, pixels);
	}

	@Override
	public long memory(final Network network, final TrainingSetup setup) {
		return MemoryEstimate.training(network, setup);
	}

	/**
	 * bfloat16 only where the processor computes with it: elsewhere it is emulated, and slower. On a GPU nothing was measured.
	 */
	@Override
	public Precision fastestTraining() {
		if (placement().isGpu()) return Precision.FLOAT32;
		final List<String> sets = Processor.current().instructionSets();
		return sets.contains("avx512_bf16") || sets.contains("amx_bf16") ? Precision.BFLOAT16 : Precision.FLOAT32;
	}

	@Override
	public Training training(final Network network, final TrainingState state, final TrainingSetup setup) {
		return new TensorFlowTraining(network, state, setup, threads, ready());
	}

	@Override
	public void writeSavedModel(final Network network, final Weights weights, final Path folder) throws IOException {
		SavedModels.write(network, weights, folder, threads);
	}

	@Override
	public Weights readSavedModel(final Network network, final Path folder) throws IOException {
		return SavedModels.read(network, folder, threads);
	}
}
