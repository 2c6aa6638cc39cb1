package sc.fiji.superres.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.superres.TestNetworks;
import sc.fiji.superres.model.SafeTensors;
import sc.fiji.superres.network.Vgg19;
import sc.fiji.superres.network.Weight;
import sc.fiji.superres.network.Weights;

class VggFileTest {

	private static final Vgg19 NETWORK = new Vgg19("relu1_2");

	private final Weights keras = keras();
	private Path file;

	@BeforeEach
	void write(@TempDir final Path folder) throws IOException {
		file = folder.resolve("vgg.safetensors");
		new SafeTensors(Map.of(), keras).write(file);
	}

	/** As far as conv1_2, by Keras' names. */
	private static Weights keras() {
		final Weights random = TestNetworks.randomWeights(NETWORK.weights(), 1);
		final Weights keras = new Weights();
		for (final Weight weight : random.list())
			keras.put(new Weight(weight.name().replace("conv1_", "block1_conv").replace('.', '/'), weight.shape()), random.get(weight
				.name()));
		return keras;
	}

	@Test
	void theFirstKernelTakesColoursInOurOrder() throws IOException {
		final float[] stored = keras.get("block1_conv1/kernel"), read = VggFile.read(file, NETWORK).get("conv1_1.kernel");
		for (int pixel = 0; pixel < 9; pixel++)
			for (int colour = 0; colour < 3; colour++)
				for (int output = 0; output < 64; output++)
					assertEquals(stored[(pixel * 3 + 2 - colour) * 64 + output], read[(pixel * 3 + colour) * 64 + output]);
	}

	@Test
	void theOthersAreTakenAsTheyAre() throws IOException {
		final Weights read = VggFile.read(file, NETWORK);
		assertArrayEquals(keras.get("block1_conv2/kernel"), read.get("conv1_2.kernel"));
		assertArrayEquals(keras.get("block1_conv1/bias"), read.get("conv1_1.bias"));
		assertEquals(4, read.list().size());
	}

	@Test
	void onlyWhatTheLayerNeedsIsTaken() throws IOException {
		assertEquals(2, VggFile.read(file, new Vgg19("conv1_1")).list().size());
	}

	@Test
	void layersThatAFileHasNotAreNamed() {
		assertMessage(new Vgg19("conv2_1"), "has no block2_conv1/kernel", "as far as conv2_1", "vgg_layer");
	}

	@Test
	void otherShapesAreNamed() throws IOException {
		keras.put(new Weight("block1_conv2/kernel", 3, 3, 64, 32), new float[9 * 64 * 32]);
		new SafeTensors(Map.of(), keras).write(file);
		assertMessage(NETWORK, "block1_conv2/kernel has the shape [3, 3, 64, 32]", "[3, 3, 64, 64]");
	}

	@Test
	void truncatedFilesAreRefused() throws IOException {
		Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 50_000));
		assertMessage(NETWORK, file + " is not whole");
	}

	@Test
	void valuesThatAreNoNumbersAreRefused() throws IOException {
		keras.get("block1_conv2/bias")[3] = Float.NaN;
		new SafeTensors(Map.of(), keras).write(file);
		assertMessage(NETWORK, file + " is damaged", "conv1_2.bias");
	}

	@Test
	void whatIsNotThereIsRefused() throws IOException {
		Files.delete(file);
		assertMessage(NETWORK, "There is no file " + file);
	}

	private void assertMessage(final Vgg19 network, final String... parts) {
		final String message = assertThrows(IOException.class, () -> VggFile.read(file, network)).getMessage();
		for (final String part : parts)
			assertTrue(message.contains(part), message);
	}
}
