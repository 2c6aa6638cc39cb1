package sc.fiji.superres.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What lies in folders. The streams of {@link Files} hide a folder that cannot be read in an unchecked exception. */
public final class Folders {

	private Folders() {}

	/**
	 * The files and folders in a folder, in no order.
	 *
	 * @throws IOException if it cannot be read
	 */
	public static List<Path> list(final Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.toList();
		}
		catch (final UncheckedIOException e) {
			throw e.getCause();
		}
	}

	/**
	 * A folder, and all files and folders below it, each folder before what it holds; of a file only itself.
	 *
	 * @throws IOException if one of them cannot be read
	 */
	public static List<Path> walk(final Path folder, final FileVisitOption... options) throws IOException {
		try (Stream<Path> files = Files.walk(folder, options)) {
			return files.toList();
		}
		catch (final UncheckedIOException e) {
			throw e.getCause();
		}
	}

	/**
	 * Bytes of all files below a folder, or of a file.
	 *
	 * @throws IOException if one of them cannot be read
	 */
	public static long bytes(final Path folder) throws IOException {
		long bytes = 0;
		for (final Path file : walk(folder))
			if (Files.isRegularFile(file)) bytes += Files.size(file);
		return bytes;
	}
}
