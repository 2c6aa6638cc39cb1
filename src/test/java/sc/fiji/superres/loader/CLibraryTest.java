package sc.fiji.superres.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CLibraryTest {

	@TempDir
	private Path root;

	private Optional<String> problem(final String library) throws IOException {
		Files.createDirectories(root.resolve("proc/self"));
		Files.writeString(root.resolve("proc/self/maps"), "7f1c8a000000-7f1c8a014000 r--p 00000000 fe:01 1234    /usr/lib/jvm/lib/\u00e4.so\n" +
			"7f1c8b000000-7f1c8b014000 r-xp 00014000 fe:01 4711    " + library + "\n", StandardCharsets.ISO_8859_1);
		return new CLibrary(root).problem();
	}

	@Test
	void muslGetsAPlainSentence() throws IOException {
		final String problem = problem("/lib/ld-musl-x86_64.so.1").orElseThrow();
		assertTrue(problem.startsWith("TensorFlow needs a Linux with the C library glibc, but this Java runs on musl"), problem);
		assertEquals(Optional.of(problem), problem("/usr/lib/ld-musl-aarch64.so.1"));
	}

	@Test
	void glibcIsFine() throws IOException {
		assertEquals(Optional.empty(), problem("/usr/lib/x86_64-linux-gnu/libc.so.6"));
		assertEquals(Optional.empty(), problem("/lib64/ld-linux-x86-64.so.2"));
	}

	@Test
	void otherSystemsAreFine() {
		assertEquals(Optional.empty(), new CLibrary(root).problem());
	}

	@Test
	void thisMachine() {
		assertEquals(Optional.empty(), CLibrary.current().problem());
	}
}
