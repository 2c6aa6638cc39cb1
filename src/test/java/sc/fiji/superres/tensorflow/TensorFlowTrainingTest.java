package sc.fiji.superres.tensorflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import sc.fiji.superres.SlowNetwork;
import sc.fiji.superres.TestNetworks;
import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.engine.Loss;
import sc.fiji.superres.engine.Precision;
import sc.fiji.superres.engine.Training;
import sc.fiji.superres.engine.TrainingSetup;
import sc.fiji.superres.engine.TrainingState;
import sc.fiji.superres.loader.Engines;
import sc.fiji.superres.network.Edsr;
import sc.fiji.superres.network.Network;
import sc.fiji.superres.network.Weights;

class TensorFlowTrainingTest {

	private static final int PATCH = 6;
	private static final TrainingSetup SETUP = new TrainingSetup(1, PATCH, Precision.FLOAT32);

	private final Engine engine = Engines.tensorflow();
	private final Network network = new Edsr(2, 1, 4, 0.5).network();
	private final Weights weights = TestNetworks.randomWeights(network, 1);
	private final float[] lr = TestNetworks.randomGreyLevels(PATCH * PATCH * 3, 2);
	private final float[] hr = TestNetworks.randomGreyLevels(4 * PATCH * PATCH * 3, 3);

	@Test
	void theLossIsTheMeanAbsoluteDifference() {
		final float[] output = SlowNetwork.run(network, weights, lr, PATCH, PATCH);
		double sum = 0;
		for (int i = 0; i < hr.length; i++)
			sum += Math.abs(output[i] - hr[i]);
		try (Training training = training(TrainingState.start(weights, SETUP, null), Precision.FLOAT32)) {
			assertEquals(sum / hr.length, training.step(lr, hr, 1e-3).get(Loss.TOTAL), 1e-3);
		}
	}

	/** Adam's first step moves each weight by the rate, against the sign of its gradient (Kingma and Ba 2015, section 2.1). */
	@Test
	void theFirstStepMovesEachWeightByTheRate() {
		try (Training training = training(TrainingState.start(weights, SETUP, null), Precision.FLOAT32)) {
			training.step(lr, hr, 1e-3);
			final Weights moved = training.state().network().weights();
			for (final String name : new String[] { "conv_in.kernel", "conv_out.bias" })
				for (int i = 0; i < moved.get(name).length; i++)
					assertEquals(1e-3, Math.abs(moved.get(name)[i] - weights.get(name)[i]), 1e-5, name);
		}
	}

	@ParameterizedTest
	@EnumSource
	void aStateComesBackToTheBit(final Precision precision) {
		final TrainingState state;
		try (Training training = training(TrainingState.start(weights, SETUP, null), precision)) {
			training.step(lr, hr, 1e-3);
			training.step(lr, hr, 1e-3);
			state = training.state();
		}
		assertEquals(2, state.step());
		assertNotEquals(weights.hash(), state.network().weights().hash());
		try (Training training = training(state, precision)) {
			final TrainingState restored = training.state();
			assertEquals(state.network().weights().hash(), restored.network().weights().hash());
			assertEquals(state.network().firstMoment().hash(), restored.network().firstMoment().hash());
			assertEquals(state.network().secondMoment().hash(), restored.network().secondMoment().hash());
			assertEquals(2, restored.step());
		}
	}

	@ParameterizedTest
	@EnumSource
	void theLossFalls(final Precision precision) {
		try (Training training = training(TrainingState.start(weights, SETUP, null), precision)) {
			final double first = training.step(lr, hr, 1e-2).get(Loss.TOTAL);
			double last = first;
			for (int i = 0; i < 50; i++)
				last = training.step(lr, hr, 1e-2).get(Loss.TOTAL);
			assertTrue(last < 0.9 * first, first + " became " + last);
		}
	}

	private Training training(final TrainingState state, final Precision precision) {
		return engine.training(network, state, new TrainingSetup(1, PATCH, precision));
	}
}
