package sc.fiji.superres.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import sc.fiji.superres.TestNetworks;
import sc.fiji.superres.network.Architecture;
import sc.fiji.superres.network.Edsr;
import sc.fiji.superres.network.Espcn;
import sc.fiji.superres.network.InputChannels;
import sc.fiji.superres.network.Network;
import sc.fiji.superres.network.SrResNet;
import sc.fiji.superres.network.Srcnn;
import sc.fiji.superres.network.Srgan;
import sc.fiji.superres.network.Weight;
import sc.fiji.superres.network.Weights;

class StartTest {

	private static final InputChannels RGB = InputChannels.RGB;

	@Test
	void randomWeightsFollowTheSeed() {
		final Network network = new SrResNet(2, 2, 8, RGB).network();
		final Weights weights = Start.random(network, 1).weights();
		assertEquals(weights.hash(), Start.random(network, 1).weights().hash());
		assertFalse(weights.hash().equals(Start.random(network, 2).weights().hash()));
		assertArrayEquals(new float[] { 1, 1, 1, 1, 1, 1, 1, 1 }, weights.get("block0.bn1.gamma"));
		assertArrayEquals(new float[8], weights.get("block0.bn1.mean"));
		assertEquals(0.25f, weights.get("block1.prelu")[7]);
	}

	@Test
	void theSameNetworkStartsFromAllItsWeights() {
		final Network network = new SrResNet(2, 2, 8, RGB).network();
		final Weights trained = TestNetworks.randomWeights(network, 5);
		final Start start = Start.from("mine", network, trained, network, 1);
		assertEquals("mine", start.origin());
		assertEquals(trained.hash(), start.weights().hash());
		assertNotSame(trained.get("conv_in.kernel"), start.weights().get("conv_in.kernel"));
	}

	@ParameterizedTest
	@CsvSource({ "2, 3, 'mine, but upsample.kernel, upsample.bias from random weights'", "2, 4, mine", "4, 2, mine" })
	void anotherScaleStartsFromAllButTheUpsampler(final int from, final int to, final String origin) {
		final Network other = new Edsr(from, 2, 8, 1).network(), network = new Edsr(to, 2, 8, 1).network();
		final Weights trained = TestNetworks.randomWeights(other, 5);
		final Start start = Start.from("mine", other, trained, network, 1);
		assertEquals(origin, start.origin());
		for (final Weight weight : network.weights())
			if (!weight.name().startsWith("upsample")) assertArrayEquals(trained.get(weight.name()), start.weights().get(weight.name()));
	}

	/** As the paper does: x4 begins with the upsampler of x2. */
	@Test
	void bothShufflesOfFourBeginAsThatOfTwo() {
		final Network two = new Edsr(2, 1, 8, 1).network();
		final Weights trained = TestNetworks.randomWeights(two, 5);
		final Weights start = Start.from("mine", two, trained, new Edsr(4, 1, 8, 1).network(), 1).weights();
		assertArrayEquals(trained.get("upsample.kernel"), start.get("upsample1.kernel"));
		assertArrayEquals(trained.get("upsample.kernel"), start.get("upsample2.kernel"));
		assertArrayEquals(trained.get("upsample.bias"), start.get("upsample2.bias"));
	}

	@Test
	void slopesOfTheUpsamplerComeAlong() {
		final Network two = new SrResNet(2, 1, 8, RGB).network();
		final Weights trained = TestNetworks.randomWeights(two, 5);
		final Weights start = Start.from("mine", two, trained, new SrResNet(3, 1, 8, RGB).network(), 1).weights();
		assertArrayEquals(trained.get("upsample1.prelu"), start.get("upsample1.prelu"));
		assertEquals(9 * 8, start.get("upsample1.bias").length);
	}

	@Test
	void espcnKeepsItsFirstTwoLayers() {
		final Network two = new Espcn(2, InputChannels.Y).network();
		final Weights trained = TestNetworks.randomWeights(two, 5);
		final Start start = Start.from("mine", two, trained, new Espcn(3, InputChannels.Y).network(), 1);
		assertArrayEquals(trained.get("conv2.kernel"), start.weights().get("conv2.kernel"));
		assertEquals("mine, but conv3.kernel, conv3.bias from random weights", start.origin());
	}

	@Test
	void srcnnIsTheSameForAllScales() {
		final Network two = new Srcnn(2, 5, InputChannels.Y).network();
		final Weights trained = TestNetworks.randomWeights(two, 5);
		assertEquals(trained.hash(), Start.from("mine", two, trained, new Srcnn(4, 5, InputChannels.Y).network(), 1).weights().hash());
	}

	@Test
	void srganStartsFromSrResNet() {
		final Network pretrained = new SrResNet(4, 2, 8, RGB).network();
		final Weights trained = TestNetworks.randomWeights(pretrained, 5);
		assertEquals(trained.hash(), Start.from("mine", pretrained, trained, new Srgan(4, 2, 8, RGB).network(), 1).weights().hash());
	}

	static Stream<Arguments> others() {
		final Edsr edsr = new Edsr(2, 2, 8, 1);
		return Stream.of(Arguments.of(edsr, new Edsr(2, 3, 8, 1)), Arguments.of(edsr, new Edsr(2, 1, 8, 1)), Arguments.of(edsr, new Edsr(4,
			1, 8, 1)), Arguments.of(edsr, new Edsr(4, 3, 8, 1)), Arguments.of(edsr, new Edsr(2, 2, 9, 1)), Arguments.of(edsr, new Edsr(2,
				2, 8, 1, InputChannels.ANY)), Arguments.of(edsr, new SrResNet(2, 2, 8, RGB)), Arguments.of(new Srcnn(2, 1, RGB), new Srcnn(2,
					5, RGB)), Arguments.of(new Espcn(2, RGB), new Srcnn(2, 5, RGB)));
	}

	@ParameterizedTest
	@MethodSource("others")
	void otherLayersAreRefused(final Architecture from, final Architecture to) {
		final Weights trained = TestNetworks.randomWeights(from.network(), 5);
		final String message = assertThrows(IllegalArgumentException.class, () -> Start.from("mine", from.network(), trained, to.network(),
			1)).getMessage();
		assertTrue(message.startsWith("mine is " + from.network()) && message.contains("do not fit " + to.network()) && message.contains("depth"), message);
	}
}
