package sc.fiji.superres.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import ij.measure.ResultsTable;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.module.Module;

class EvaluateCommandTest {

	@TempDir
	static Path inputs;

	private static Path images;

	@TempDir
	Path folder;

	private final Commands commands = new Commands();

	@BeforeAll
	static void write() throws IOException {
		images = TestInputs.images(inputs.resolve("images"), 3, 32);
		TestInputs.model(inputs.resolve("tiny"));
	}

	@BeforeEach
	void empty() {
		ResultsTable.getResultsTable().reset();
	}

	@AfterEach
	void dispose() {
		commands.close();
	}

	private String evaluate(final Object... others) {
		return commands.succeed(EvaluateCommand.class, others).report();
	}

	private String refusal(final String models, final Path hr, final Object... others) throws IOException {
		final Object[] all = new Object[others.length + 6];
		System.arraycopy(new Object[] { "models", models, "hr", hr.toFile(), "output", folder.resolve("table.csv")
			.toFile() }, 0, all, 0, 6);
		System.arraycopy(others, 0, all, 6, others.length);
		final String reason = commands.refusal(EvaluateCommand.class, all);
		assertEquals(0, ResultsTable.getResultsTable().size());
		assertFalse(TestInputs.names(folder).contains("table.csv"));
		return reason;
	}

	@Test
	void modelsAndBaselinesAreComparedInFileTableAndReport() throws IOException {
		final String tiny = inputs.resolve("tiny").toString();
		final Path csv = folder.resolve("table.csv");
		final String report = evaluate("models", "bicubic-x2, " + tiny + ",bicubic-x2", "hr", images.toFile(), "output", csv.toFile());
		final List<String> lines = Files.readAllLines(csv);
		assertEquals("model,image,psnr,ssim,consistency,seconds", lines.get(0));
		assertEquals(List.of("bicubic-x2,image0.png", "bicubic-x2,image1.png", "bicubic-x2,image2.png", "bicubic-x2,mean", tiny +
			",image0.png", tiny + ",image1.png", tiny + ",image2.png", tiny + ",mean"), lines.stream().skip(1).map(line -> line.replaceAll(
				"(,[^,]*){4}$", "")).toList());
		assertTrue(report.startsWith("| model | PSNR (dB) | SSIM |"), report);
		assertTrue(report.endsWith("\n3 images, channels y, border as the scale, range 255, LR images made by MATLAB's " +
			"bicubic; consistency: the result shrunk again, against the LR image"), report);
		assertEquals(List.of("table.csv"), TestInputs.names(folder));
	}

	@Test
	void theResultsTableHasTheColumnsOfTheFile() {
		evaluate("models", "bicubic-x2", "hr", images.toFile());
		final ResultsTable table = ResultsTable.getResultsTable();
		assertEquals("model\timage\tpsnr\tssim\tconsistency\tseconds", table.getColumnHeadings().strip());
		assertEquals(4, table.size());
		assertEquals("mean", table.getStringValue("image", 3));
		final double mean = (table.getValue("psnr", 0) + table.getValue("psnr", 1) + table.getValue("psnr", 2)) / 3;
		assertEquals(mean, table.getValue("psnr", 3), 1e-9);
	}

	/** And so the means of all models are of the same images. */
	@Test
	void anImageThatCannotBeMeasuredIsLeftOutForAll() throws IOException {
		final Path some = TestInputs.images(folder.resolve("some"), 2, 32);
		TestInputs.save(TestInputs.image(24, 6, 6), some.resolve("tiny.png"));
		final String report = evaluate("models", "bicubic-x2,nearest-x2", "hr", some.toFile());
		assertTrue(report.contains("\n2 images, ") && report.contains("\nLeft out: bicubic-x2 on tiny.png: "), report);
		assertEquals(6, ResultsTable.getResultsTable().size());
	}

	/** The ensemble of a network is another result, that of a symmetric interpolation the same to rounding. */
	@Test
	void aPlusMeansSelfEnsemble() {
		final String tiny = inputs.resolve("tiny").toString();
		evaluate("models", "bicubic-x2,bicubic-x2+," + tiny + "," + tiny + "+", "hr", images.toFile());
		final ResultsTable table = ResultsTable.getResultsTable();
		assertEquals("bicubic-x2+", table.getStringValue("model", 4));
		assertEquals(table.getValue("psnr", 3), table.getValue("psnr", 7), 0.01);
		assertEquals(tiny + "+", table.getStringValue("model", 12));
		assertNotEquals(table.getValue("psnr", 11), table.getValue("psnr", 15), 1e-6);
	}

	@Test
	void eachPlaneOfAStackCounts() throws IOException {
		final Path stacks = Files.createDirectory(folder.resolve("stacks"));
		TestInputs.save(TestInputs.stack(3), stacks.resolve("waves.tif"));
		evaluate("models", "bicubic-x2", "hr", stacks.toFile(), "border", "0");
		final ResultsTable table = ResultsTable.getResultsTable();
		assertEquals(4, table.size());
		assertEquals("waves.tif (plane 2)", table.getStringValue("image", 1));
	}

