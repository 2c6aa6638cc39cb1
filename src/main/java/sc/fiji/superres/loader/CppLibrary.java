package sc.fiji.superres.loader;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The C++ library of a Linux machine, which must be there before TensorFlow is.
 * <p>
 * TensorFlow's libraries hold parts of a newer one. Where they are the first of a JVM to need {@code libstdc++} (Debian's
 * JVM needs it itself, Temurin's does not), the linker puts those parts in place of its own inside {@code libstdc++}, and an
 * older native library that comes later crashes, such as TensorFlow 1.15 in {@code std::random_device}.
 */
final class CppLibrary {

	private static final String NAME = "libstdc++.so.6";

	private CppLibrary() {}

	/** Loads it where it usually lies; elsewhere TensorFlow will find it as ever. */
	static void load() {
		if (!Platform.current().natives().startsWith("linux") || isLoaded()) return;
		for (final Path file : candidates(System.getProperty("java.library.path", "")))
			try {
				System.load(file.toString());
				return;
			}
			catch (final UnsatisfiedLinkError e) {
				// For another processor: on some machines lib holds the 32-bit libraries.
			}
	}

	/** The linker's own variable stands first in Java's path. */
	static List<Path> candidates(final String libraryPath) {
		return Stream.concat(Stream.of(libraryPath.split(File.pathSeparator)), Stream.of("/usr/lib/x86_64-linux-gnu",
			"/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/usr/lib")).filter(folder -> folder.startsWith("/")).map(folder -> Path.of(
				folder, NAME)).filter(Files::exists).distinct().toList();
	}

	static boolean isLoaded() {
		try {
			return Files.readString(Path.of("/proc/self/maps"), StandardCharsets.ISO_8859_1).contains("/" + NAME);
		}
		catch (final IOException e) {
			return false;
		}
	}
}
