package sc.fiji.superres.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import ij.ImagePlus;

class BadOutputFileTest {

	@TempDir
	Path folder;

	private void assertRefused(final ImagePlus image, final Path file, final String... parts) throws IOException {
		final List<String> before = TestPlanes.names(folder);
		final String early = assertThrows(ImageFileException.class, () -> ImageFiles.checkSavable(image, file)).getMessage();
		final String late = assertThrows(ImageFileException.class, () -> ImageFiles.save(image, file)).getMessage();
		assertEquals(early, late);
		assertTrue(late.contains(file.toString()), late);
		for (final String part : parts)
			assertTrue(late.contains(part), late);
		assertEquals(before, TestPlanes.names(folder));
	}

	@Test
	void aGoodFileIsNotMadeByAsking() throws IOException {
		ImageFiles.checkSavable(TestPlanes.random(8, 3, 3), folder.resolve("a.tif"));
		assertEquals(List.of(), TestPlanes.names(folder));
	}

	@Test
	void aRelativeNameIsInTheWorkingFolder() throws IOException {
		ImageFiles.checkSavable(new ResultSize(3, 3, 1, 8), Path.of("a.tif"));
	}

	@ParameterizedTest
	@CsvSource({ "a.bmp, the extension .bmp", "a, no extension", "a.tif.gz, the extension .gz", "a., no extension" })
	void unknownExtension(final String name, final String found) throws IOException {
		assertRefused(TestPlanes.random(8, 3, 3), folder.resolve(name), found, ".tif, .tiff, .png, .jpg or .jpeg");
	}

	@ParameterizedTest
	@CsvSource({ "32, a.png, PNG holds no 32-bit, Use .tif.", "32, a.jpg, JPEG holds no 32-bit, Use .tif.",
		"16, a.JPEG, JPEG holds no 16-bit, Use .tif or .png." })
	void tooManyBits(final int bitDepth, final String name, final String found, final String remedy) throws IOException {
		assertRefused(TestPlanes.random(bitDepth, 3, 3), folder.resolve(name), found, remedy);
	}

	@Test
	void noFolder() throws IOException {
		assertRefused(TestPlanes.random(8, 3, 3), folder.resolve("none/a.tif"), "there is no folder", "Make it first");
	}

	@Test
	void aFileInPlaceOfTheFolder() throws IOException {
		Files.writeString(folder.resolve("file"), "x");
		assertRefused(TestPlanes.random(8, 3, 3), folder.resolve("file/a.tif"), "there is no folder");
	}

	@Test
	void aFolderInPlaceOfTheFile() throws IOException {
		Files.createDirectories(folder.resolve("a.tif"));
		assertRefused(TestPlanes.random(8, 3, 3), folder.resolve("a.tif"), "of this name is there");
	}

	@ParameterizedTest
	@CsvSource({ "8, a.png, PNG", "24, a.jpg, JPEG", "32, a.png, PNG" })
	void aStackIsForTiff(final int bitDepth, final String name, final String format) throws IOException {
		assertRefused(TestPlanes.randomStack(bitDepth, 3, 3, 2), folder.resolve(name), format + " holds single planes, but " +
			"the image has 2",
			"Use .tif.");
	}

	@Test
	void moreThanATiffHolds() throws IOException {
		final Path file = folder.resolve("a.tif");
		ImageFiles.checkSavable(new ResultSize(1000, 1000, 4000, 8), file);
		ImageFiles.checkSavable(new ResultSize(1000, 1000, 1400, 24), file); // of three bytes
		for (final ResultSize size : new ResultSize[] { new ResultSize(1000, 1000, 4300, 8), new ResultSize(1000, 1000, 1440, 24),
			new ResultSize(40_000, 40_000, 1, 32) })
		{
			final String message = assertThrows(ImageFileException.class, () -> ImageFiles.checkSavable(size, file)).getMessage();
			assertTrue(message.contains(size.toString()) && message.contains("at most 4278") && message.contains("fewer channels"), message);
		}
	}

	@Test
	void noImage() {
		assertThrows(IllegalArgumentException.class, () -> ImageFiles.save(new ImagePlus(), folder.resolve("a.tif")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "a.tif", "a.png", "a.jpg" })
	void aFullDisk(final String name) throws Exception {
		final Path disk = Files.createDirectory(folder.resolve("disk"));
		assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk.toString()), "cannot mount");
		try {
			Files.writeString(disk.resolve(name), "old");
			final String message = assertThrows(ImageFileException.class,
				() -> ImageFiles.save(TestPlanes.random(24, 500, 400), disk.resolve(name))).getMessage();
			assertTrue(message.contains(disk.resolve(name).toString()) && message.contains("No space left") &&
				message.contains("Make room"), message);
			assertEquals(List.of(name), TestPlanes.names(disk));
			assertEquals("old", Files.readString(disk.resolve(name)));
			ImageFiles.save(TestPlanes.random(24, 20, 20), disk.resolve(name)); // the room is free again
		}
		finally {
			assertTrue(run("umount", disk.toString()), "a file is still open");
		}
	}

	@Test
	void aReadOnlyDisk() throws Exception {
		final Path disk = Files.createDirectory(folder.resolve("disk"));
		assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=64k,ro", "tmpfs", disk.toString()), "cannot mount");
		try {
			assertRefused(TestPlanes.random(8, 3, 3), disk.resolve("a.tif"), "no file can be made", "Name another folder");
		}
		finally {
			assertTrue(run("umount", disk.toString()));
		}
	}

	private static boolean run(final String... command) throws InterruptedException {
		try {
			return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start()
				.waitFor() == 0;
		}
		catch (final IOException e) {
			return false;
		}
	}
}
