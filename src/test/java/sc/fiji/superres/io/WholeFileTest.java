package sc.fiji.superres.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

	@TempDir
	private Path folder;

	@Test
	void whatWasThereStaysUntilTheNewFileIsWhole() throws IOException {
		final Path file = Files.writeString(folder.resolve("a.txt"), "old");
		WholeFile.write(file, part -> {
			Files.writeString(part, "new");
			assertEquals("old", Files.readString(file));
		});
		assertEquals("new", Files.readString(file));
		assertEquals(List.of("a.txt"), names());
	}

	@Test
	void aFailureLeavesTheOldFileAndNothingElse() throws IOException {
		final Path file = Files.writeString(folder.resolve("a.txt"), "old");
		final String message = assertThrows(IOException.class, () -> WholeFile.write(file, part -> {
			Files.writeString(part, "half");
			throw new IOException("No space left on device");
		})).getMessage();
		assertEquals(file + " cannot be written: No space left on device.", message);
		assertEquals("old", Files.readString(file));
		assertEquals(List.of("a.txt"), names());
	}

	@Test
	void aFolderIsReplacedWhole() throws IOException {
		final Path target = Files.createDirectory(folder.resolve("model"));
		Files.writeString(target.resolve("old"), "");
		WholeFile.write(target, part -> Files.writeString(Files.createDirectory(part).resolve("new"), ""));
		assertTrue(Files.exists(target.resolve("new")));
		assertFalse(Files.exists(target.resolve("old")));
		assertEquals(List.of("model"), names());
	}

	@Test
	void aFileDoesNotReplaceAFolder() throws IOException {
		final Path target = Files.createDirectory(folder.resolve("model"));
		assertThrows(IOException.class, () -> WholeFile.write(target, part -> Files.writeString(part, "")));
		assertEquals(List.of("model"), names());
	}

	@Test
	void aMissingFolderIsSaid() {
		final Path file = folder.resolve("none").resolve("a.txt");
		for (final String message : List.of(assertThrows(IOException.class, () -> WholeFile.check(file)).getMessage(), assertThrows(
			IOException.class, () -> WholeFile.write(file, part -> {})).getMessage()))
			assertTrue(message.contains("there is no folder " + folder.resolve("none")), message);
	}

	@Test
	void checkingLeavesNothing() throws IOException {
		WholeFile.check(folder.resolve("a.txt"));
		assertEquals(List.of(), names());
	}

	private List<String> names() throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(file -> file.getFileName().toString()).sorted().toList();
		}
	}
}
