package sc.fiji.superres.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageListTest {

	@TempDir
	Path folder;

	@Test
	void imagesOfAllFoldersInTheOrderOfTheirPaths() throws IOException {
		Files.createDirectories(folder.resolve("b/c"));
		Files.createDirectories(folder.resolve("folder.tif"));
		for (final String name : List.of("z.TIF", "b/a.png", "b/c/x.jpeg", "a.ppm", "notes.txt", "b/.123-x.tif", "tif", "b/d.Gif"))
			Files.writeString(folder.resolve(name), "x");
		final List<String> names = ImageFiles.list(folder).stream()
			.map(file -> folder.relativize(file).toString().replace('\\', '/')).collect(Collectors.toList());
		assertEquals(List.of("a.ppm", "b/a.png", "b/c/x.jpeg", "b/d.Gif", "z.TIF"), names);
	}

	@Test
	void anEmptyFolderHasNone() throws IOException {
		assertEquals(List.of(), ImageFiles.list(folder));
	}

	@Test
	void noFolder() throws IOException {
		final Path file = Files.writeString(folder.resolve("a.tif"), "x");
		assertTrue(message(file).contains("a.tif is not a folder"));
		assertTrue(message(folder.resolve("none")).contains("There is no folder"));
	}

	@Test
	void aLinkIntoItselfIsAnError() throws IOException {
		Files.createSymbolicLink(folder.resolve("loop"), folder);
		assertTrue(message(folder).contains("leads back"));
	}

	private static String message(final Path folder) {
		return assertThrows(ImageFileException.class, () -> ImageFiles.list(folder)).getMessage();
	}
}
