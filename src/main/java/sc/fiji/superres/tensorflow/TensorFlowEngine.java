package sc.fiji.superres.tensorflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.tensorflow.TensorFlow;

import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.engine.Inference;
import sc.fiji.superres.engine.MemoryEstimate;
import sc.fiji.superres.engine.Precision;
import sc.fiji.superres.engine.Threads;
import sc.fiji.superres.engine.Training;
import sc.fiji.superres.engine.TrainingSetup;
import sc.fiji.superres.engine.TrainingState;
import sc.fiji.superres.network.Network;
import sc.fiji.superres.network.Weights;

/** TensorFlow Java on the CPU. */
public final class TensorFlowEngine implements Engine {

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
		return MemoryEstimate.inference(network, pixels);
	}

	@Override
	public long memory(final Network network, final TrainingSetup setup) {
		return MemoryEstimate.training(network, setup);
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
