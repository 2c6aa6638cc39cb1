package sc.fiji.superres.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import ij.ImagePlus;
import ij.io.FileSaver;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.superres.engine.Engines;
import sc.fiji.superres.model.Model;
import sc.fiji.superres.model.ModelPackage;
import sc.fiji.superres.network.InputChannels;

class TrainCommandTest {

	@TempDir
	Path folder;

	private final Commands commands = new Commands();
	private Path images;
	private Path output;

	@BeforeEach
	void writeImages() throws IOException {
		images = TestInputs.images(folder.resolve("images"), 4, 40);
		output = folder.resolve("model");
	}

	@AfterEach
	void dispose() {
		commands.close();
	}

	@Test
	void theResultIsAModelThatUpscales() throws IOException {
		final String report = train("author", "A. Author", "licence", "CC0-1.0", "trained_on", "waves", "notes", "a test");
		assertTrue(report.matches("-?[0-9.]+ dB, SSIM -?0\\.\\d{4} on 1 validation images \\(bicubic [0-9.]+ dB\\) after step [24], " +
			"4 of 4 steps done: .*model"), report);
		final Model model = ModelPackage.read(output, Engines.tensorflow());
		assertEquals("EDSR x2", model.card().title());
		assertEquals(List.of("A. Author"), model.card().authors());
		assertEquals("CC0-1.0", model.card().licence());
		assertEquals("waves", model.card().trainedOn());
		assertEquals("a test", model.card().training().get("notes"));
		assertEquals(4, model.card().training().get("steps"));
		assertTrue(model.test(Engines.tensorflow()) < 1e-3);
		final ImagePlus result = (ImagePlus) commands.succeed(EdsrCommand.class, "input", TestInputs.image(24, 12, 10), "model", output
			.toString()).getOutput("output");
		assertEquals(24, result.getWidth());
	}

	@Test
	void theSameCommandGoesOn() throws IOException {
		train();
		final List<String> first = Files.readAllLines(folder.resolve("model.training/curve.csv"));
		train("steps", 8);
		final List<String> second = Files.readAllLines(folder.resolve("model.training/curve.csv"));
		assertEquals(first, second.subList(0, first.size()));
		assertEquals(first.size() + 2, second.size());
		assertEquals(8, ModelPackage.read(output, Engines.tensorflow()).card().training().get("steps"));
	}

	@Test
	void checkpointsGoWhereTheyAreWanted() throws IOException {
		train("checkpoints", folder.resolve("elsewhere").toFile());
		assertEquals(List.of("elsewhere", "images", "model"), TestInputs.names(folder));
		assertEquals(List.of("best.safetensors", "curve.csv", "last.safetensors"), TestInputs.names(folder.resolve("elsewhere")));
	}

	@Test
	void aTrainingWithOtherSettingsIsNotGoneOnWith() {
		train();
		assertRefused(List.of("model.training", "patch 8, not 10"), "patch", 10);
	}

	@Test
	void whatIsNoModelIsNotReplaced() throws IOException {
		Files.createDirectory(output);
		Files.writeString(output.resolve("thesis.txt"), "years of work");
		assertRefused(List.of(output.toString(), "is not replaced"));
		assertEquals(List.of("thesis.txt"), TestInputs.names(output));
	}

	@Test
	void aModelOfAnotherTrainingIsNotReplaced() throws IOException {
		final String hash = TestInputs.model(output).hash();
		assertRefused(List.of("There is a model package " + output + " already"));
		Files.createDirectory(folder.resolve("empty"));
		assertRefused(List.of("There is a model package " + output + " already"), "checkpoints", folder.resolve("empty").toFile());
		assertEquals(hash, ModelPackage.read(output, Engines.tensorflow()).hash());
	}

	@Test
	void aFolderWithoutImagesIsRefused() throws IOException {
		images = Files.createDirectory(folder.resolve("none"));
		Files.writeString(images.resolve("notes.txt"), "no image");
		assertRefused(List.of("at least 2 images", "there is none"));
		images = folder.resolve("nowhere");
		assertRefused(List.of("There is no folder " + images));
	}

	@Test
	void imagesSmallerThanAPatchAreNamed() {
		assertRefused(List.of("image0.png is 40 x 40 pixels", "at least 60 pixels", "smaller patch"), "patch", 30);
	}

	@Test
	void someImagesSmallerThanAPatchAreLeftOutAndCounted() throws IOException {
		TestInputs.save(TestInputs.image(24, 10, 10), images.resolve("small.png"));
		assertTrue(train().contains("without 1 image (small.png is 10 x 10 pixels)"));
	}

