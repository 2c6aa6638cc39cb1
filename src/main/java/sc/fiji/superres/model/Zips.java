package sc.fiji.superres.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import sc.fiji.superres.io.Folders;
import sc.fiji.superres.io.TemporaryFile;
import sc.fiji.superres.io.WholeFile;

/** Folders as zip files, and folders that exist for a moment. */
final class Zips {

	/** The time of every entry, so that the same files give the same bytes; in 1980's January the format changes. */
	private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

	/** Works in a temporary folder. */
	interface Work<T> {

		T in(Path folder) throws IOException;
	}

	private Zips() {}

	/** Does some work in a new folder, which is deleted afterwards in any case. */
	static <T> T inTemporaryFolder(final Work<T> work) throws IOException {
		final Path folder = TemporaryFile.createFolder();
		try {
			return work.in(folder);
		}
		finally {
			WholeFile.delete(folder);
		}
	}

	/** Writes the files below a folder, sorted by name, as a zip file. */
	static void pack(final Path folder, final Path zip) throws IOException {
		try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
			final List<String> names = Folders.walk(folder).stream().filter(Files::isRegularFile)
				.map(file -> folder.relativize(file).toString().replace('\\', '/')).sorted(Comparator.naturalOrder()).toList();
			for (final String name : names) {
				final ZipEntry entry = new ZipEntry(name);
				entry.setTimeLocal(TIME);
				out.putNextEntry(entry);
				Files.copy(folder.resolve(name), out);
				out.closeEntry();
			}
		}
	}

	/** @throws IOException if the zip file is damaged, or holds a name that leads out of the folder */
	static void unpack(final Path zip, final Path folder) throws IOException {
		try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
			for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
				final Path file = folder.resolve(entry.getName()).normalize();
				if (!file.startsWith(folder))
					throw new IOException("the zip file names a file outside of itself, " + entry.getName() + ".");
				if (entry.isDirectory()) continue;
				Files.createDirectories(file.getParent());
				Files.copy(in, file);
			}
		}
		catch (final IllegalArgumentException e) {
			throw new IOException("the zip file names a file that cannot be: " + e.getMessage(), e);
		}
	}
}
