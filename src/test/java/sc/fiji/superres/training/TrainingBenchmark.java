package sc.fiji.superres.training;

import java.util.Arrays;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import sc.fiji.superres.TestNetworks;
import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.engine.Precision;
import sc.fiji.superres.engine.Training;
import sc.fiji.superres.engine.TrainingSetup;
import sc.fiji.superres.engine.TrainingState;
import sc.fiji.superres.loader.Engines;
import sc.fiji.superres.network.Edsr;
import sc.fiji.superres.network.Network;

/**
 * Speed of training in bfloat16 in relation to float32, for EDSR-baseline ×2 on batches of 16 patches of 48 × 48, measured in
 * turns in one run. Prints the median of the ratios; at least 1.9 is wanted where the processor computes with bfloat16.
 */
class TrainingBenchmark {

	private static final int ROUNDS = 5;
	private static final int STEPS = 4;
	private static final int BATCH = 16;
	private static final int PATCH = 48;

	@Test
	void bfloat16AgainstFloat32() {
		final Engine engine = Engines.tensorflow();
		final double[] ratios = new double[ROUNDS], seconds = new double[ROUNDS];
		try (Training exact = training(engine, Precision.FLOAT32); Training fast = training(engine, Precision.BFLOAT16)) {
			for (int round = -1; round < ROUNDS; round++) {
				final double bfloat16 = secondsPerStep(fast), float32 = secondsPerStep(exact);
				if (round < 0) continue; // the first round warms up
				ratios[round] = float32 / bfloat16;
				seconds[round] = bfloat16;
			}
		}
		Arrays.sort(ratios);
		Arrays.sort(seconds);
		System.out.printf(Locale.ROOT, "EDSR-baseline x2, %d patches of %d x %d: %.3f steps/s in bfloat16, %.2f times those " +
			"in float32 (%.2f to " +
			"%.2f)%n", BATCH, PATCH, PATCH, 1 / seconds[ROUNDS / 2], ratios[ROUNDS / 2], ratios[0], ratios[ROUNDS - 1]);
	}

	private static Training training(final Engine engine, final Precision precision) {
		final Network network = new Edsr(2, 16, 64, 1).network();
		final TrainingSetup setup = new TrainingSetup(BATCH, PATCH, precision);
		return engine.training(network, TrainingState.start(TestNetworks.randomWeights(network, 1), setup, null), setup);
	}

	private static double secondsPerStep(final Training training) {
		final float[] lr = TestNetworks.randomGreyLevels(BATCH * PATCH * PATCH * 3, 1);
		final float[] hr = TestNetworks.randomGreyLevels(4 * lr.length, 2);
		final long start = System.nanoTime();
		for (int step = 0; step < STEPS; step++)
			training.step(lr, hr, 1e-4);
		return (System.nanoTime() - start) / 1e9 / STEPS;
	}
}
