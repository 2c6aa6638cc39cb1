package sc.fiji.superres;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Copies that take no space, as engines are large: delete a copy before you write to it. */
public final class Links {

	private Links() {}

	/** A folder, but what is unpacked in it. */
	public static void copyTree(final Path from, final Path to) throws IOException {
		try (Stream<Path> files = Files.walk(from)) {
			for (final Path file : files.filter(Files::isRegularFile).filter(file -> !file.toString().contains(".natives")).toList())
				copy(file, to.resolve(from.relativize(file).toString()));
		}
	}

	/** A hard link where that can be; Java would follow a symbolic one to our own folder. */
	public static void copy(final Path from, final Path to) throws IOException {
		Files.createDirectories(to.getParent());
		try {
			Files.createLink(to, from);
		}
		catch (final FileSystemException | UnsupportedOperationException e) {
			Files.copy(from, to);
		}
	}
}
