package sc.fiji.superres.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import sc.fiji.superres.io.WholeFile;

/** The folder of an update site as it lies on the server; after an incremental build only what is to be added there. */
record SiteFolder(Path folder) {

	/**
	 * Writes index and changed files; what was in the folder before is replaced when all is whole.
	 *
	 * @throws IOException if it cannot be written; nothing is left behind
	 */
	void write(final SiteUpdate update) throws IOException {
		final Path target = folder.toAbsolutePath();
		Files.createDirectories(target.getParent());
		WholeFile.write(target, part -> {
			Files.createDirectory(part);
			for (final Map.Entry<String, SiteFile> file : update.changed().entrySet()) {
				final Path copy = part.resolve(file.getKey());
				Files.createDirectories(copy.getParent());
				Files.copy(file.getValue().source(), copy);
			}
			IndexWriter.write(update.index(), part.resolve(SiteIndex.FILE));
		});
	}

	/** Its index, which must be there. */
	SiteIndex index() throws IOException {
		return new SiteAddress(folder.toString()).existingIndex();
	}

	/** The names of all files but the index, with slashes. */
	List<String> files() throws IOException {
		final Path root = folder.toRealPath(); // it may be a link
		try (Stream<Path> files = Files.walk(root)) {
			return files.filter(Files::isRegularFile).map(file -> root.relativize(file).toString().replace('\\', '/')).filter(
				name -> !name.equals(SiteIndex.FILE)).sorted().toList();
		}
	}
}
