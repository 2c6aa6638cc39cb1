package sc.fiji.superres.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.module.ModuleItem;

import sc.fiji.superres.loader.Engines;
import sc.fiji.superres.model.Attachments;
import sc.fiji.superres.model.ModelPackage;
import sc.fiji.superres.model.Recipe;
import sc.fiji.superres.training.LearningCurve;

/** What a trained model says of its training, and that this is enough to train it again. */
class TrainRecipeTest extends TrainingFolder {

	/** In bfloat16 TensorFlow gives the same weights again. */
	private static final Object[] REPEATABLE = { "precision", "bfloat16" };

	private Path first(final Object... others) throws IOException {
		train(joined(REPEATABLE, others));
		return Files.move(output, folder.resolve("first"));
	}

	private Path second(final Path start, final Object... others) throws IOException {
		train(joined(REPEATABLE, joined(new Object[] { "start", start.toString(), "checkpoints", folder.resolve(
			"second.training").toFile() }, others)));
		return Files.move(output, folder.resolve("second"));
	}

	private String follow(final Path recipe, final Object... others) {
		return commands.succeed(TrainCommand.class, joined(new Object[] { "input", images.toFile(), "output", output
			.toFile(), "checkpoints", folder.resolve("again").toFile(), "recipe", recipe.toString() }, others)).report();
	}

	private static Object[] joined(final Object[] some, final Object... others) {
		return Stream.concat(Arrays.stream(some), Arrays.stream(others)).toArray();
	}

	private static String hash(final Path model) throws IOException {
		return ModelPackage.read(model, Engines.tensorflow()).hash();
	}

	private static Recipe recipe(final Path model) throws IOException {
		return Recipe.of(model).orElseThrow();
	}

	private static String text(final Path model, final String name) {
		return new String(Attachments.read(model, name).orElseThrow(), StandardCharsets.UTF_8);
	}

	@Test
	void oneTrainingIsDoneAgain() throws IOException {
		final Path first = first("seed", 5, "psf_sigma", 0.7, "noise", 3.0);
		final Map<String, Object> training = recipe(first).trainings().get(0);
		assertEquals(5, training.get("seed"));
		assertEquals(0.7, training.get("psf_sigma"));
		assertEquals("l1", training.get("loss"));
		assertFalse(training.containsKey("input") || training.containsKey("output") || training.containsKey("middle"), training
			.toString());
		follow(first);
		assertEquals(recipe(first), recipe(output));
		assertEquals(hash(first), trained().hash());
	}

	@Test
	void allTrainingsAreDoneAgain() throws IOException {
		final Path second = second(first("seed", 5), "scale", 3, "steps", 6, "learning_rate", 1e-3);
		assertEquals(List.of(2, 3), recipe(second).trainings().stream().map(training -> training.get("scale")).toList());
		final String report = follow(second);
		assertTrue(report.contains("6 of 6 steps done"), report);
		assertEquals(recipe(second), recipe(output));
		assertEquals(hash(second), trained().hash());
		assertEquals(List.of("model-1", "training-1", "training-2"), TestInputs.names(folder.resolve("again")));
	}

	@Test
	void whatIsDoneIsNotDoneAgain() throws IOException {
		final Path first = first();
		follow(first);
		final Path curve = folder.resolve("again/training-1/curve.csv");
		final String before = Files.readString(curve);
		follow(first);
		assertEquals(before, Files.readString(curve));
	}

	@Test
	void aTrainingThatGoesOnKeepsItsStep() throws IOException {
		final Path second = second(first("halve_every", 3), "start_step", "card", "steps", 10);
		assertEquals(4, recipe(second).trainings().get(1).get("start_step"));
		follow(second);
		assertEquals(hash(second), trained().hash());
	}

	@Test
	void theInputsStayAsTheyWereGiven() throws IOException {
		final SuperResolutionCommand command = commands.succeed(TrainCommand.class, "input", images.toFile(), "output", output.toFile(),
			"recipe", first().toString());
		assertEquals(output.toFile(), command.getInput("output"));
		assertEquals(30_000, command.getInput("steps"));
		assertEquals("", command.getInput("start"));
	}

	@Test
	void aModelWithoutRecipeIsNamed() throws IOException {
		TestInputs.model(folder.resolve("foreign"));
		final Path second = second(folder.resolve("foreign"), "blocks", 1, "filters", 4);
		assertEquals("foreign", recipe(second).trainings().get(0).get("start"));
		assertRefusedRecipe(folder.resolve("foreign"), "has no recipe.yaml");
		assertRefusedRecipe(second, "no model \"foreign\"");
	}

