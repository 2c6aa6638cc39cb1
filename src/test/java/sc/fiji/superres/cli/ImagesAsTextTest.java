package sc.fiji.superres.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import ij.ImagePlus;

import sc.fiji.superres.cli.Superres.Run;
import sc.fiji.superres.command.TestInputs;
import sc.fiji.superres.imagej.ImageFiles;

/** Images from standard input and to standard output are those of the files, and leave no file behind. */
class ImagesAsTextTest {

	private static final String MODEL = "bicubic-x2";

	private final Superres superres = new InThisJvm();

	@TempDir
	Path folder;

	private List<String> before;

	@BeforeEach
	void rememberTemporaryFiles() throws IOException {
		before = temporaryFiles();
	}

	@AfterEach
	void noTemporaryFileIsLeft() throws IOException {
		assertEquals(before, temporaryFiles());
	}

	private static List<String> temporaryFiles() throws IOException {
		final String ours = "superres-" + ProcessHandle.current().pid() + "-";
		final Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
		return TestInputs.names(temporary).stream().filter(name -> name.startsWith(ours)).toList();
	}

	private Path save(final int bitDepth, final String name) throws IOException {
		return TestInputs.save(TestInputs.image(bitDepth, 20, 16), folder.resolve(name));
	}

	private static String text(final Path image) throws IOException {
		return "data:image/any;base64," + Base64.getEncoder().encodeToString(Files.readAllBytes(image));
	}

	private static Superres reading(final String text) {
		return new InThisJvm(text.getBytes(StandardCharsets.UTF_8));
	}

	/** What a run has printed, as a file. */
	private Path decoded(final Run run, final String type) throws IOException {
		final String line = run.assertFine().out();
		final String header = "data:image/" + type + ";base64,";
		assertTrue(line.startsWith(header), line);
		assertEquals(1, line.lines().count());
		return Files.write(folder.resolve("decoded." + type), Base64.getDecoder().decode(line.substring(header.length()).strip()));
	}

	private static void assertSame(final Path expected, final Path actual) throws IOException {
		final ImagePlus a = ImageFiles.open(expected);
		final ImagePlus b = ImageFiles.open(actual);
		assertEquals(a.getBitDepth(), b.getBitDepth());
		assertEquals(a.getStackSize(), b.getStackSize());
		for (int i = 1; i <= a.getStackSize(); i++)
			assertArrayEquals(a.getStack().getProcessor(i).getIntArray(), b.getStack().getProcessor(i).getIntArray());
	}

	@ParameterizedTest
	@CsvSource({ "8, png, png", "24, png, tiff", "24, jpg, jpeg", "16, tif, png", "32, tif, tiff", "16, tif, tiff" })
	void theWayThroughTextsIsThatThroughFiles(final int bitDepth, final String from, final String to) throws IOException {
		final Path input = save(bitDepth, "in." + from);
		final Path expected = folder.resolve("out." + to);
		superres.run("upscale", "--input", input, "--output", expected, "--model", MODEL).assertFine();
		final Object[] filter = { "upscale", "--input", "-", "--output", "data:" + to, "--model", MODEL };
		assertSame(expected, decoded(reading(text(input)).run(filter), to));
		assertSame(expected, decoded(new InThisJvm(Files.readAllBytes(input)).run(filter), to));
		final Path file = Files.writeString(folder.resolve("in.txt"), text(input).replaceAll(".{60}", "$0\n"));
		assertSame(expected, decoded(superres.run("upscale", "--input", file, "--output", "data:" + to, "--model", MODEL), to));
	}

	@Test
	void stacksGoThroughTiff() throws IOException {
		final Path stack = TestInputs.save(TestInputs.stack(5), folder.resolve("stack.tif"));
		final Path expected = folder.resolve("out.tif");
		superres.run("upscale", "--input", stack, "--output", expected, "--model", MODEL).assertFine();
		final Path actual = decoded(reading(text(stack)).run("upscale", "--input", "-", "--output", "data:tiff", "--model",
			MODEL), "tiff");
		assertSame(expected, actual);
		assertEquals(5, ImageFiles.open(actual).getStackSize());
	}

	@Test
	void resultsNameAnImageWithoutANameAndTheFileOfAText() throws IOException {
		final Path image = save(8, "in.png");
		final Path text = Files.writeString(folder.resolve("truth.txt"), text(image));
		final Path map = folder.resolve("map.tif");
		final Run run = reading(text(image)).run("psnr", "--reference", text, "--test", "-", "--error_map", "true", "--output",
			map);
		assertTrue(run.assertFine().lastLine().startsWith("Infinity dB"), run.out());
		final String info = ImageFiles.open(map).getInfoProperty();
		assertTrue(info.contains("reference: truth.txt\ntest: image\n"), info);
	}

