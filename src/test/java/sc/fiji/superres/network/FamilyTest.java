package sc.fiji.superres.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.superres.SlowNetwork;
import sc.fiji.superres.TestNetworks;

/** The numbers of the papers, and what holds for every architecture. */
class FamilyTest {

	/** Dong et al. 2016, table 3 and section 4.3.1: 8,032 and 57,184 without the 97 biases. */
	@ParameterizedTest
	@CsvSource({ "1, 8032", "5, 57184" })
	void parametersOfSrcnn(final int middle, final long kernels) {
		assertEquals(kernels + 64 + 32 + 1, new Srcnn(3, middle, InputChannels.Y).network().parameters());
	}

	@Test
	void parametersOfEspcn() {
		final int hidden = (9 * 64 + 1) * 32;
		assertEquals((25 + 1) * 64 + hidden + (9 * 32 + 1) * 9, new Espcn(3, InputChannels.Y).network().parameters());
		assertEquals((25 * 3 + 1) * 64 + hidden + (9 * 32 + 1) * 27, new Espcn(3, InputChannels.RGB).network().parameters());
	}

	/** 9² at both ends, 33 unbiased 3² with two numbers of each batch normalisation, 16 + 3 PReLUs, two shuffles by 2. */
	@Test
	void parametersOfSrResNet() {
		final int square = 9 * 64 * 64;
		final long parameters = (81 * 3 + 1) * 64 + 33L * (square + 2 * 64) + 19 * 64 + 2 * (4 * square + 4 * 64) + 81 * 64 * 3 + 3;
		assertEquals(1_548_547, parameters);
		assertEquals(parameters, new SrResNet(4, 16, 64, InputChannels.RGB).network().parameters());
		assertEquals(parameters, new Srgan(4, 16, 64, InputChannels.RGB).network().parameters());
	}

	/** As Keras counts its VGG19. */
	@ParameterizedTest
	@CsvSource({ "relu2_2, 260160", "conv3_4, 2325568", "relu5_4, 20024384" })
	void parametersOfVgg19(final String layer, final long parameters) {
		assertEquals(parameters, new Vgg19(layer).weights().stream().mapToLong(Weight::size).sum());
	}

	/** 96 pixels become 6: the first dense layer has 6 · 6 · 512 inputs. */
	@Test
	void parametersOfTheDiscriminator() {
		final int[] filters = { 3, 64, 64, 128, 128, 256, 256, 512, 512 };
		long parameters = 64;
		for (int i = 1; i < filters.length; i++)
			parameters += 9 * filters[i - 1] * filters[i] + (i > 1 ? 2 * filters[i] : 0);
		parameters += (6 * 6 * 512 + 1) * 1024 + 1024 + 1;
		assertEquals(parameters, new Discriminator(96, 64, 3).weights().stream().filter(Weight::learned).mapToLong(Weight::size).sum());
	}

	@Test
	void radii() {
		assertEquals(4, new Espcn(3, InputChannels.Y).network().radius());
		assertEquals(40, new SrResNet(4, 16, 64, InputChannels.RGB).network().radius());
		// 6 and 8 HR pixels are 1.5 and 2 LR pixels; bicubic reaches less than 2 LR pixels further
		assertEquals(3, new Srcnn(4, 1, InputChannels.Y).network().radius());
		assertEquals(4, new Srcnn(4, 5, InputChannels.Y).network().radius());
	}

	static Stream<Architecture> small() {
		return TestNetworks.small().filter(architecture -> architecture.channels() == InputChannels.ANY);
	}

	/** The block of an LR pixel depends on the pixel at the radius, on one side at least, and on none beyond it. */
	@ParameterizedTest
	@MethodSource("small")
	void theRadiusIsTheReach(final Architecture architecture) {
		final Network network = architecture.network();
		final int radius = network.radius(), width = 2 * radius + 3, centre = radius + 1;
		final Weights weights = TestNetworks.randomWeights(network, 3);
		final float[] lr = TestNetworks.randomGreyLevels(width, 4);
		final float[] block = block(network, weights, lr, centre);
		for (final int beyond : new int[] { 0, width - 1 })
			assertArrayEquals(block, block(network, weights, changed(lr, beyond), centre));
		assertTrue(Stream.of(1, width - 2).anyMatch(edge -> !Arrays.equals(block, block(network, weights, changed(lr, edge), centre))));
	}