	@ParameterizedTest
	@CsvSource({ "steps, 5", "scale, 3", "architecture, espcn", "start, edsr-x2", "seed, 2" })
	void whatTheRecipeSettlesIsNotGiven(final String key, final String value) throws IOException {
		final Object typed = value.matches("\\d+") ? (Object) Integer.parseInt(value) : value;
		TestInputs.model(folder.resolve("first"));
		Files.writeString(folder.resolve("first").resolve(Recipe.FILE), Recipe.EMPTY.then(Map.of("scale", 2)).yaml());
		assertRefusedRecipe(folder.resolve("first"), key + " is " + value + ", but the recipe of first settles it", key, key.equals("seed") ? Long
			.valueOf(value) : typed);
	}

	private void assertRefusedRecipe(final Path recipe, final String part, final Object... others) {
		final String reason = commands.refusal(TrainCommand.class, joined(new Object[] { "input", images.toFile(), "output",
			output.toFile(), "recipe", recipe.toString() }, others));
		assertTrue(reason.contains(part), reason);
		assertFalse(Files.exists(output));
	}

	@Test
	void adversarialTrainingsWantTheirVgg() throws IOException {
		final Path vgg = TestInputs.vgg(folder.resolve("vgg.safetensors"));
		train("architecture", "srgan", "steps_phase2", 2, "vgg", vgg.toFile(), "vgg_layer", "relu1_1");
		final Path first = Files.move(output, folder.resolve("first"));
		assertEquals("vgg.safetensors", recipe(first).trainings().get(0).get("vgg"));
		assertEquals(4, recipe(first).trainings().get(0).get("steps"));
		assertEquals(2, recipe(first).trainings().get(0).get("steps_phase2"));
		assertRefusedRecipe(first, "Training 1 of 1 of the recipe of first compares features of VGG19");
		follow(first, "vgg", vgg.toFile());
		assertEquals(recipe(first), recipe(output));
	}

	/** A key that is forgotten would not come back. */
	@Test
	void everySettingOfATrainingIsInSomeRecipe() throws IOException {
		final Path vgg = TestInputs.vgg(folder.resolve("vgg.safetensors"));
		train("architecture", "srgan", "steps_phase2", 2, "vgg", vgg.toFile(), "vgg_layer", "relu1_1");
		final Set<String> told = new TreeSet<>(recipe(output).trainings().get(0).keySet());
		Files.move(output, folder.resolve("srgan"));
		Files.move(folder.resolve("model.training"), folder.resolve("srgan.training"));
		told.addAll(recipe(second(first(), "start_step", "card", "steps", 10)).trainings().get(1).keySet());
		told.addAll(Set.of("middle", "start")); // of srcnn, and of models without recipe
		final var command = (SuperResolutionCommand) commands.module(TrainCommand.class).getDelegateObject();
		final Set<String> keys = command.keys().stream().map(ModuleItem::getName).collect(Collectors.toCollection(TreeSet::new));
		keys.removeAll(RecipeRun.FREE);
		told.removeAll(RecipeRun.FREE);
		assertEquals(keys, told);
	}

	@Test
	void theCurveGoesOverAllTrainings() throws IOException {
		final Path second = second(first(), "scale", 4, "steps", 6);
		final LearningCurve curve = LearningCurve.parse(text(second, Attachments.CURVE));
		assertEquals(List.of("1 2", "1 4", "2 2", "2 4", "2 6"), curve.points().stream().map(point -> point.training() + " " + point
			.step()).toList());
		assertEquals(curve.svg(), text(second, Attachments.CURVE_PICTURE));
	}

	/** Hours of training are not lost for it. */
	@Test
	void aCurveThatCannotBeReadIsLeftOut() throws IOException {
		final Path first = first();
		Files.writeString(first.resolve(Attachments.CURVE), "of a later version");
		final LearningCurve curve = LearningCurve.parse(text(second(first, "scale", 4, "steps", 6), Attachments.CURVE));
		assertEquals(List.of(2L, 4L, 6L), curve.points().stream().map(point -> (long) point.step()).toList());
	}

	@ParameterizedTest
	@CsvSource({ "edsr, rgb, 3", "espcn, y, 1", "edsr, any, 1" })
	void theCoverShowsBoth(final String architecture, final String channels, final int bands) throws IOException {
		train("architecture", architecture, "channels", channels);
		final var cover = ImageIO.read(new ByteArrayInputStream(Attachments.read(output, Attachments.COVER).orElseThrow()));
		assertArrayEquals(new int[] { 388, 192, bands }, new int[] { cover.getWidth(), cover.getHeight(), cover.getRaster()
			.getNumBands() });
		assertEquals(0xffffff, cover.getRGB(cover.getWidth() / 2, 10) & 0xffffff);
		assertTrue(Files.readString(output.resolve("README.md")).contains("](cover.png)"));
	}
}
