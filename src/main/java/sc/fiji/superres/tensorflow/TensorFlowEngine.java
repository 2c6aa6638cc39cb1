package sc.fiji.superres.tensorflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.tensorflow.TensorFlow;

import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.engine.Inference;
import sc.fiji.superres.engine.Precision;
import sc.fiji.superres.engine.Threads;
import sc.fiji.superres.engine.Training;
import sc.fiji.superres.engine.TrainingSetup;
import sc.fiji.superres.engine.TrainingState;
import sc.fiji.superres.network.Network;
import sc.fiji.superres.network.Weights;

/** TensorFlow Java on the CPU. */
public final class TensorFlowEngine implements Engine {

	/**
	 * Memory of a window against the tensors alive at once in it. Convolutions work on copies in layouts of their own;
	 * measured for EDSR-baseline: 1.9 at ×2, 1.5 at ×4.
	 */
	private static final double WORKSPACE = 2;

	/** Memory of a training against all its tensors: gradients, and copies in bfloat16. Measured for EDSR-baseline: below 2. */
	private static final double TRAINING_COPIES = 2;

	/** The weights, their gradients, two moments, and what is copied to set them. */
	private static final long WEIGHT_COPIES = 8;

	/** What the first run takes beside the window: threads, kernels, the graph. */
	private static final long BASE_BYTES = 200L << 20;

	/** JavaCPP reads it once; another JavaCPP of the JVM is to see what the user has set. */
	private static final String CACHE_LIBRARIES = "org.bytedeco.javacpp.cachelibraries";

	private volatile int threads = Threads.parse("auto");

	/** Called by {@code Engines}, by name. */
	public TensorFlowEngine() {
		final String before = System.setProperty(CACHE_LIBRARIES, "false");
		try {
			TensorFlow.version(); // loads the native libraries
		}
		finally {
			if (before == null) System.clearProperty(CACHE_LIBRARIES);
			else System.setProperty(CACHE_LIBRARIES, before);
		}
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
	public String device() {
		return "CPU";
	}

	@Override
	public Inference inference(final Network network, final Weights weights, final int height, final int width) {
		return new TensorFlowInference(network, weights, height, width, threads);
	}

	@Override
	public long memory(final Network network, final long pixels) {
		return BASE_BYTES + 3 * Float.BYTES * network.parameters() +
			(long) (WORKSPACE * Float.BYTES * network.liveFloatsPerPixel() * pixels);
	}

	@Override
	public long memory(final Network network, final TrainingSetup setup) {
		final long pixels = (long) setup.batch() * setup.patch() * setup.patch();
		return BASE_BYTES + WEIGHT_COPIES * Float.BYTES * network.parameters() + (long) (TRAINING_COPIES * Float.BYTES * network
			.allFloatsPerPixel() * pixels);
	}

	/** bfloat16 only where the processor computes with it: elsewhere it is emulated, and slower. */
	@Override
	public Precision fastestTraining() {
		try {
			final String flags = Files.readString(Path.of("/proc/cpuinfo"));
			return flags.contains("avx512_bf16") || flags.contains("amx_bf16") ? Precision.BFLOAT16 : Precision.FLOAT32;
		}
		catch (final IOException e) {
			return Precision.FLOAT32; // not Linux: nothing measured
		}
	}

	@Override
	public Training training(final Network network, final TrainingState state, final TrainingSetup setup) {
		return new TensorFlowTraining(network, state, setup, threads);
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
