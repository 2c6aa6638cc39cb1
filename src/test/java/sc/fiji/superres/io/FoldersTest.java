package sc.fiji.superres.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {

	@TempDir
	private Path folder;
	private Path inner;

	@BeforeEach
	void fill() throws IOException {
		inner = Files.createDirectory(folder.resolve("inner"));
		Files.write(folder.resolve("a"), new byte[3]);
		Files.write(inner.resolve("b"), new byte[4]);
	}

	@Test
	void aListDoesNotGoDeeper() throws IOException {
		assertEquals(Set.of(folder.resolve("a"), inner), Set.copyOf(Folders.list(folder)));
	}

	@Test
	void aFolderComesBeforeWhatItHolds() throws IOException {
		final List<Path> files = Folders.walk(folder);
		assertEquals(4, files.size());
		assertEquals(folder, files.get(0));
		assertEquals(files.indexOf(inner) + 1, files.indexOf(inner.resolve("b")));
	}

	@Test
	void bytesAreThoseOfAllFiles() throws IOException {
		assertEquals(7, Folders.bytes(folder));
		assertEquals(3, Folders.bytes(folder.resolve("a")));
	}

	/** Found only on the way, where a stream hides it. */
	@Test
	void whatCannotBeReadIsAnIoException() throws IOException {
		Files.createSymbolicLink(inner.resolve("again"), folder);
		assertThrows(FileSystemLoopException.class, () -> Folders.walk(folder, FileVisitOption.FOLLOW_LINKS));
		assertThrows(NoSuchFileException.class, () -> Folders.list(folder.resolve("none")));
		assertThrows(NoSuchFileException.class, () -> Folders.walk(folder.resolve("none")));
	}
}