	private static float[] changed(final float[] lr, final int index) {
		final float[] changed = lr.clone();
		changed[index] += 1e6f;
		return changed;
	}

	/** The HR pixels of one of a row of LR pixels. */
	private static float[] block(final Network network, final Weights weights, final float[] lr, final int pixel) {
		final float[] hr = SlowNetwork.run(network, weights, lr, 1, lr.length);
		final int scale = network.scale();
		final float[] block = new float[scale * scale];
		for (int i = 0; i < block.length; i++)
			block[i] = hr[i / scale * scale * lr.length + scale * pixel + i % scale];
		return block;
	}

	static Stream<Architecture> normalised() {
		return TestNetworks.small().filter(architecture -> architecture.network().weights().stream().anyMatch(weight -> !weight
			.learned()));
	}

	@ParameterizedTest
	@MethodSource("normalised")
	void foldedItComputesTheSame(final Architecture architecture) {
		final Network network = architecture.network();
		final Weights weights = TestNetworks.randomWeights(network, 5);
		final FoldedNetwork folded = FoldedNetwork.of(network, weights);
		assertTrue(folded.network().weights().stream().allMatch(Weight::learned));
		assertEquals(folded.network().weights(), List.copyOf(folded.weights().list()));
		final float[] lr = TestNetworks.randomGreyLevels(6 * 5 * network.channels(), 6);
		assertArrayEquals(SlowNetwork.run(network, weights, lr, 6, 5), SlowNetwork.run(folded.network(), folded.weights(), lr, 6, 5),
			0.01f);
	}

	@Test
	void foldingLeavesTheWeightsAsTheyAre() {
		final Network network = new SrResNet(2, 1, 4, InputChannels.RGB).network();
		final Weights weights = TestNetworks.randomWeights(network, 5);
		final String before = weights.hash();
		FoldedNetwork.of(network, weights);
		assertEquals(before, weights.hash());
	}

	@Test
	void batchNormalisationWithoutConvolutionCannotBeFolded() {
		final BatchNorm alone = new BatchNorm("bn", 3);
		final Network network = new Network(new Espcn(2, InputChannels.RGB), List.of(alone));
		assertThrows(IllegalArgumentException.class, () -> FoldedNetwork.of(network, TestNetworks.randomWeights(network, 1)));
	}

	@ParameterizedTest
	@CsvSource({ "2, 3, 4, RGB", "3, 1, 5, ANY", "4, 2, 6, RGB" })
	void weightsTellTheirSrResNet(final int scale, final int blocks, final int filters, final InputChannels channels) {
		final SrResNet network = new SrResNet(scale, blocks, filters, channels);
		final Weights weights = TestNetworks.randomWeights(network.network(), 1);
		assertTrue(SrResNet.isLikely(weights));
		assertEquals(network, SrResNet.of(weights));
		assertEquals(network, Srgan.of(network).pretrained());
	}

	@Test
	void weightsOfEdsrAreNotSrResNets() {
		final Weights weights = TestNetworks.randomWeights(new Edsr(2, 1, 4, 1).network(), 1);
		assertTrue(assertThrows(IllegalArgumentException.class, () -> SrResNet.of(weights)).getMessage().contains("prelu_in"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "conv1_3", "conv6_1", "relu3_5", "conv0_1", "pool1", "" })
	void layersThatVgg19HasNotAreRefused(final String layer) {
		assertTrue(assertThrows(IllegalArgumentException.class, () -> new Vgg19(layer)).getMessage().contains('"' + layer + '"'));
	}

	@Test
	void onlyGansInventTexture() {
		assertEquals(List.of("SRGAN"), TestNetworks.small().filter(Architecture::inventsTexture).map(Architecture::title).distinct()
			.toList());
	}

	@Test
	void tooSmallPatchesForADiscriminatorAreRefused() {
		assertTrue(assertThrows(IllegalArgumentException.class, () -> new Discriminator(15, 4, 3)).getMessage().contains("not 15"));
	}
}