	@Test
	void anImageThatCannotBeReadIsNamed() throws IOException {
		final Path broken = TestInputs.half(images.resolve("image0.png"), images.resolve("image9.png"));
		assertRefused(List.of(broken.toString(), "cut off"));
	}

	@Test
	void everyPlaneOfAStackIsLearnedFrom() throws IOException {
		final Path stack = images.resolve("sub/stack.tif");
		Files.createDirectory(stack.getParent());
		assertTrue(new FileSaver(TestInputs.stack(3)).saveAsTiffStack(stack.toString()));
		train();
		assertEquals(4 + 3, ModelPackage.read(output, Engines.tensorflow()).card().training().get("images"));
	}

	@ParameterizedTest
	@ValueSource(ints = { 8, 16, 32 })
	void imagesOfOneChannelAreLearnedFrom(final int bits) throws IOException {
		images = Files.createDirectory(folder.resolve("grey"));
		for (int i = 0; i < 3; i++)
			TestInputs.save(TestInputs.image(bits, 40, 40, i), images.resolve("deep" + i + ".tif"));
		train("channels", "any");
		final Model model = ModelPackage.read(output, Engines.tensorflow());
		assertEquals(InputChannels.ANY, model.network().architecture().channels());
		assertEquals(3, model.card().training().get("images"));
	}

	@Test
	void checkpointsCannotBeAFile() throws IOException {
		final Path file = Files.writeString(folder.resolve("file"), "text");
		assertRefused(List.of(file.toString(), "cannot be"), "checkpoints", file.toFile());
	}

	/** So wide and fast that the values overflow within a few steps. */
	@Test
	void aLossThatIsNotANumberEndsTheTraining() {
		assertRefused(List.of("loss is no longer a number", "smaller learning rate"), "learning_rate", 0.1, "blocks", 8, "filters", 64,
			"steps", 20, "validate_every", 20, "batch", 1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"scale            | 5     | scale is 5, but must be from 2 to 4.",
		"scale            | 1     | scale is 1, but",
		"blocks           | 0     | blocks is 0, but must be from 1 to 256.",
		"filters          | 1025  | filters is 1025, but must be from 1 to 1024.",
		"steps            | 0     | steps is 0, but must be at least 1.",
		"batch            | 0     | batch is 0, but must be from 1 to 1000.",
		"patch            | 3     | patch is 3, but must be from 4 to 1000.",
		"halve_every      | 0     | halve_every is 0, but must be at least 1.",
		"validate_every   | 0     | validate_every is 0, but must be at least 1.",
		"residual_scaling | 0.0   | residual_scaling is 0.0, but must be from 0.001 to 1.0.",
		"learning_rate    | 1.0   | learning_rate is 1.0, but must be from 1.0E-7 to 0.1.",
		"learning_rate    | NaN   | learning_rate is NaN, but",
		"precision        | half  | precision is \"half\", but must be one of auto, float32, bfloat16.",
		"threads          | 0     | threads is \"0\", but must be",
	})
	void wrongValuesAreRefused(final String name, final String value, final String message) {
		assertRefused(List.of(message), name, value.matches("\\d+") && !name.equals("threads") ? (Object) Integer.valueOf(value)
			: value.matches("[\\d.]+|NaN") && !name.equals("threads") ? (Object) Double.valueOf(value) : value);
	}

	private String train(final Object... others) {
		return commands.succeed(TrainCommand.class, inputs(others)).report();
	}

	/** Refused, and nothing new is left behind but, maybe, the folder of checkpoints. */
	private void assertRefused(final List<String> parts, final Object... others) {
		try {
			final List<String> before = TestInputs.names(folder);
			final String reason = commands.refusal(TrainCommand.class, inputs(others));
			for (final String part : parts)
				assertTrue(reason.contains(part), reason);
			final List<String> left = new ArrayList<>(TestInputs.names(folder));
			left.removeAll(before);
			left.remove("model.training");
			assertEquals(List.of(), left);
			assertFalse(!before.contains("model") && Files.exists(output));
		}
		catch (final IOException e) {
			throw new AssertionError(e);
		}
	}

	/** Those of a training of a second. */
	private Object[] inputs(final Object... others) {
		final List<Object> inputs = new ArrayList<>(List.of("input", images.toFile(), "output", output.toFile(), "precision", "float32"));
		final Object[] tiny = { "blocks", 1, "filters", 4, "steps", 4, "batch", 2, "patch", 8, "validate_every", 2 };
		final List<Object> names = Arrays.asList(others);
		for (int i = 0; i < tiny.length; i += 2)
			if (!names.contains(tiny[i])) inputs.addAll(List.of(tiny[i], tiny[i + 1]));
		inputs.addAll(names);
		return inputs.toArray();
	}
}
