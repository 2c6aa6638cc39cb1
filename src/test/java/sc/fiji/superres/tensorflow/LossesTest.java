package sc.fiji.superres.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.superres.SlowNetwork;
import sc.fiji.superres.TestNetworks;
import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.engine.Loss;
import sc.fiji.superres.engine.Objective.Perceptual;
import sc.fiji.superres.engine.Objective.Pixel;
import sc.fiji.superres.engine.Objective;
import sc.fiji.superres.engine.Precision;
import sc.fiji.superres.engine.Training;
import sc.fiji.superres.engine.TrainingSetup;
import sc.fiji.superres.engine.TrainingState;
import sc.fiji.superres.loader.Engines;
import sc.fiji.superres.network.BatchNorm;
import sc.fiji.superres.network.Discriminator;
import sc.fiji.superres.network.Edsr;
import sc.fiji.superres.network.Espcn;
import sc.fiji.superres.network.InputChannels;
import sc.fiji.superres.network.Layer;
import sc.fiji.superres.network.Network;
import sc.fiji.superres.network.Vgg19;
import sc.fiji.superres.network.Weights;

/** Every term of an objective, against a slow computation. */
class LossesTest {

	private static final int BATCH = 2;
	private static final int PATCH = 8;
	private static final int HR = 2 * PATCH;

	private final Engine engine = Engines.tensorflow();
	private final Network network = new Edsr(2, 1, 4, 0.5).network();
	private final Weights weights = TestNetworks.randomWeights(network, 1);
	private final float[][] lr = images(PATCH * PATCH * 3, 2);
	private final float[][] hr = images(HR * HR * 3, 20);
	private final float[][] sr = SlowLosses.run(network.layers(), weights, lr, PATCH, 3);

	private final Discriminator discriminator = new Discriminator(HR, 4, 3);
	private final Weights judge = TestNetworks.randomWeights(discriminator.weights(), 3);

	private static float[][] images(final int size, final long seed) {
		return new float[][] { TestNetworks.randomGreyLevels(size, seed), TestNetworks.randomGreyLevels(size, seed + 1) };
	}

	@Test
	void l1() {
		assertClose(SlowLosses.meanAbsolute(SlowLosses.joined(sr), SlowLosses.joined(hr)), step(Objective.of(Pixel.L1)).get(Loss.PIXEL));
	}

	@Test
	void mse() {
		assertClose(SlowLosses.meanSquare(SlowLosses.joined(sr), SlowLosses.joined(hr)), step(Objective.of(Pixel.MSE)).get(Loss.PIXEL));
	}

	@ParameterizedTest
	@ValueSource(strings = { "conv1_2", "relu2_2" })
	void content(final String layer) {
		final Perceptual vgg = vgg(layer);
		final float[][] made = features(vgg, sr), wanted = features(vgg, hr);
		final double expected = SlowLosses.meanSquare(SlowLosses.joined(made), SlowLosses.joined(wanted)) / (12.75 * 12.75);
		assertClose(expected, step(new Objective(Pixel.MSE, 0, vgg, 1, 0, null, 0)).get(Loss.CONTENT));
	}

	@Test
	void texture() {
		final Perceptual vgg = vgg("relu1_1");
		double expected = 0;
		for (int i = 0; i < BATCH; i++)
			expected += SlowLosses.meanSquare(SlowLosses.gram(features(vgg, sr)[i], 64), SlowLosses.gram(features(vgg, hr)[i], 64)) / BATCH;
		assertClose(expected, step(new Objective(Pixel.MSE, 0, vgg, 0, 1, null, 0)).get(Loss.TEXTURE));
	}

