package sc.fiji.superres.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import ij.process.ByteProcessor;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.superres.Mount;
import sc.fiji.superres.loader.Engines;
import sc.fiji.superres.model.ModelCard;
import sc.fiji.superres.model.ModelPackage;
import sc.fiji.superres.network.Espcn;
import sc.fiji.superres.network.InputChannels;

class BenchmarkCommandTest {

	@TempDir
	static Path inputs;

	@TempDir
	Path folder;

	private final Commands commands = new Commands();
	private Path rgb;
	private Path y;

	/** Images of sizes that are no multiples of any scale, one of them grey, in folders for scales and without. */
	@BeforeAll
	static void write() throws IOException {
		final Path mixed = Files.createDirectories(inputs.resolve("sets/mixed"));
		TestInputs.save(TestInputs.image(24, 41, 37), mixed.resolve("a.png"));
		TestInputs.save(TestInputs.image(24, 39, 43, 2), mixed.resolve("b.png"));
		TestInputs.save(TestInputs.image(8, 35, 35), mixed.resolve("grey.png"));
		TestInputs.images(inputs.resolve("sets/scales/HR_x2"), 4, 36);
		TestInputs.images(inputs.resolve("sets/scales/LR_x2"), 4, 18);
		TestInputs.images(inputs.resolve("sets/scales/HR_x3"), 4, 36);
	}

	@BeforeEach
	void writeModels() throws IOException {
		ResultsTable.getResultsTable().reset();
		rgb = TestInputs.model(folder.resolve("rgb")).path();
		y = TestInputs.model(folder.resolve("y.zip"), new Espcn(3, InputChannels.Y).network()).path();
	}

	@AfterEach
	void dispose() {
		commands.close();
	}

	private SuperResolutionCommand benchmark(final Object... others) {
		final Object[] all = Stream.concat(Stream.of("input", inputs.resolve("sets").toFile(), "models", rgb + ", " + y), Stream.of(
			others)).toArray();
		return commands.succeed(BenchmarkCommand.class, all);
	}

	private String refusal(final Object... others) {
		final Object[] all = Stream.concat(Stream.of("input", inputs.resolve("sets").toFile(), "models", rgb.toString()), Stream.of(
			others)).toArray();
		return commands.refusal(BenchmarkCommand.class, all);
	}

	/** PSNR and SSIM that {@code evaluate} finds as the mean. */
	private double[] evaluated(final Object model, final String hr, final String lr) {
		ResultsTable.getResultsTable().reset();
		final Object[] images = { "models", model.toString(), "hr", inputs.resolve("sets").resolve(hr).toFile() };
		commands.succeed(EvaluateCommand.class, lr == null ? images : Stream.concat(Stream.of(images), Stream.of("lr", inputs.resolve(
			"sets").resolve(lr).toFile())).toArray());
		final ResultsTable table = ResultsTable.getResultsTable();
		return new double[] { table.getValue("psnr", table.size() - 1), table.getValue("ssim", table.size() - 1) };
	}

	@Test
	void theNumbersAreThoseOfEvaluate() {
		final SuperResolutionCommand command = benchmark();
		assertFalse(command.partly(), command.report());
		final ResultsTable table = (ResultsTable) ResultsTable.getResultsTable().clone();
		assertEquals(4, table.size());
		final String[] models = { "bicubic-x2", rgb.toString(), "bicubic-x3", y.toString() };
		for (int row = 0; row < 4; row++) {
			final String hr = "scales/HR_x" + (row < 2 ? 2 : 3);
			assertArrayEquals(evaluated(models[row], "mixed", null), new double[] { table.getValue("mixed_psnr", row), table.getValue(
				"mixed_ssim", row) }, models[row]);
			assertArrayEquals(evaluated(models[row], hr, row == 1 ? "scales/LR_x2" : null), new double[] { table.getValue("scales_psnr",
				row), table.getValue("scales_ssim", row) }, models[row]);
		}
	}

	@Test
	void theResultsTableHasARowForEach() {
		final List<String> lines = benchmark().report().lines().toList();
		final ResultsTable table = ResultsTable.getResultsTable();
		assertEquals("model\tarchitecture\tscale\tmixed_psnr\tmixed_ssim\tmixed_sharpness\tscales_psnr\tscales_ssim\t" +
			"scales_sharpness\tproblem\tparameters", table
			.getColumnHeadings().strip());
		assertEquals(List.of("bicubic-x2", "rgb", "bicubic-x3", "y"), List.of(table.getStringValue("model", 0), table.getStringValue(
			"model", 1), table.getStringValue("model", 2), table.getStringValue("model", 3)));
		assertEquals(22729, table.getValue("parameters", 3));
		assertTrue(lines.get(2).startsWith("| bicubic-x2 | Bicubic (MATLAB) |     2 |            | "), lines.get(2));
	}

	@Test
	void brokenModelsAreToldAndTheOthersMeasured() throws IOException {
		Files.delete(rgb.resolve("saved_model.zip"));
		final SuperResolutionCommand command = benchmark();
		assertTrue(command.partly());
		assertTrue(command.report().contains("\nrgb: The model package " + rgb + " has no file saved_model.zip"), command.report());
		final ResultsTable table = ResultsTable.getResultsTable();
		assertEquals(3, table.size());
		assertTrue(table.getStringValue("problem", 2).contains("saved_model.zip"));
		final String reason = refusal();
		assertTrue(reason.startsWith("No model could be measured. rgb: The model package"), reason);
	}

