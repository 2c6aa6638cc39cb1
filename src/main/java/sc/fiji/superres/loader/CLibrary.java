package sc.fiji.superres.loader;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The C library that this Java runs on, on Linux. TensorFlow's libraries need glibc; Alpine and its like have musl, whose
 * loader of libraries shows in the memory of each process.
 */
final class CLibrary {

	private static final String MUSL = "/ld-musl-";

	private final Path root;

	/** @param root of the file system with {@code proc}; another one for tests */
	CLibrary(final Path root) {
		this.root = root;
	}

	static CLibrary current() {
		return new CLibrary(Path.of("/"));
	}

	/** Why TensorFlow cannot run on it, for the user; empty if it can, or that is not known. */
	Optional<String> problem() {
		if (!maps().contains(MUSL)) return Optional.empty();
		return Optional.of("TensorFlow needs a Linux with the C library glibc, but this Java runs on musl, as in Alpine Linux: " +
			"use another distribution or container, such as Debian. " + Platform.WITHOUT_TENSORFLOW);
	}

	private String maps() {
		try {
			return Files.readString(root.resolve("proc/self/maps"), StandardCharsets.ISO_8859_1);
		}
		catch (final IOException e) {
			return ""; // not Linux
		}
	}
}
