package sc.fiji.superres.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.superres.TestImages;
import sc.fiji.superres.model.ModelEntry;
import sc.fiji.superres.model.ModelFolders;
import sc.fiji.superres.network.InputChannels;

/** The shipped models on the benchmark sets: what is measured stands in their cards. It takes a quarter of an hour. */
class CardScoresBenchmark {

	private static final Path MODELS = Path.of("models");

	@ParameterizedTest
	@ValueSource(strings = { "Set5", "Set14" })
	void theCardsTellWhatIsMeasured(final String set) throws IOException {
		final Path images = TestImages.SHARED_DATA.resolve("test").resolve(set);
		assumeTrue(Files.isDirectory(images), "needs " + images);
		final String models = new ModelFolders(MODELS, MODELS).entries().stream().filter(entry -> entry.contents().orElseThrow()
			.network().architecture().channels() != InputChannels.ANY).map(ModelEntry::path).map(Path::toString).collect(Collectors
				.joining(","));
		try (Commands commands = new Commands()) {
			final SuperResolutionCommand command = commands.succeed(BenchmarkCommand.class, "input", images.toFile(), "models", models);
			System.out.println(command.report());
			assertFalse(command.partly(), command.report());
			assertFalse(command.report().contains("(card:"), command.report());
			assertEquals(models.split(",").length, command.report().lines().filter(line -> line.contains(" / ") && !line.contains(
				"bicubic")).count());
		}
	}
}
