package sc.fiji.superres.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.superres.Requirements.require;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import ij.ImagePlus;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.superres.TestNetworks;
import sc.fiji.superres.cli.Superres.Run;
import sc.fiji.superres.command.TestInputs;
import sc.fiji.superres.imagej.ImageFiles;
import sc.fiji.superres.model.SafeTensors;

/** The launcher of the assembled application, run as users run it. */
class LauncherIT {

	private static final Path JDK_25 = Path.of("/usr/lib/jvm/temurin-25-jdk-amd64");

	@TempDir
	static Path inputs;

	private static Path model;

	@TempDir
	Path folder;

	private final Launcher launcher = Launcher.standard();

	@BeforeAll
	static void importModel() throws IOException {
		final Path weights = inputs.resolve("tiny.safetensors");
		new SafeTensors(Map.of(), TestNetworks.randomWeights(TestInputs.TINY, 1)).write(weights);
		model = inputs.resolve("tiny");
		final Run run = Launcher.standard().run("import", "--input", weights, "--output", model);
		assertEquals(0, run.status(), run.err()); // and TensorFlow's libraries are unpacked now, which is told
		assertEquals("Imported " + weights + " to " + model, run.lastLine());
	}

	@ParameterizedTest
	@CsvSource({ "8, png", "24, png", "8, tif", "24, tif", "16, tif", "32, tif" })
	void imagesOfEachKindAreEnlarged(final int bitDepth, final String extension) throws IOException {
		final Path input = TestInputs.save(TestInputs.image(bitDepth, 30, 20), folder.resolve("in." + extension));
		final Path output = folder.resolve("out." + extension);
		final Run run = edsr(launcher, input, output).assertFine();
		assertEquals("", run.out());
		final ImagePlus result = ImageFiles.open(output);
		assertEquals(bitDepth, result.getBitDepth());
		assertEquals(60, result.getWidth());
		assertEquals(40, result.getHeight());
		assertEquals(2, TestInputs.names(folder).size());
	}

	@Test
	void tilesDoNotShow() throws IOException {
		final Path input = image();
		edsr(launcher, input, folder.resolve("whole.png")).assertFine();
		edsr(launcher, input, folder.resolve("tiled.png"), "--tile_size", 7, "--halo", "exact").assertFine();
		assertArrayEquals(Files.readAllBytes(folder.resolve("whole.png")), Files.readAllBytes(folder.resolve("tiled.png")));
	}

	@Test
	void thePsnrIsTheFirstNumberOfTheLastLine() throws IOException {
		final Path reference = TestInputs.save(TestInputs.image(24, 20, 16), folder.resolve("reference.png"));
		final Path test = TestInputs.save(TestInputs.image(24, 20, 16, 0.1), folder.resolve("test.png"));
		final String value = launcher.run("psnr", "--reference", reference, "--test", test, "--channels", "y", "--border", 2).assertFine()
			.lastLine().split(" ")[0];
		assertTrue(value.matches("\\d+\\.\\d{6,}"), value);
		assertTrue(launcher.run("psnr", "--reference", reference, "--test", reference).assertFine().lastLine().startsWith("Infinity "));
		final Launcher german = launcher.java("-Duser.language=de -Duser.country=DE");
		assertTrue(german.run("psnr", "--reference", reference, "--test", test, "--channels", "y", "--border", 2).assertFine().lastLine()
			.startsWith(value + " dB"));
	}

	@Test
	void progressGoesToStandardErrorOnlyWhereAskedFor() throws IOException {
		final Run run = edsr(launcher, image(), folder.resolve("out.png"), "--tile_size", 8, "--progress");
		assertEquals(0, run.status());
		assertEquals("", run.out());
		assertTrue(run.errors().stream().anyMatch(line -> line.startsWith("Window 1 of ")), run.err());
	}

	@Test
	void whereItIsTerminatedNothingIsLeft() throws IOException, InterruptedException {
		final Path input = TestInputs.save(TestInputs.image(8, 1500, 1500), folder.resolve("large.png"));
		final Path out = inputs.resolve("out");
		final Path err = inputs.resolve("err");
		final Process process = launcher.start(out, err, "edsr", "--input", input, "--output", folder.resolve("out.png"), "--model", model,
			"--tile_size", 8, "--progress");
		for (int i = 0; !Files.readString(err).contains("Window ") && process.isAlive() && i < 1200; i++)
			Thread.sleep(50);
		process.destroy();
		assertTrue(process.waitFor(1, TimeUnit.MINUTES), "does not end");
		assertNotEquals(0, process.exitValue());
		assertTrue(Files.readString(err).endsWith("Cancelled.\n"), Files.readString(err));
		assertEquals(List.of("large.png"), TestInputs.names(folder));
	}

	/** In a folder with spaces, names beyond ASCII, and no locale, as in a container. */
	@ParameterizedTest
	@CsvSource({ "C", "POSIX", "''" })
	void namesMayHoldSpacesAndAnyLetters(final String locale) throws IOException {
		final Path odd = Files.createDirectory(folder.resolve("Größe 10 µm"));
		final Path input = TestInputs.save(TestInputs.image(8, 30, 20), odd.resolve("Zelle α #1.png"));
		final Launcher bare = launcher.with("LC_ALL", locale).with("LANG", null).in(odd);
		edsr(bare, input.getFileName(), Path.of("größer 大.tif")).assertFine();
		assertEquals(60, ImageFiles.open(odd.resolve("größer 大.tif")).getWidth());
		bare.run("edsr", "--input", "fehlt ß.png", "--output", "out.png").assertRefused("There is no file fehlt ß.png");
	}

