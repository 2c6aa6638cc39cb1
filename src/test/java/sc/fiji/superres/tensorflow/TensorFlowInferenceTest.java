package sc.fiji.superres.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import sc.fiji.superres.SlowNetwork;
import sc.fiji.superres.TestNetworks;
import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.engine.Inference;
import sc.fiji.superres.loader.Engines;
import sc.fiji.superres.network.Architecture;
import sc.fiji.superres.network.Edsr;
import sc.fiji.superres.network.Network;
import sc.fiji.superres.network.Weights;

class TensorFlowInferenceTest {

	private final Engine engine = Engines.tensorflow();

	static Stream<Arguments> networks() {
		return TestNetworks.small().flatMap(architecture -> Stream.of(1, 3).map(channels -> Arguments.of(architecture, channels)));
	}

	/** For planes of their own channels, and of others. */
	@ParameterizedTest
	@MethodSource("networks")
	void computesWhatTheLayersSay(final Architecture architecture, final int channels) {
		SlowNetwork.assertSame(engine, architecture.network().forPlanes(channels), 9, 13);
	}

	@ParameterizedTest
	@CsvSource({ "2, 3, 5, 0.1", "4, 2, 4, 1" })
	void computesOtherDepths(final int scale, final int blocks, final int filters, final double residualScaling) {
		SlowNetwork.assertSame(engine, new Edsr(scale, blocks, filters, residualScaling).network(), 9, 13);
	}

	@Test
	void onePixel() {
		final Network network = new Edsr(2, 2, 4, 1).network();
		final Weights weights = TestNetworks.randomWeights(network, 7);
		final float[] lr = { 10, 100, 200 };
		final float[] hr = new float[12];
		try (Inference inference = engine.inference(network, weights, 1, 1)) {
			inference.run(lr, hr);
		}
		assertArrayEquals(SlowNetwork.run(network, weights, lr, 1, 1), hr, 1e-2f);
	}

	@Test
	void arraysOfTheWrongLengthAreRefused() {
		final Network network = new Edsr(2, 1, 4, 1).network();
		try (Inference inference = engine.inference(network, TestNetworks.randomWeights(network, 1), 4, 4)) {
			assertThrows(IllegalArgumentException.class, () -> inference.run(new float[48], new float[191]));
			assertThrows(IllegalArgumentException.class, () -> inference.run(new float[47], new float[192]));
		}
	}
}
