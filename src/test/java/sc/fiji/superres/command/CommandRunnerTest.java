package sc.fiji.superres.command;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.Context;
import org.scijava.app.StatusService;
import org.scijava.command.CommandService;
import org.scijava.run.RunService;

import sc.fiji.superres.TestNetworks;
import sc.fiji.superres.model.SafeTensors;

/** The way that {@code --headless --run} takes. */
class CommandRunnerTest {

	@TempDir
	Path folder;

	/** SciJava's own runner would fail, and not wait. */
	@ParameterizedTest
	@ValueSource(strings = { "sc.fiji.superres.command.ImportCommand", "Import Super-Resolution Model..." })
	void itWaitsForTheEnd(final String code) throws Exception {
		final Path weights = writeWeights();
		try (Context context = new Context(RunService.class, CommandService.class, StatusService.class)) {
			context.service(RunService.class).run(code, Map.of("input", weights.toFile(), "output", folder.resolve("imported").toFile()));
		}
		assertTrue(Files.exists(folder.resolve("imported/rdf.yaml")));
	}

	/** SciJava would warn of the one, and make 0 of the other. */
	@ParameterizedTest
	@CsvSource({ "residul_scaling, 1", "residual_scaling, 1x" })
	void whatIsWrittenWronglyIsRefused(final String key, final String text) throws Exception {
		final Path weights = writeWeights();
		try (Context context = new Context(RunService.class, CommandService.class, StatusService.class)) {
			context.service(RunService.class).run("Import Super-Resolution Model...", Map.of("input", weights.toFile(), "output", folder.resolve(
				"imported").toFile(), key, text));
		}
		assertFalse(Files.exists(folder.resolve("imported")));
	}

	private Path writeWeights() throws IOException {
		final Path weights = folder.resolve("weights.safetensors");
		new SafeTensors(Map.of(), TestNetworks.randomWeights(TestInputs.TINY, 1)).write(weights);
		return weights;
	}

	@Test
	void otherCodeIsNotOurs() {
		try (Context context = new Context(RunService.class, CommandService.class, StatusService.class)) {
			final CommandRunner runner = new CommandRunner();
			context.inject(runner);
			assertTrue(runner.supports(EdsrCommand.class));
			assertFalse(runner.supports("Gaussian Blur..."));
			assertFalse(runner.supports(String.class));
			assertFalse(runner.supports(null));
		}
	}
}