	/** VGG19 gets a channel three times. */
	@Test
	void contentOfOneChannel() {
		final Network grey = new Espcn(2, InputChannels.Y).network();
		final Weights random = TestNetworks.randomWeights(grey, 4);
		final float[] small = TestNetworks.randomGreyLevels(PATCH * PATCH, 5), large = TestNetworks.randomGreyLevels(HR * HR, 6);
		final Perceptual vgg = vgg("relu1_2");
		final float[][] compared = features(vgg, new float[][] { threeTimes(SlowNetwork.run(grey, random, small, PATCH, PATCH)),
			threeTimes(large) });
		final TrainingSetup setup = new TrainingSetup(1, PATCH, Precision.FLOAT32, new Objective(Pixel.MSE, 0, vgg, 1, 0, null, 0), 0, 0);
		try (Training training = engine.training(grey, TrainingState.start(random, setup, null), setup)) {
			assertClose(SlowLosses.meanSquare(compared[0], compared[1]) / (12.75 * 12.75), training.step(small, large, 1e-3).get(
				Loss.CONTENT));
		}
	}

	private static float[] threeTimes(final float[] channel) {
		final float[] colours = new float[3 * channel.length];
		for (int i = 0; i < colours.length; i++)
			colours[i] = channel[i / 3];
		return colours;
	}

	@Test
	void adversarial() {
		final Map<Loss, Double> losses = step(opposed(1e-3));
		final double[] real = logits(hr), fake = logits(sr);
		assertClose(Arrays.stream(fake).map(x -> softplus(-x)).average().orElseThrow(), losses.get(Loss.ADVERSARIAL));
		assertClose(Arrays.stream(real).map(x -> softplus(-x)).average().orElseThrow() + Arrays.stream(fake).map(LossesTest::softplus)
			.average().orElseThrow(), losses.get(Loss.DISCRIMINATOR));
		assertClose(Arrays.stream(real).map(x -> 1 / (1 + Math.exp(-x))).average().orElseThrow(), losses.get(Loss.REAL));
		assertClose(Arrays.stream(fake).map(x -> 1 / (1 + Math.exp(-x))).average().orElseThrow(), losses.get(Loss.FAKE));
	}

	@Test
	void theTotalIsTheWeightedSum() {
		final Map<Loss, Double> losses = step(new Objective(Pixel.L1, 0.3, vgg("relu1_1"), 0.7, 1e-4, discriminator, 5));
		assertClose(0.3 * losses.get(Loss.PIXEL) + 0.7 * losses.get(Loss.CONTENT) + 1e-4 * losses.get(Loss.TEXTURE) + 5 * losses.get(
			Loss.ADVERSARIAL), losses.get(Loss.TOTAL));
		assertEquals(EnumSet.allOf(Loss.class), losses.keySet());
	}

	@Test
	void termsWithoutAWeightAreNotComputed() {
		assertEquals(EnumSet.of(Loss.TOTAL, Loss.PIXEL), step(Objective.of(Pixel.L1)).keySet());
		assertEquals(EnumSet.of(Loss.TOTAL, Loss.TEXTURE), step(new Objective(Pixel.L1, 0, vgg("relu1_1"), 0, 1, null, 0)).keySet());
	}

	/** bfloat16 has 8 bits. */
	@ParameterizedTest
	@EnumSource
	void bothPrecisionsComputeTheSameLosses(final Precision precision) {
		final Objective objective = new Objective(Pixel.L1, 1, vgg("relu1_1"), 1, 0, discriminator, 1);
		final Map<Loss, Double> exact = step(objective), losses = step(objective, precision);
		for (final Loss loss : List.of(Loss.PIXEL, Loss.CONTENT, Loss.ADVERSARIAL))
			assertEquals(exact.get(loss), losses.get(loss), 0.05 * exact.get(loss) + 0.01, loss.toString());
	}

	/** Network and discriminator each take a step of their own: against the sign of their own gradients, by the rate. */
	@Test
	void bothSidesMove() {
		final TrainingSetup setup = setup(opposed(1), Precision.FLOAT32);
		try (Training training = engine.training(network, TrainingState.start(weights, setup, judge), setup)) {
			training.step(SlowLosses.joined(lr), SlowLosses.joined(hr), 1e-3);
			final TrainingState state = training.state();
			for (final String name : List.of("dense2.kernel", "conv8.kernel", "bn2.gamma"))
				assertNotEquals(Arrays.hashCode(judge.get(name)), Arrays.hashCode(state.discriminator().weights().get(name)), name);
			assertEquals(1e-3, Math.abs(judge.get("dense2.bias")[0] - state.discriminator().weights().get("dense2.bias")[0]), 1e-6);
			assertEquals(1e-3, Math.abs(weights.get("conv_out.bias")[0] - state.network().weights().get("conv_out.bias")[0]), 1e-6);
		}
	}

