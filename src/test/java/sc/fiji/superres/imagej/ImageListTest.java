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
	void whatIsInHiddenFoldersIsLeftOut() throws IOException {
		make(".thumbnails/a.tif", "b/.git/deep/c.tif", "b/d.tif");
		assertEquals(List.of("b/d.tif"), names("*", true));
		assertEquals(List.of("b/d.tif"), names("**/*.tif", true));
	}

	@Test
	void aLinkIntoItselfIsAnError() throws IOException {
		Files.createSymbolicLink(folder.resolve("loop"), folder);
		assertTrue(message(folder).contains("leads back"));
	}

	private static String message(final Path folder) {
		return assertThrows(ImageFileException.class, () -> ImageFiles.list(folder)).getMessage();
	}

	private List<String> names(final String pattern, final boolean recursive) throws IOException {
		return ImageFiles.list(folder, pattern, recursive).stream().map(file -> folder.relativize(file).toString().replace('\\', '/')).collect(
			Collectors.toList());
	}

	private void make(final String... names) throws IOException {
		for (final String name : names) {
			Files.createDirectories(folder.resolve(name).getParent());
			Files.writeString(folder.resolve(name), "x");
		}
	}

	@Test
	void allImagesOrThoseOfThisFolder() throws IOException {
		make("b.tif", "a.PNG", "notes.txt", "cells.czi", "sub/c.tif", ".hidden.tif", "._b.tif");
		for (final String all : new String[] { "*", "", " ", null }) {
			assertEquals(List.of("a.PNG", "b.tif", "sub/c.tif"), names(all, true));
			assertEquals(List.of("a.PNG", "b.tif"), names(all, false));
		}
	}

	@Test
	void aPatternTakesAnyExtension() throws IOException {
		make("cells.czi", "cells.tif", "other.CZI", "sub/more.czi", "plain", ".part.czi");
		assertEquals(List.of("cells.czi", "other.CZI", "sub/more.czi"), names("*.czi", true));
		assertEquals(List.of("cells.czi", "other.CZI"), names(" *.CZI ", false));
		assertEquals(List.of("cells.czi", "cells.tif"), names("cells.{czi,tif}", true));
		assertEquals(List.of("plain"), names("p*", true));
		assertEquals(List.of("cells.czi", "cells.tif", "other.CZI", "plain"), names("?*", false));
	}

	@Test
	void aPatternWithASlashIsForPaths() throws IOException {
		make("a.tif", "day1/a.tif", "day1/b.png", "day2/a.tif", "day2/deep/a.tif");
		assertEquals(List.of("day1/a.tif", "day2/a.tif"), names("day*/a.tif", true));
		assertEquals(List.of("day1/a.tif", "day1/b.png"), names("DAY1/*", true));
		assertEquals(List.of("a.tif", "day1/a.tif", "day2/a.tif", "day2/deep/a.tif"), names("**/a.tif", true));
		assertEquals(List.of("day2/deep/a.tif"), names("**/deep/*", true));
		assertEquals(List.of("a.tif"), names("**/a.tif", false));
	}

	@Test
	void spacesAndLettersOfAllKinds() throws IOException {
		make("größe 1.tif", "größe 2.TIF", "细胞.tif", "e\u0301.tif", "[1] a.tif", "day (1)/x.tif");
		assertEquals(List.of("größe 1.tif", "größe 2.TIF"), names("größe *.tif", true));
		assertEquals(List.of("größe 1.tif", "größe 2.TIF"), names("GRÖSSE *".replace("SS", "ß"), true));
		assertEquals(List.of("细胞.tif"), names("细*", true));
		assertEquals(List.of("e\u0301.tif"), names("\u00e9.tif", true));
		assertEquals(List.of("[1] a.tif"), names("\\[1\\] *", true));
		assertEquals(List.of("day (1)/x.tif"), names("day (1)/*", true));
	}

	@Test
	void badPatterns() throws IOException {
		make("a.tif");
		for (final String bad : new String[] { "[a", "{a,b", "{a,{b}}", "**/[" }) {
			final String message = assertThrows(IllegalArgumentException.class, () -> names(bad, true)).getMessage();
			assertTrue(message.startsWith("The pattern '" + bad + "' cannot be understood: ") && message.contains("Use * for any"), message);
		}
	}

	private String nothing(final String pattern, final boolean recursive) {
		return assertThrows(ImageFileException.class, () -> names(pattern, recursive)).getMessage();
	}

	@Test
	void nothingFound() throws IOException {
		assertEquals("There is no image in the folder " + folder + " and its folders: it has no files. Name another folder or pattern.",
			nothing("*", true));
		make("a.czi", "b.czi", "README", "sub/c.tif", ".x.tif");
		assertEquals("There is no file *.nd2 in the folder " + folder + " and its folders: it has 4 files, none of them named *.nd2 (2 .czi, " +
			"1 .tif, 1 without extension). Name another folder or pattern.", nothing("*.nd2", true));
		final String message = nothing("*", false);
		assertTrue(message.startsWith("There is no image in the folder " + folder + ", whose folders were not searched: it has 3 files, none of " +
			"them .avi, .bmp, ") && message.contains("(2 .czi, 1 without extension)"), message);
	}

	@Test
	void manyKindsAreNotAllNamed() throws IOException {
		make("a.a", "b.b", "c.c", "d.d", "e.e", "f.f", "g.f");
		assertTrue(nothing("*", true).contains("(2 .f, 1 .a, 1 .b, 1 .c, 1 .d, ...)"), nothing("*", true));
	}

	@Test
	void badFolders() throws IOException {
		final Path file = Files.writeString(folder.resolve("a.tif"), "x");
		for (final Path bad : new Path[] { file, folder.resolve("none") })
			assertEquals(message(bad), assertThrows(ImageFileException.class, () -> ImageFiles.list(bad, "*.tif", true)).getMessage());
	}

	@Test
	void brokenLinksAreNoFiles() throws IOException {
		make("a.tif");
		Files.createSymbolicLink(folder.resolve("b.tif"), folder.resolve("gone.tif"));
		Files.createSymbolicLink(folder.resolve("c.tif"), folder.resolve("a.tif"));
		assertEquals(List.of("a.tif", "c.tif"), names("*.tif", true));
	}

	@Test
	void manyFiles() throws IOException {
		for (int i = 0; i < 10_000; i++)
			Files.createFile(folder.resolve("cell " + i + (i % 2 == 0 ? ".tif" : ".txt")));
		assertEquals(5000, names("cell *.tif", true).size());
		assertEquals(5000, names("*", true).size());
	}
}