	@Test
	void lrImagesOfAFolderAreThoseThatAreUpscaled() throws IOException {
		final Path lr = Files.createDirectory(folder.resolve("lr"));
		for (int i = 0; i < 3; i++)
			TestInputs.save(TestInputs.image(24, 16, 16, 9), lr.resolve("image" + i + ".tif"));
		final String report = evaluate("models", "nearest-x2", "hr", images.toFile(), "lr", lr.toFile());
		assertTrue(report.contains("LR images of lr;"), report);
		evaluate("models", "nearest-x2", "hr", images.toFile());
		final ResultsTable table = ResultsTable.getResultsTable();
		assertTrue(table.getValue("psnr", 3) < table.getValue("psnr", 7));
	}

	@Test
	void sixteenBitsNeedARange() throws IOException {
		final Path deep = Files.createDirectory(folder.resolve("deep"));
		TestInputs.save(TestInputs.image(16, 32, 32), deep.resolve("a.tif"));
		assertTrue(refusal("bicubic-x2", deep, "channels", "each").startsWith("bicubic-x2 on a.tif: range is auto"));
		assertTrue(evaluate("models", "bicubic-x2", "hr", deep.toFile(), "range", "5000", "channels", "each").contains("range 5000"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"models   | '' | models is \"\", but must name one or more with commas between. There are ",
		"models   | bicubic-x2,none | There is no model \"none\"; there are ",
		"border   | -1 | border is \"-1\", but must be a whole number from 0 on, or auto.",
		"border   | 16 | bicubic-x2 on image0.png: border is 16",
		"range    | 0  | range is '0'",
		"channels | red | channels is \"red\", but must be one of y, each, joint.",
		"device   | x  | device is \"x\", but must be auto, cpu, gpu, or gpu:N",
		"threads  | 0  | threads is \"0\", but must be",
	})
	void wrongValuesAreRefused(final String name, final String value, final String message) throws IOException {
		final String reason = refusal("bicubic-x2", images, name, value);
		assertTrue(reason.startsWith(message), reason);
	}

	@Test
	void foldersThatCannotServeAreRefused() throws IOException {
		final Path nothing = Files.createDirectory(folder.resolve("nothing"));
		final String empty = refusal("bicubic-x2", nothing);
		assertTrue(empty.startsWith("There is no image in " + nothing), empty);
		final Path missing = folder.resolve("missing");
		assertEquals("hr is " + missing + ", but there is no such folder. Name one with images.", refusal("bicubic-x2", missing));
		assertEquals("lr is " + missing + ", but there is no such folder. Name one with images.", refusal("bicubic-x2", images, "lr",
			missing.toFile()));
		final Path lr = TestInputs.images(folder.resolve("lr"), 2, 16);
		final String alone = refusal("bicubic-x2", images, "lr", lr.toFile());
		assertTrue(alone.contains("has no pair in " + lr), alone);
	}

	@Test
	void modelsThatDoNotFitTheLrImagesAreRefused() throws IOException {
		final Path lr = TestInputs.images(folder.resolve("lr"), 3, 16);
		assertTrue(refusal("bicubic-x3", images, "lr", lr.toFile()).startsWith(
			"bicubic-x3 on image0.png: The images have 32 x 32 and 16 x 16 pixels, but the model makes 3 pixels of one"));
		assertTrue(refusal("bicubic-x2,bicubic-x4", images, "lr", lr.toFile()).startsWith("The models have the scales [2, " +
			"4], but"));
	}

	@Test
	void whereNothingCanBeWrittenItIsSaidBeforeTheWork() throws IOException {
		final File impossible = images.resolve("image0.png/table.csv").toFile();
		final String reason = commands.refusal(EvaluateCommand.class, "models", "bicubic-x2", "hr", images.toFile(), "output", impossible);
		assertTrue(reason.contains("table.csv"), reason);
		assertEquals(0, ResultsTable.getResultsTable().size());
	}

	/** Files that other programs wrote stay as they are where the evaluation does not come to its end. */
	@Test
	void anOlderTableStaysWhereAnImageIsBroken() throws IOException {
		final Path broken = TestInputs.images(folder.resolve("broken"), 2, 32);
		TestInputs.half(images.resolve("image0.png"), broken.resolve("zzz.png"));
		final Path csv = Files.writeString(folder.resolve("old.csv"), "old");
		commands.refusal(EvaluateCommand.class, "models", "bicubic-x2", "hr", broken.toFile(), "output", csv.toFile());
		assertEquals("old", Files.readString(csv));
		assertEquals(List.of("broken", "old.csv"), TestInputs.names(folder));
	}

	@Test
	void theDialogSaysWhatIsComparedOrWhatIsMissing() throws Exception {
		final Module module = commands.module(EvaluateCommand.class, "models", "bicubic-x2,ibp-x2", "hr", images.toFile());
		module.initialize();
		assertEquals("Compares bicubic-x2 (Bicubic (MATLAB)), ibp-x2 (Iterative back-projection) on images, with LR images " +
			"made by MATLAB's bicubic.", module.getInput("message"));
		module.setInput("models", "ibp");
		((EvaluateCommand) module.getDelegateObject()).changed();
		assertTrue(module.getInput("message").toString().startsWith("There is no model \"ibp\""));
	}
}
