package sc.fiji.superres.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import sc.fiji.superres.imagej.ImageFiles;

/**
 * The HR and LR images in two folders that belong together, as their names without extensions tell.
 *
 * @param hr in the order of the names
 * @param lr in the same order
 */
record FolderPairs(List<Path> hr, List<Path> lr) {

	/** Names in a message. */
	private static final int NAMED = 3;

	/** @throws IllegalArgumentException if an image has no partner, or two have one name */
	static FolderPairs of(final Path hrFolder, final Path lrFolder) throws IOException {
		final Map<String, Path> hr = byName(hrFolder), lr = byName(lrFolder);
		checkComplete(hr, lr, lrFolder);
		checkComplete(lr, hr, hrFolder);
		return new FolderPairs(List.copyOf(hr.values()), List.copyOf(lr.values()));
	}

	private static Map<String, Path> byName(final Path folder) throws IOException {
		final Map<String, Path> byName = new TreeMap<>();
		for (final Path file : ImageFiles.list(folder)) {
			final Path before = byName.put(folder.relativize(file).toString().replaceFirst("\\.[^.]*$", ""), file);
			if (before != null)
				throw new IllegalArgumentException(before + " and " + file + " have one name, so their pairs cannot be told. " +
					"Rename one.");
		}
		return byName;
	}

	private static void checkComplete(final Map<String, Path> files, final Map<String, Path> others, final Path folder) {
		final List<String> alone = new ArrayList<>(files.keySet());
		alone.removeAll(others.keySet());
		if (alone.isEmpty()) return;
		throw new IllegalArgumentException(files.get(alone.get(0)) +
			(alone.size() > 1 ? " and " + (alone.size() - 1) + " more have" : " has") + " no pair in " + folder +
			": there is no image named " + String.join(", ", alone.subList(0, Math.min(NAMED, alone.size()))) +
			". Give both images of a pair the same name.");
	}
}