	/** Twice, as the result of one is the input of the other. */
	@Test
	void itIsAFilterOfImagesAsText() throws IOException {
		final Object[] twice = { "edsr", "--input", "-", "--output", "data:png", "--model", model };
		final Run first = launcher.input(image()).run(twice).assertFine();
		final Path text = Files.writeString(folder.resolve("text"), first.out());
		final String second = launcher.input(text).run(twice).assertFine().out();
		assertTrue(second.matches("data:image/png;base64,\\S+\\R"), second);
		final String base64 = second.strip().substring("data:image/png;base64,".length());
		final Path result = Files.write(folder.resolve("out.png"), Base64.getDecoder().decode(base64));
		assertEquals(120, ImageFiles.open(result).getWidth());
	}

	@Test
	void itRunsThroughALinkFromAnotherFolder() throws IOException {
		final Path links = Files.createDirectory(folder.resolve("my links"));
		final Path link = Files.createSymbolicLink(links.resolve("superres"), Launcher.app().resolve("superres"));
		final Path second = Files.createSymbolicLink(links.resolve("sr"), Path.of("superres"));
		image();
		edsr(launcher.script(link).in(folder), Path.of("image.png"), Path.of("out.png")).assertFine();
		edsr(launcher.script(second).in(folder), Path.of("image.png"), Path.of("links.png")).assertFine();
		assertArrayEquals(Files.readAllBytes(folder.resolve("out.png")), Files.readAllBytes(folder.resolve("links.png")));
	}

	@Test
	void itRunsOnANewerJava() throws IOException {
		require(Files.isDirectory(JDK_25), JDK_25 + " is there");
		edsr(launcher.with("JAVA_HOME", JDK_25.toString()), image(), folder.resolve("out.png")).assertFine();
		assertEquals(60, ImageFiles.open(folder.resolve("out.png")).getWidth());
	}

	@Test
	void withoutASuitableJavaItSaysSo() throws IOException {
		launcher.with("JAVA_HOME", folder.resolve("none").toString()).run("--version").assertRefused("needs Java 17", folder.resolve(
			"none/bin/java") + " was not found");
		final Path java = Files.createDirectories(folder.resolve("bin")).resolve("java");
		Files.writeString(java, "#!/bin/sh\necho '    java.specification.version = 1.8' >&2\n");
		Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
		launcher.with("JAVA_HOME", folder.toString()).run("--version").assertRefused("needs Java 17", "is Java 1.8");
	}

	@Test
	void itTellsTheVersionOfThePlugin() {
		assertTrue(launcher.run("--version").assertFine().lastLine().matches("superres \\d+\\.\\d+\\.\\d+.*"));
		assertEquals(2, launcher.run().status());
	}

	@Test
	void theListOfModelsNamesTheShippedOnesAndTheUsers() throws IOException {
		TestInputs.half(model.resolve("saved_model.zip"), Files.createDirectories(folder.resolve("broken")).resolve("saved_model.zip"));
		final Launcher ours = launcher.with("SUPERRES_MODELS", folder.toString());
		final String list = ours.run("models").assertFine().out();
		assertTrue(list.startsWith("| model ") && list.contains("\n| edsr-x2 ") && list.contains("\nbroken (broken)\n"), list);
		assertTrue(list.contains("\n  path:       " + Launcher.app().toAbsolutePath().resolve("models/edsr-x2") + "\n"), list);
		final Run verified = ours.run("models", "--test");
		assertEquals(1, verified.status());
		assertEquals(List.of("Not to be relied on: broken. The list says why. Copy the packages again, or remove them."), verified
			.errors());
		assertTrue(verified.out().lines().anyMatch(line -> line.matches("\\| edsr-x2 .*\\| (equal|differs by \\S+) *\\|")), verified.out());
		Files.delete(folder.resolve("broken/saved_model.zip"));
		ours.run("models", "--test", "true", "--model", model).assertFine();
		final String added = ours.run("models", "--add", model).assertFine().out();
		final Path mine = folder.resolve(model.getFileName());
		assertTrue(added.startsWith("Added the model ") && added.contains(" It lies in " + mine + ".\n"), added);
		final String deleted = ours.run("models", "--delete", "--model", model.getFileName()).assertFine().out();
		assertTrue(deleted.startsWith("Deleted the model ") && deleted.endsWith(", " + mine + ".\n"), deleted);
		assertTrue(Files.notExists(mine));
	}

	private Path image() throws IOException {
		return TestInputs.save(TestInputs.image(8, 30, 20), folder.resolve("image.png"));
	}

	private static Run edsr(final Launcher launcher, final Path input, final Path output, final Object... others) {
		final List<Object> args = new ArrayList<>(List.of("edsr", "--input", input, "--output", output, "--model", model));
		args.addAll(List.of(others));
		return launcher.run(args.toArray());
	}
}
