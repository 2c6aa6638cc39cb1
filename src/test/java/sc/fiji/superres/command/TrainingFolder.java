package sc.fiji.superres.command;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.superres.loader.Engines;
import sc.fiji.superres.model.Model;
import sc.fiji.superres.model.ModelPackage;

/** A folder with a few images, on which {@code train} runs for a second. */
abstract class TrainingFolder {

	private static final Object[] TINY = { "blocks", 1, "filters", 4, "steps", 4, "batch", 2, "patch", 8, "validate_every", 2,
		"precision", "float32" };

	@TempDir
	Path folder;

	final Commands commands = new Commands();
	Path images;
	Path output;

	@BeforeEach
	void writeImages() throws IOException {
		images = TestInputs.images(folder.resolve("images"), 4, 40);
		output = folder.resolve("model");
	}

	@AfterEach
	void dispose() {
		commands.close();
	}

	/** @return what it reports */
	String train(final Object... others) {
		return commands.succeed(TrainCommand.class, inputs(others)).report();
	}

	Model trained() throws IOException {
		return ModelPackage.read(output, Engines.tensorflow());
	}

	/** Refused, and nothing new is left behind but, maybe, the folder of checkpoints. */
	void assertRefused(final List<String> parts, final Object... others) {
		try {
			final List<String> before = TestInputs.names(folder);
			final String reason = commands.refusal(TrainCommand.class, inputs(others));
			for (final String part : parts)
				assertTrue(reason.contains(part), reason);
			final List<String> left = new ArrayList<>(TestInputs.names(folder));
			left.removeAll(before);
			left.remove("model.training");
			assertTrue(left.isEmpty(), left.toString());
			assertFalse(!before.contains("model") && Files.exists(output));
		}
		catch (final IOException e) {
			throw new AssertionError(e);
		}
	}

	/** Those of a tiny training; later ones replace them. */
	Object[] inputs(final Object... others) {
		final List<Object> inputs = new ArrayList<>(List.of("input", images.toFile(), "output", output.toFile()));
		final List<Object> names = Arrays.asList(others);
		for (int i = 0; i < TINY.length; i += 2)
			if (!names.contains(TINY[i])) inputs.addAll(List.of(TINY[i], TINY[i + 1]));
		inputs.addAll(names);
		return inputs.toArray();
	}
}
