package sc.fiji.superres.loader;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.function.Supplier;

import sc.fiji.superres.engine.Device;
import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.engine.EngineException;
import sc.fiji.superres.engine.Inference;
import sc.fiji.superres.engine.Progress;
import sc.fiji.superres.network.Edsr;
import sc.fiji.superres.network.Initialiser;
import sc.fiji.superres.network.Network;

/** What {@link SelfTest} runs in a process of its own: it prints what it finds, a line each. */
final class SelfTestProcess {

	/** Tells our lines from what libraries print. */
	static final String PREFIX = "self-test ";

	static final String FAILURE = "failure";
	static final String STARTED = "started";

	private static final Network NETWORK = new Edsr(2, 4, 32, 1).network();
	private static final float WHITE = 255;

	private SelfTestProcess() {}

	/** Of UTF-8, whatever this machine prints otherwise: messages hold names of folders. */
	private static final PrintStream OUT = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

	public static void main(final String... platformAndEngine) {
		print(STARTED, true);
		try {
			test(Engines.load(EngineFolders.of(Platform.valueOf(platformAndEngine[0])).named(platformAndEngine[1]), new Unguarded(),
				notice -> {}, Progress.NONE));
		}
		catch (final EngineException e) {
			print(FAILURE, e.getMessage());
		}
		catch (final RuntimeException | Error e) { // the other process tells the user
			print(FAILURE, platformAndEngine[1] + " does not compute: " + e);
		}
	}

	/** A crash is what the other process waits for. */
	private static final class Unguarded implements Guard {

		@Override
		public <R> R run(final Supplier<R> work) {
			return work.get();
		}
	}

	private static void test(final Engine engine) {
		print("engine", engine.name());
		print("device", engine.device());
		final float[] result = result(), expected = result();
		final double seconds = run(engine, result);
		print("seconds", seconds);
		print("cpu_seconds", engine.placement().isGpu() ? run(engine.on(Device.CPU), expected) : seconds);
		print("difference", engine.placement().isGpu() ? difference(result, expected) : 0);
	}

	private static float[] result() {
		return new float[SelfTest.SIDE * SelfTest.SIDE * NETWORK.channels() * NETWORK.scale() * NETWORK.scale()];
	}

	private static double difference(final float[] result, final float[] expected) {
		double largest = 0;
		for (int i = 0; i < result.length; i++)
			largest = Math.max(largest, Math.abs(result[i] - expected[i]));
		return largest;
	}

	/** Seconds of the second run: the first one prepares. */
	private static double run(final Engine engine, final float[] result) {
		final float[] window = new float[SelfTest.SIDE * SelfTest.SIDE * NETWORK.channels()];
		final SplittableRandom random = new SplittableRandom(1);
		for (int i = 0; i < window.length; i++)
			window[i] = (float) random.nextDouble(WHITE);
		try (Inference inference = engine.inference(NETWORK, Initialiser.weights(NETWORK.weights(), 1), SelfTest.SIDE, SelfTest.SIDE)) {
			inference.run(window, result);
			final long start = System.nanoTime();
			inference.run(window, result);
			return (System.nanoTime() - start) / 1e9;
		}
	}

	private static void print(final String name, final Object value) {
		OUT.println(PREFIX + name + "=" + value);
	}
}
