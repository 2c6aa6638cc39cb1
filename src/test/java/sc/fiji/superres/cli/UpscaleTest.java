package sc.fiji.superres.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import ij.ImagePlus;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.superres.ForkedJvm;
import sc.fiji.superres.command.TestInputs;
import sc.fiji.superres.imagej.ImageFiles;

/** Baselines, maps and evaluations from the command line. */
class UpscaleTest {

	private final Superres superres = new InThisJvm();

	@TempDir
	Path folder;

	private Path input;

	@BeforeEach
	void write() throws IOException {
		input = TestInputs.save(TestInputs.image(8, 20, 16), folder.resolve("in.png"));
	}

	private Path file(final String name) {
		return folder.resolve(name);
	}

	@ParameterizedTest
	@CsvSource({ "upscale, nearest-x2, 40", "edsr, bicubic-ij-x3, 60", "srgan, lanczos-x4, 80" })
	void baselinesNeedNoModel(final String command, final String model, final int width) throws IOException {
		superres.run(command, "--input", input, "--output", file("out.png"), "--model", model).assertFine();
		assertEquals(width, ImageFiles.open(file("out.png")).getWidth());
	}

	/** Of TensorFlow's libraries, none is unpacked. */
	@Test
	void baselinesDoNotLoadTensorFlow() throws IOException {
		final Path cache = Files.createDirectory(file("cache"));
		final List<Path> classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).map(Path::of).toList();
		assertEquals(List.of(), ForkedJvm.with(classPath).environment("SUPERRES_CACHE", cache).run(Main.class, "upscale", "--input", input,
			"--output", file("out.tif"), "--model", "ibp-x2", "--ensemble", "true").lines());
		assertEquals(List.of(), TestInputs.names(cache));
		assertEquals(40, ImageFiles.open(file("out.tif")).getWidth());
	}

	@Test
	void mapsAreWritten() throws IOException {
		superres.run("upscale", "--input", input, "--output", file("out.png"), "--model", "bicubic-x2", "--ensemble", "true",
			"--consistency_map", "true", "--consistency", file("c.tif"), "--deviation_map", "true", "--deviation", file("d.tif")).assertFine();
		final ImagePlus consistency = ImageFiles.open(file("c.tif")), deviation = ImageFiles.open(file("d.tif"));
		assertEquals(20, consistency.getWidth());
		assertEquals(40, deviation.getWidth());
		assertEquals(32, consistency.getBitDepth());
		assertTrue(consistency.getDisplayRangeMin() < 0);
		assertEquals(List.of("c.tif", "d.tif", "in.png", "out.png"), TestInputs.names(folder));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"--consistency c.tif | --consistency was given, but upscale makes no such image. Add --consistency_map true.",
		"--consistency_map true | --consistency_map is true, but there is no file for the consistency map",
		"--deviation_map true --deviation d.tif | deviation_map is true, but there is no deviation where ensemble is false.",
		"--consistency_map true --consistency out.tif | out.tif is named for two images.",
		"--consistency_map true --consistency c.png | c.png",
		"--ensemble yes | 'yes' is neither true nor false",
	})
	void whatDoesNotFitIsRefusedAndNothingWritten(final String options, final String message) throws IOException {
		final List<Object> args = new java.util.ArrayList<>(List.of("upscale", "--input", input, "--output", file("out.tif"), "--model",
			"bicubic-x2"));
		for (final String option : options.split(" "))
			args.add(option.matches(".*\\.(tif|png)") ? file(option) : option);
		superres.run(args.toArray()).assertRefused(message);
		assertEquals(List.of("in.png"), TestInputs.names(folder));
	}

	@Test
	void aMissingModelIsToldWithThoseThatThereAre() {
		superres.run("srgan", "--input", input, "--output", file("out.png"), "--model", "srgan-x9").assertRefused(
			"There is no model \"srgan-x9\"; there are ", "bicubic-x2", "Give one of them, or the path of a package.");
	}

	@Test
	void anEvaluationIsMarkdownOnStandardOutputAndCsvInItsFile() throws IOException {
		final Path images = TestInputs.images(file("images"), 2, 32);
		final String out = superres.run("evaluate", "--models", "bicubic-x2,nearest-x2", "--hr", images, "--output", file("t.csv"))
			.assertFine().out();
		assertTrue(out.startsWith("| model | PSNR (dB) | SSIM | consistency (dB) | seconds |\n|---|---|---|---|---|\n| " +
			"bicubic-x2 | "), out);
		assertTrue(out.contains("\n| nearest-x2 | "), out);
		assertEquals(7, Files.readAllLines(file("t.csv")).size());
	}

	@Test
	void anEvaluationThatIsRefusedLeavesNothing() throws IOException {
		superres.run("evaluate", "--models", "bicubic-x2", "--hr", folder.resolve("none"), "--output", file("t.csv")).assertRefused(
			"hr is " + file("none") + ", but there is no such folder.");
		superres.run("evaluate", "--models", "bicubic-x2", "--hr", folder, "--output", folder).assertRefused(folder.toString());
		assertEquals(List.of("in.png"), TestInputs.names(folder));
	}
}