	private static Map<String, byte[]> files(final Path folder) throws IOException {
		final Map<String, byte[]> files = new TreeMap<>();
		try (Stream<Path> walk = Files.walk(folder)) {
			for (final Path file : walk.filter(Files::isRegularFile).toList())
				files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
		}
		return files;
	}

	private static ModelCard.Score score(final ResultsTable table, final String set, final int row) {
		return new ModelCard.Score(table.getValue(set + "_psnr", row), table.getValue(set + "_ssim", row), table.getValue(set +
			"_sharpness", row));
	}

	@Test
	void recordingWritesTheCardsAndNothingElse() throws IOException {
		final ModelCard.Score old = new ModelCard.Score(20, 0.5);
		final ModelCard card = ModelPackage.read(rgb, Engines.tensorflow()).card();
		ModelPackage.writeCard(rgb, card.withScores(Map.of("Set5", old), Map.of("Set5", old)));
		final Map<String, byte[]> before = files(rgb);
		final String report = benchmark("record", true).report();
		assertTrue(report.endsWith("\nRecorded in the cards of: rgb, y"), report);

		final Map<String, byte[]> after = files(rgb);
		assertEquals(before.keySet(), after.keySet());
		before.forEach((name, bytes) -> assertEquals(!List.of("rdf.yaml", "README.md").contains(name), Arrays.equals(bytes,
			after.get(name)), name));
		final ResultsTable table = ResultsTable.getResultsTable();
		for (int row = 1; row < 4; row += 2) {
			final ModelCard recorded = ModelPackage.read(row == 1 ? rgb : y, Engines.tensorflow()).card();
			for (final String set : List.of("mixed", "scales")) {
				assertEquals(score(table, set, row), recorded.scores()
					.get(set));
				assertEquals(score(table, set, row - 1), recorded
					.bicubic().get(set));
			}
			assertEquals(row == 1 ? old : null, recorded.scores().get("Set5"));
		}

		final Map<String, byte[]> all = files(folder);
		final String again = benchmark("record", true).report();
		assertFalse(again.contains("(card:"), again);
		final Map<String, byte[]> same = files(folder);
		assertEquals(all.keySet(), same.keySet());
		all.forEach((name, bytes) -> assertArrayEquals(bytes, same.get(name), name));
	}

	@Test
	void cardsThatCannotBeWrittenAreTold() throws IOException {
		final Map<String, byte[]> before = files(rgb);
		try (Mount mount = Mount.readOnly(rgb)) {
			final SuperResolutionCommand command = benchmark("record", true);
			assertTrue(command.partly());
			assertTrue(command.report().endsWith("\nRecorded in the cards of: y\nNot recorded in the card of rgb: The card of the model " +
				"package " + rgb + " cannot be written: " + rgb + " is read-only. Copy the package to a folder that can be written."),
				command.report());
		}
		assertEquals(before.keySet(), files(rgb).keySet());
		assertEquals(Map.of(), ModelPackage.read(rgb, Engines.tensorflow()).card().scores());
	}

	/** Its PSNR is infinite, which no card can say. */
	@Test
	void perfectScoresAreNotRecorded() throws IOException {
		final Path flat = Files.createDirectories(folder.resolve("flat"));
		TestInputs.save(new ImagePlus("flat", new ByteProcessor(36, 36)), flat.resolve("flat.png"));
		final SuperResolutionCommand command = commands.succeed(BenchmarkCommand.class, "input", flat.toFile(), "models", y.toString(),
			"record", true);
		assertTrue(command.partly());
		assertTrue(command.report().contains("Not recorded in the card of y: A PSNR on a model's card is Infinity"), command.report());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"models  | ','        | models is \",\", but must be all, or name one or more with commas between.",
		"models  | none       | There is no model \"none\"",
		"models  | bicubic-x2 | There is no model \"bicubic-x2\"",
		"device  | x          | device is \"x\", but must be auto, cpu, gpu, or gpu:N",
		"threads | 0          | threads is \"0\", but must be",
	})
	void wrongValuesAreRefused(final String name, final String value, final String message) {
		final String reason = refusal(name, value);
		assertTrue(reason.startsWith(message), reason);
		assertEquals(0, ResultsTable.getResultsTable().size());
	}

	@Test
	void foldersThatCannotServeAreRefused() throws IOException {
		final Path missing = folder.resolve("missing");
		assertEquals("input is " + missing + ", but there is no such folder. Name one with data sets.", refusal("input", missing
			.toFile()));
		final Path empty = Files.createDirectory(folder.resolve("empty"));
		assertTrue(refusal("input", empty.toFile()).startsWith("input is " + empty + ", but there is no data set."));
		TestInputs.images(folder.resolve("other/HR_x4"), 1, 36);
		assertTrue(refusal("input", folder.resolve("other").toFile()).startsWith("No model could be measured. other at x2: "));
		TestInputs.images(folder.resolve("small"), 1, 8);
		final String small = refusal("input", folder.resolve("small").toFile());
		assertTrue(small.startsWith("No model could be measured. small at x2: bicubic-x2 on image0.png: "), small);
	}
}