	@Test
	void theReportLeavesStandardOutputToTheImage() throws IOException {
		final Path image = save(8, "in.png");
		final Run run = superres.run("psnr", "--reference", image, "--test", image, "--error_map", "true", "--output",
			"data:tiff");
		assertEquals(0, run.status());
		assertTrue(run.out().startsWith("data:image/tiff;base64,"), run.out());
		assertEquals(1, run.out().lines().count());
		assertTrue(run.errors().get(0).startsWith("Infinity dB"), run.err());
	}

	/** SciJava prints its log to System.out. */
	@Test
	void theLogLeavesStandardOutputToTheImage() throws IOException {
		System.setProperty("scijava.log.level", "trace");
		try {
			final Run run = superres.run("upscale", "--input", save(8, "in.png"), "--output", "data:png", "--model", MODEL, "--debug",
				"--progress");
			assertEquals(0, run.status());
			assertTrue(run.out().startsWith("data:image/png;base64,"), run.out());
			assertEquals(1, run.out().lines().count());
		}
		finally {
			System.clearProperty("scijava.log.level");
		}
	}

	@Test
	void oneImageMayGoToStandardOutputBesideFiles() throws IOException {
		final Path truth = folder.resolve("truth.tif");
		decoded(superres.run("sample", "--reference", truth, "--output", "data:tiff"), "tiff");
		assertEquals(ImageFiles.open(folder.resolve("decoded.tiff")).getWidth() * 2, ImageFiles.open(truth).getWidth());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"data:jpeg | 16 | JPEG holds no 16-bit images. Use data:tif or data:png.",
		"data:png  | 32 | PNG holds no 32-bit images. Use data:tif.",
		"data:gif  | 8  | data:gif is no format that is known. Name data:png, data:jpeg or data:tiff.",
		"data:     | 8  | data: is no format that is known.",
	})
	void formatsThatDoNotFitAreRefusedAtOnce(final String output, final int bitDepth, final String message) throws IOException {
		final Path input = save(bitDepth, "in.tif");
		final Path other = folder.resolve("consistency.tif");
		superres.run("upscale", "--input", input, "--output", output, "--consistency_map", "true", "--consistency", other,
			"--model", MODEL).assertRefused(message);
		assertEquals(List.of("in.tif"), TestInputs.names(folder));
	}

	@Test
	void stacksAreNotWrittenAsPng() throws IOException {
		final Path stack = TestInputs.save(TestInputs.stack(5), folder.resolve("stack.tif"));
		superres.run("upscale", "--input", stack, "--output", "data:png", "--model", MODEL).assertRefused(
			"data:png cannot be written: PNG holds single planes, but the image has 5. Use data:tif.");
	}

	@Test
	void standardStreamsTakeOneImageEach() throws IOException {
		final Path image = save(8, "in.png");
		reading(text(image)).run("psnr", "--reference", "-", "--test", "-").assertRefused(
			"Standard input is named for two images, but brings one. Name a file for the other.");
		superres.run("sample", "--reference", "data:tiff", "--output", "data:png").assertRefused(
			"Standard output is named for two images.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "  \n", "hello", "data:image/png;base64,", "data:image/png;base64,aGVsbG8gd29ybGQ=",
		"data:image/png;base64,%%%", "data:text/plain;base64,AAAA", "data:image/png,AAAA" })
	void textsThatAreNoImagesAreRefused(final String text) throws IOException {
		final Path output = folder.resolve("out.png");
		final Object[] others = { "--output", output, "--model", MODEL };
		reading(text).run(args("-", others)).assertRefused("The image on standard input ");
		if (!text.contains("data:")) return; // such a file is a damaged image
		final Path file = Files.writeString(folder.resolve("in.txt"), text);
		superres.run(args(file, others)).assertRefused(file + " ");
		assertEquals(List.of("in.txt"), TestInputs.names(folder));
	}

	private static Object[] args(final Object input, final Object... others) {
		final List<Object> args = new ArrayList<>(List.of("upscale", "--input", input));
		args.addAll(List.of(others));
		return args.toArray();
	}

	@Test
	void cutImagesAreRefusedByTheNameThatTheUserKnows() throws IOException {
		final Path half = TestInputs.half(save(8, "whole.png"), folder.resolve("half.png"));
		reading(text(half)).run("psnr", "--reference", half.resolveSibling("whole.png"), "--test", "-").assertRefused(
			"The image on standard input is cut off: ");
		final Path file = Files.writeString(folder.resolve("half.txt"), text(half));
		superres.run("psnr", "--reference", file, "--test", file).assertRefused(file + " is cut off: ");
	}

	@Test
	void textsAreNotTakenFromTheCommandLine() throws IOException {
		superres.run("psnr", "--reference", text(save(8, "in.png")), "--test", "-").assertRefused(
			"an image as text is not taken from the command line; name a file that holds it, or -. See superres psnr --help.");
	}
}
