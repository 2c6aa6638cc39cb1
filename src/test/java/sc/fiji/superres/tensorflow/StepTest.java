package sc.fiji.superres.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.superres.TestNetworks;
import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.engine.Objective;
import sc.fiji.superres.engine.Precision;
import sc.fiji.superres.engine.Training;
import sc.fiji.superres.engine.TrainingSetup;
import sc.fiji.superres.engine.TrainingState;
import sc.fiji.superres.loader.Engines;
import sc.fiji.superres.network.InputChannels;
import sc.fiji.superres.network.Layer;
import sc.fiji.superres.network.Network;
import sc.fiji.superres.network.Residual;
import sc.fiji.superres.network.SrResNet;
import sc.fiji.superres.network.Weight;
import sc.fiji.superres.network.Weights;

/** What a step does to weights, statistics, moments and average of a network with batch normalisation. */
class StepTest {

	private static final int PATCH = 6;
	private static final double RATE = 1e-3;

	private final Engine engine = Engines.tensorflow();
	private final Network network = new SrResNet(2, 1, 4, InputChannels.RGB).network();
	private final Weights weights = TestNetworks.randomWeights(network, 1);
	private final float[][] lr = { TestNetworks.randomGreyLevels(PATCH * PATCH * 3, 2), TestNetworks.randomGreyLevels(PATCH * PATCH * 3,
		3) };
	private final float[] hr = TestNetworks.randomGreyLevels(2 * 4 * PATCH * PATCH * 3, 4);

	private TrainingState after(final int steps, final double averageDecay, final double clipNorm) {
		try (Training training = training(averageDecay, clipNorm)) {
			for (int i = 0; i < steps; i++)
				training.step(SlowLosses.joined(lr), hr, RATE);
			return training.state();
		}
	}

	private Training training(final double averageDecay, final double clipNorm) {
		final TrainingSetup setup = new TrainingSetup(2, PATCH, Precision.FLOAT32, Objective.of(Objective.Pixel.MSE), averageDecay,
			clipNorm);
		return engine.training(network, TrainingState.start(weights, setup, null), setup);
	}

	@Test
	void everyLearnedWeightMoves() {
		final Weights moved = after(1, 0, 0).network().weights();
		for (final Weight weight : network.weights())
			assertNotEquals(Arrays.hashCode(weights.get(weight.name())), Arrays.hashCode(moved.get(weight.name())), weight.name());
	}

	/** By the rate, as Adam's first step does. */
	@Test
	void slopesOfPReluMove() {
		final float[] moved = after(1, 0, 0).network().weights().get("prelu_in");
		for (int c = 0; c < moved.length; c++)
			assertEquals(RATE, Math.abs(moved[c] - weights.get("prelu_in")[c]), 1e-5);
	}

	/** A tenth of the way to mean and variance of the batch, whatever the learning rate. */
	@Test
	void batchStatisticsFollow() {
		final List<Layer> layers = network.layers();
		final Residual block = (Residual) ((Residual) layers.get(3)).body().get(0);
		final List<Layer> before = List.of(layers.get(0), layers.get(1), layers.get(2), block.body().get(0));
		final SlowLosses.Statistics batch = SlowLosses.statistics(SlowLosses.run(before, weights, lr, PATCH, 3), 4);
		final Weights now = after(1, 0, 0).network().weights();
		for (int c = 0; c < 4; c++) {
			assertEquals(0.9 * weights.get("block0.bn1.mean")[c] + 0.1 * batch.mean()[c], now.get("block0.bn1.mean")[c], 1e-5);
			assertEquals(0.9 * weights.get("block0.bn1.variance")[c] + 0.1 * batch.unbiasedVariance()[c], now.get(
				"block0.bn1.variance")[c], 1e-5);
		}
	}

	/** Statistics included; less is kept in the first steps. */
	@ParameterizedTest
	@ValueSource(doubles = { 0.15, 0.999 })
	void theAverageFollowsTheWeights(final double decay) {
		try (Training training = training(decay, 0)) {
			final Weights slow = new Weights();
			for (final Weight weight : network.weights())
				slow.put(weight, weights.get(weight.name()).clone());
			for (int step = 1; step <= 4; step++) {
				training.step(SlowLosses.joined(lr), hr, 0.01);
				final double kept = Math.min(decay, (1.0 + step) / (10 + step));
				final Weights now = training.state().network().weights();
				for (final Weight weight : network.weights())
					for (int i = 0; i < weight.size(); i++)
						slow.get(weight.name())[i] = (float) (kept * slow.get(weight.name())[i] + (1 - kept) * now.get(weight.name())[i]);
			}
			for (final Weight weight : network.weights())
				assertArrayEquals(slow.get(weight.name()), training.state().average().get(weight.name()), 1e-5f, weight.name());
			assertEquals(training.state().average().hash(), training.state().result().hash());
		}
	}

	@Test
	void withoutDecayThereIsNoAverage() {
		final TrainingState state = after(1, 0, 0);
		assertNull(state.average());
		assertEquals(state.network().weights().hash(), state.result().hash());
	}

	/** After the first step, Adam's first moment is a tenth of the gradient. */
	@Test
	void gradientsAreScaledDownToTheirLimit() {
		final Weights free = after(1, 0, 0).network().firstMoment(), limited = after(1, 0, 0.5).network().firstMoment();
		final double norm = norm(free);
		assertEquals(0.1 * 0.5, norm(limited), 1e-6);
		for (final Weight weight : network.weights())
			for (int i = 0; i < weight.size(); i++)
				assertEquals(0.05 * free.get(weight.name())[i] / norm, limited.get(weight.name())[i], 1e-6, weight.name());
	}

	@Test
	void gradientsBelowTheirLimitStayAsTheyAre() {
		final Weights free = after(1, 0, 0).network().firstMoment(), limited = after(1, 0, 1e9).network().firstMoment();
		for (final Weight weight : network.weights())
			for (int i = 0; i < weight.size(); i++)
				assertEquals(free.get(weight.name())[i], limited.get(weight.name())[i], 1e-5 * norm(free), weight.name());
	}

	/** Statistics have no gradient. */
	private static double norm(final Weights moment) {
		double squares = 0;
		for (final Weight weight : moment.list())
			for (final float value : moment.get(weight.name()))
				squares += (double) value * value;
		return Math.sqrt(squares);
	}

	/** Not always to the bit: sums may be added in another order. */
	@Test
	void aRunIsRepeatable() {
		final Weights one = after(3, 0, 0).network().weights(), other = after(3, 0, 0).network().weights();
		for (final Weight weight : network.weights())
			assertArrayEquals(one.get(weight.name()), other.get(weight.name()), (float) RATE / 10, weight.name());
	}
}
