package sc.fiji.superres.loader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What lies in a folder. */
final class Trees {

	private Trees() {}

	/** The files below a folder, relative to it, and its empty folders, sorted. */
	static List<String> list(final Path folder) {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(file -> !file.equals(folder) && (!Files.isDirectory(file) || isEmpty(file))).map(folder::relativize)
				.map(file -> file.toString().replace('\\', '/')).sorted().toList();
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	static boolean isEmpty(final Path folder) {
		try (Stream<Path> files = Files.list(folder)) {
			return files.findAny().isEmpty();
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
