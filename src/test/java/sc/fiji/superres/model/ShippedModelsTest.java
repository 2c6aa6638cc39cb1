package sc.fiji.superres.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.engine.Engines;

/** The models of the repository. */
class ShippedModelsTest {

	/** Other processors add in another order. */
	private static final double TOLERANCE = 0.01;

	private static final Path MODELS = Path.of("models");
	private static final ModelFolders FOLDERS = new ModelFolders(MODELS, MODELS);

	static List<String> models() throws IOException {
		return FOLDERS.names();
	}

	@ParameterizedTest
	@MethodSource("models")
	void computesItsTestOutput(final String name) throws IOException {
		final Engine engine = Engines.tensorflow();
		assertEquals(0, FOLDERS.open(name, engine).test(engine), TOLERANCE);
	}

	@Test
	void theDefaultModelIsThere() throws IOException {
		assertFalse(models().isEmpty());
		assertEquals("edsr-x2", FOLDERS.open("edsr-x2", Engines.tensorflow()).name());
	}
}