	/** A tenth of the way from the running statistics to those of the real patches. */
	@Test
	void theDiscriminatorsStatisticsFollowRealPatches() {
		final List<Layer> layers = discriminator.layers();
		final int first = layers.indexOf(layers.stream().filter(BatchNorm.class::isInstance).findFirst().orElseThrow());
		final SlowLosses.Statistics batch = SlowLosses.statistics(SlowLosses.run(layers.subList(0, first), judge, hr, HR, 3), 4);
		final TrainingSetup setup = setup(opposed(1), Precision.FLOAT32);
		try (Training training = engine.training(network, TrainingState.start(weights, setup, judge), setup)) {
			training.step(SlowLosses.joined(lr), SlowLosses.joined(hr), 1e-3);
			final Weights now = training.state().discriminator().weights();
			for (int c = 0; c < 4; c++) {
				assertEquals(0.9 * judge.get("bn2.mean")[c] + 0.1 * batch.mean()[c], now.get("bn2.mean")[c], 1e-5);
				assertEquals(0.9 * judge.get("bn2.variance")[c] + 0.1 * batch.unbiasedVariance()[c], now.get("bn2.variance")[c], 1e-5);
			}
		}
	}

	/** With an average and a limit of the gradients, too. */
	@Test
	void aStateWithDiscriminatorAndAverageComesBackToTheBit() {
		final TrainingSetup setup = new TrainingSetup(BATCH, PATCH, Precision.FLOAT32, opposed(1e-2), 0.9, 1);
		final TrainingState state;
		try (Training training = engine.training(network, TrainingState.start(weights, setup, judge), setup)) {
			training.step(SlowLosses.joined(lr), SlowLosses.joined(hr), 1e-3);
			training.step(SlowLosses.joined(lr), SlowLosses.joined(hr), 1e-3);
			state = training.state();
		}
		try (Training training = engine.training(network, state, setup)) {
			assertArrayEquals(hashes(state), hashes(training.state()));
			assertEquals(2, training.state().step());
		}
	}

	private static String[] hashes(final TrainingState state) {
		return new String[] { state.network().weights().hash(), state.network().firstMoment().hash(), state.network().secondMoment().hash(),
			state.average().hash(), state.discriminator().weights().hash(), state.discriminator().firstMoment().hash(), state
				.discriminator().secondMoment().hash() };
	}

	private Objective opposed(final double weight) {
		return new Objective(Pixel.MSE, 1e-4, null, 0, 0, discriminator, weight);
	}

	private static Perceptual vgg(final String layer) {
		final Vgg19 network = new Vgg19(layer);
		return new Perceptual(network, TestNetworks.randomWeights(network.weights(), 9));
	}

	private static float[][] features(final Perceptual vgg, final float[][] images) {
		return SlowLosses.run(vgg.network().layers(), vgg.weights(), images, HR, 3);
	}

	private double[] logits(final float[][] images) {
		return Arrays.stream(SlowLosses.inTraining(discriminator.layers(), judge, images, HR, 3)).mapToDouble(logit -> logit[0]).toArray();
	}

	private static double softplus(final double x) {
		return Math.log1p(Math.exp(x));
	}

	private Map<Loss, Double> step(final Objective objective) {
		return step(objective, Precision.FLOAT32);
	}

	private Map<Loss, Double> step(final Objective objective, final Precision precision) {
		final TrainingSetup setup = setup(objective, precision);
		try (Training training = engine.training(network, TrainingState.start(weights, setup, objective.isAdversarial() ? judge : null),
			setup)) {
			return training.step(SlowLosses.joined(lr), SlowLosses.joined(hr), 1e-3);
		}
	}

	private static TrainingSetup setup(final Objective objective, final Precision precision) {
		return new TrainingSetup(BATCH, PATCH, precision, objective, 0, 0);
	}

	private static void assertClose(final double expected, final double actual) {
		assertEquals(expected, actual, 1e-4 * Math.abs(expected) + 1e-6);
	}
}
