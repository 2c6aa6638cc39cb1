package sc.fiji.superres.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.loader.Engines;
import sc.fiji.superres.network.InputChannels;

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

	/** Of those for photographs: a model of any single channel is measured on images of its own kind. */
	@ParameterizedTest
	@MethodSource("models")
	void tellsItsScoresOnSet5AndSet14(final String name) throws IOException {
		final ModelEntry.Contents contents = FOLDERS.entry(name).contents().orElseThrow();
		if (contents.network().architecture().channels() == InputChannels.ANY) return;
		final String readme = Files.readString(MODELS.resolve(name).resolve("README.md"));
		for (final String set : List.of("Set5", "Set14")) {
			final ModelCard.Score score = contents.card().scores().get(set), bicubic = contents.card().bicubic().get(set);
			assertTrue(score != null && bicubic != null, name + " has no score on " + set + ": superres benchmark --record");
			assertTrue(score.psnr() > bicubic.psnr(), name + " is worse than bicubic interpolation on " + set);
			assertTrue(readme.contains(String.format(Locale.ROOT, "\n| %s | %.3f | %.4f |", set, score.psnr(), score.ssim())), readme);
		}
	}
}
