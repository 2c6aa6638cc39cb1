package sc.fiji.superres.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ij.ImagePlus;

/** Files whose final name is given by somebody else. */
class WriteDirectlyTest {

	@TempDir
	Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "a.tif", "ä b.PNG", ".12-ab-c.jpg" })
	void theSameBytesAsSave(final String name) throws IOException {
		final ImagePlus image = TestPlanes.random(8, 31, 17);
		ImageFiles.write(image, folder.resolve(name));
		ImageFiles.save(image, folder.resolve("saved-" + name));
		assertArrayEquals(Files.readAllBytes(folder.resolve("saved-" + name)), Files.readAllBytes(folder.resolve(name)));
		ImageFiles.write(TestPlanes.random(8, 5, 4), folder.resolve(name)); // over the longer one
		assertEquals(5, ImageFiles.open(folder.resolve(name)).getWidth());
	}

	@Test
	void theSameChecksAsSave() throws IOException {
		Files.createDirectory(folder.resolve("d.tif"));
		final ImagePlus stack = TestPlanes.randomStack(32, 3, 3, 2);
		for (final String name : List.of("a.bmp", "a.png", "none/a.tif", "d.tif")) {
			final Path file = folder.resolve(name);
			assertEquals(assertThrows(ImageFileException.class, () -> ImageFiles.save(stack, file)).getMessage(), assertThrows(
				ImageFileException.class, () -> ImageFiles.write(stack, file)).getMessage());
		}
		assertThrows(IllegalArgumentException.class, () -> ImageFiles.write(new ImagePlus(), folder.resolve("a.tif")));
		assertEquals(List.of("d.tif"), TestPlanes.names(folder));
	}

	@Test
	void aVirtualStackThatHasGone() throws IOException {
		final Path source = folder.resolve("source.tif");
		ImageFiles.save(TestPlanes.randomStack(8, 3, 3, 2), source);
		final ImagePlus image = ImageFiles.openVirtual(source);
		assertTrue(assertThrows(ImageFileException.class, () -> ImageFiles.write(image, source)).getMessage().contains("is read from it"));
		Files.delete(source);
		final String message = assertThrows(ImageFileException.class, () -> ImageFiles.write(image, folder.resolve("a.tif"))).getMessage();
		assertEquals(folder.resolve("a.tif") + " cannot be written: Plane 1 of 'source.tif' cannot be read: the file " + source +
			" has gone. Put it back, or open the stack again.", message);
	}
}
