package sc.fiji.superres.tensorflow;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.superres.SlowNetwork;
import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.loader.Engines;
import sc.fiji.superres.network.Activation;
import sc.fiji.superres.network.Convolution;
import sc.fiji.superres.network.Discriminator;
import sc.fiji.superres.network.Edsr;
import sc.fiji.superres.network.Layer;
import sc.fiji.superres.network.Network;
import sc.fiji.superres.network.PixelShuffle;
import sc.fiji.superres.network.Vgg19;

/**
 * Lists of layers that are no super-resolution networks: a convolution of one pixel and a shuffle behind them bring their
 * output to the size that the engine's interface wants, and nothing of it is lost.
 */
class LayersTest {

	private static final int SCALE = 2;
	private static final int CHANNELS = 3;

	private final Engine engine = Engines.tensorflow();

	@ParameterizedTest
	@ValueSource(strings = { "conv1_1", "relu1_2", "conv2_2", "relu2_2" })
	void vgg19(final String layer) {
		final boolean pooled = !layer.contains("1_");
		assertComputes(new Vgg19(layer).layers(), pooled ? 128 : 64, pooled ? 2 : 1, 10, 12);
	}

	@ParameterizedTest
	@ValueSource(ints = { 16, 32 })
	void discriminator(final int patch) {
		assertComputes(new Discriminator(patch, 4, CHANNELS).layers(), 1, patch, patch, patch);
	}

	/** Even and odd sides: TensorFlow pads them differently. */
	@ParameterizedTest
	@CsvSource({ "1, 8, 8", "3, 8, 8", "3, 6, 10", "5, 8, 6", "9, 12, 8" })
	void stridedConvolution(final int size, final int height, final int width) {
		assertComputes(List.of(new Convolution("strided", size, CHANNELS, 8, 2, true)), 8, 2, height, width);
	}

	@Test
	void strideOfThreeOnOddSides() {
		assertComputes(List.of(new Convolution("strided", 3, CHANNELS, 8, 3, false)), 8, 3, 9, 15);
	}

	@ParameterizedTest
	@ValueSource(strings = { "RELU", "LEAKY_RELU", "TANH" })
	void activations(final Activation activation) {
		assertComputes(List.of(new Convolution("conv", 3, CHANNELS, 8), activation), 8, 1, 5, 7);
	}

	/** @param shrunk pixels of the input for each that the layers make of it, along one side */
	private void assertComputes(final List<Layer> layers, final int outputs, final int shrunk, final int height, final int width) {
		final int factor = SCALE * shrunk;
		final List<Layer> all = new ArrayList<>(layers);
		all.add(new Convolution("all", 1, outputs, factor * factor * CHANNELS));
		all.add(new PixelShuffle(factor));
		SlowNetwork.assertSame(engine, new Network(new Edsr(SCALE, 1, 1, 1), all), height, width);
	}
}
