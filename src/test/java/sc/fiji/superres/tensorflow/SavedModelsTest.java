package sc.fiji.superres.tensorflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.superres.TestNetworks;
import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.loader.Engines;
import sc.fiji.superres.network.Edsr;
import sc.fiji.superres.network.Network;
import sc.fiji.superres.network.Weights;

class SavedModelsTest {

	private final Engine engine = Engines.tensorflow();
	private final Network network = new Edsr(2, 2, 6, 1).network();

	@TempDir
	private Path folder;

	@Test
	void weightsComeBackToTheBit() throws IOException {
		final Weights weights = TestNetworks.randomWeights(network, 3);
		engine.writeSavedModel(network, weights, folder);
		assertEquals(weights.hash(), engine.readSavedModel(network, folder).hash());
	}

	@Test
	void theGraphHoldsNoCopyOfTheWeights() throws IOException {
		final Network large = new Edsr(2, 1, 64, 1).network();
		engine.writeSavedModel(large, TestNetworks.randomWeights(large, 3), folder);
		assertTrue(Files.size(folder.resolve("saved_model.pb")) < 100_000);
	}

	@Test
	void aMissingVariableIsNamed() throws IOException {
		engine.writeSavedModel(network, TestNetworks.randomWeights(network, 3), folder);
		assertMessage("block2.conv1.kernel", new Edsr(2, 3, 6, 1).network());
	}

	@Test
	void anotherShapeIsNamed() throws IOException {
		engine.writeSavedModel(network, TestNetworks.randomWeights(network, 3), folder);
		assertMessage("conv_in.kernel", new Edsr(2, 2, 7, 1).network());
	}

	@Test
	void brokenFilesAreRefused() throws IOException {
		assertMessage("saved_model.pb", network);
		engine.writeSavedModel(network, TestNetworks.randomWeights(network, 3), folder);
		final Path data = folder.resolve("variables/variables.data-00000-of-00001");
		Files.write(data, java.util.Arrays.copyOf(Files.readAllBytes(data), 100));
		assertMessage("TensorFlow cannot read", network);
		Files.writeString(folder.resolve("saved_model.pb"), "no graph");
		assertMessage("TensorFlow cannot read", network);
	}

	private void assertMessage(final String part, final Network wanted) {
		final String message = assertThrows(IOException.class, () -> engine.readSavedModel(wanted, folder)).getMessage();
		assertTrue(message.contains(part), message);
	}
}
