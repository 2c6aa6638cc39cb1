package sc.fiji.superres.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import ij.ImagePlus;
import ij.io.FileSaver;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.superres.cli.Superres.Run;
import sc.fiji.superres.command.TestInputs;
import sc.fiji.superres.imagej.ImageFiles;

class CommandLineInterfaceTest {

	private final Superres superres = new InThisJvm();

	@TempDir
	Path folder;

	@ParameterizedTest
	@CsvSource({ "8, png, png", "24, png, tif", "16, tif, png", "32, tif, tif", "24, jpg, jpg" })
	void imagesOfEachKindAreEnlarged(final int bitDepth, final String from, final String to) throws IOException {
		TestInputs.model(folder.resolve("tiny"));
		final Path input = TestInputs.save(TestInputs.image(bitDepth, 20, 16), folder.resolve("in." + from));
		final Path output = folder.resolve("out." + to);
		final Run run = superres.run("edsr", "--input", input, "--output", output, "--model", folder.resolve("tiny")).assertFine();
		assertEquals("", run.out());
		final ImagePlus result = ImageFiles.open(output);
		assertEquals(bitDepth, result.getBitDepth());
		assertEquals(40, result.getWidth());
		assertEquals(32, result.getHeight());
		assertEquals(3, TestInputs.names(folder).size());
	}

	@Test
	void theResultMayTakeThePlaceOfTheInput() throws IOException {
		TestInputs.model(folder.resolve("tiny"));
		final Path file = TestInputs.save(TestInputs.image(8, 20, 16), folder.resolve("image.png"));
		superres.run("edsr", "--input", file, "--output", file, "--model", folder.resolve("tiny")).assertFine();
		assertEquals(40, ImageFiles.open(file).getWidth());
	}

	@Test
	void namesMayBeginWithAnAtSign() throws IOException {
		final Path file = TestInputs.save(TestInputs.image(8, 20, 16), Path.of("@name-of-a-test.png"));
		try {
			superres.run("psnr", "--reference", file, "--test", file).assertFine();
		}
		finally {
			Files.delete(file);
		}
	}

	@Test
	void thePsnrIsTheFirstNumberOfTheLastLine() throws IOException {
		final Path reference = TestInputs.save(TestInputs.image(24, 20, 16), folder.resolve("reference.png"));
		final Path test = TestInputs.save(TestInputs.image(24, 20, 16, 0.1), folder.resolve("test.png"));
		final String line = superres.run("psnr", "--reference", reference, "--test", test, "--channels", "y", "--border", 2).assertFine()
			.lastLine();
		assertTrue(line.matches("\\d+\\.\\d{6,} dB PSNR \\(range 255, border 2, Y of .*\\)"), line);
		assertTrue(superres.run("psnr", "--reference", reference, "--test", reference).assertFine().lastLine().startsWith("Infinity dB"));
	}

	@Test
	void stacksAreMeasuredPlaneByPlane() throws IOException {
		final Path reference = folder.resolve("reference.tif");
		final Path test = folder.resolve("test.tif");
		final ImagePlus stack = TestInputs.stack(3);
		assertTrue(new FileSaver(stack).saveAsTiffStack(reference.toString()));
		stack.getStack().getProcessor(2).add(1);
		stack.getStack().getProcessor(3).add(10);
		assertTrue(new FileSaver(stack).saveAsTiffStack(test.toString()));
		final Run run = superres.run("psnr", "--reference", reference, "--test", test, "--error_map", "false", "--progress");
		assertEquals("38.130804 dB PSNR (mean of 2 of 3 planes, left out 1 without error, standard deviation 14.14; " +
			"32.858802 dB by one MSE of all planes; range 255, border 0, one channel, no rounding)", run.lastLine());
		assertTrue(run.errors().get(0).startsWith("Measuring plane 1 of 3"), run.err());
	}

	@Test
	void theErrorMapIsWritten() throws IOException {
		final Path reference = TestInputs.save(TestInputs.image(8, 20, 16), folder.resolve("reference.png"));
		final ImagePlus brighter = TestInputs.image(8, 20, 16);
		brighter.getProcessor().add(3);
		final Path test = TestInputs.save(brighter, folder.resolve("test.png"));
		final Path map = folder.resolve("map.tif");
		superres.run("psnr", "--reference", reference, "--test", test, "--error_map", "true", "--output", map).assertFine();
		final ImagePlus errors = ImageFiles.open(map);
		assertEquals(32, errors.getBitDepth());
		assertEquals(3, errors.getProcessor().getf(7, 5));
		assertEquals(3, errors.getDisplayRangeMax());
		assertEquals(-3, errors.getDisplayRangeMin());
	}

	@Test
	void germansGetTheSameNumbers() throws IOException {
		final Locale locale = Locale.getDefault();
		final Path reference = TestInputs.save(TestInputs.image(8, 20, 16), folder.resolve("reference.png"));
		final Path test = TestInputs.save(TestInputs.image(8, 20, 16, 0.1), folder.resolve("test.png"));
		final Object[] args = { "psnr", "--reference", reference, "--test", test, "--range", "255.5" };
		final Run expected = superres.run(args).assertFine();
		Locale.setDefault(Locale.GERMANY);
		try {
			assertEquals(expected, superres.run(args));
		}
		finally {
			Locale.setDefault(locale);
		}
	}

	@Test
	void progressIsPrintedWhereItIsAskedFor() throws IOException {
		TestInputs.model(folder.resolve("tiny"));
		final Path input = TestInputs.save(TestInputs.image(8, 20, 16), folder.resolve("in.png"));
		final List<String> lines = superres.run("edsr", "--input", input, "--output", folder.resolve("out.png"), "--model", folder.resolve(
			"tiny"), "--tile_size", 8, "--progress").errors();
		assertTrue(lines.stream().anyMatch(line -> line.matches("Window 1 of \\d+ \\(\\d+ %.*\\)")), lines.toString());
		assertTrue(lines.stream().noneMatch(line -> line.contains("\r")), lines.toString());
	}
}
