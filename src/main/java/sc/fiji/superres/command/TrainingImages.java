package sc.fiji.superres.command;

import ij.ImagePlus;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import net.imglib2.RandomAccessibleInterval;

import sc.fiji.superres.engine.Progress;
import sc.fiji.superres.imagej.ImageFiles;
import sc.fiji.superres.imagej.ImagePlanes;
import sc.fiji.superres.network.Architecture;
import sc.fiji.superres.training.Degradation;
import sc.fiji.superres.training.TrainingSet;

/** Reads the folders that a training learns from and is judged by: every plane of every image. */
final class TrainingImages {

	/** Names in a message. */
	private static final int NAMED = 3;

	private final TrainingSet set;

	TrainingImages(final Architecture architecture, final int patch, final Degradation degradation) {
		set = new TrainingSet(architecture, patch, degradation);
	}

	/**
	 * @param lr null where LR images are to be made
	 * @param validation null where images are to be held back
	 */
	TrainingSet read(final File hr, final File lr, final File validation, final Progress progress) throws IOException {
		if (lr == null) forEachPlane(hr.toPath(), progress, set::add);
		else readPairs(hr.toPath(), lr.toPath(), progress);
		if (validation != null) forEachPlane(validation.toPath(), progress, set::addForValidation);
		set.check();
		return set;
	}

	private interface PlaneConsumer {

		void accept(String name, RandomAccessibleInterval<?> plane);
	}

	private static void forEachPlane(final Path folder, final Progress progress, final PlaneConsumer consumer) throws IOException {
		final List<Path> files = ImageFiles.list(folder);
		for (int i = 0; i < files.size(); i++) {
			tell(progress, files.get(i), i, files.size());
			final ImagePlanes<?> planes = planes(files.get(i));
			for (int plane = 0; plane < planes.size(); plane++)
				consumer.accept(name(folder.relativize(files.get(i)).toString(), planes, plane), planes.plane(plane));
		}
	}

	private void readPairs(final Path hrFolder, final Path lrFolder, final Progress progress) throws IOException {
		final Map<String, Path> hrFiles = byName(hrFolder), lrFiles = byName(lrFolder);
		checkComplete(hrFiles, lrFiles, lrFolder);
		checkComplete(lrFiles, hrFiles, hrFolder);
		int i = 0;
		for (final Map.Entry<String, Path> hrFile : hrFiles.entrySet()) {
			tell(progress, hrFile.getValue(), i++, hrFiles.size());
			final ImagePlanes<?> hr = planes(hrFile.getValue()), lr = planes(lrFiles.get(hrFile.getKey()));
			if (hr.size() != lr.size())
				throw new IllegalArgumentException(hrFile.getValue() + " has " + hr.size() + " planes and " + lrFiles.get(hrFile.getKey()) +
					" has " + lr.size() + "; both must have as many. Take the same planes of both.");
			for (int plane = 0; plane < hr.size(); plane++)
				set.add(name(hrFile.getKey(), hr, plane), hr.plane(plane), lr.plane(plane));
		}
	}

	/** Without their extensions: a TIFF and a PNG may be a pair. */
	private static Map<String, Path> byName(final Path folder) throws IOException {
		final Map<String, Path> byName = new TreeMap<>();
		for (final Path file : ImageFiles.list(folder)) {
			final Path before = byName.put(folder.relativize(file).toString().replaceFirst("\\.[^.]*$", ""), file);
			if (before != null)
				throw new IllegalArgumentException(before + " and " + file + " have one name, so their pairs cannot be told. Rename one.");
		}
		return byName;
	}

	private static void checkComplete(final Map<String, Path> files, final Map<String, Path> others, final Path folder) {
		final List<String> alone = new ArrayList<>(files.keySet());
		alone.removeAll(others.keySet());
		if (alone.isEmpty()) return;
		throw new IllegalArgumentException(files.get(alone.get(0)) + (alone.size() > 1 ? " and " + (alone.size() - 1) + " more have" : " has") +
			" no pair in " + folder + ": there is no image named " + String.join(", ", alone.subList(0, Math.min(NAMED, alone.size()))) +
			". Give both images of a pair the same name.");
	}

	private static void tell(final Progress progress, final Path file, final int done, final int total) {
		progress.checkCancelled();
		progress.update("Reading " + file.getFileName(), done, total);
	}

	private static ImagePlanes<?> planes(final Path file) throws IOException {
		final ImagePlus image = ImageFiles.open(file);
		try {
			return ImagePlanes.of(image);
		}
		catch (final IllegalArgumentException e) {
			throw new IllegalArgumentException(file + " cannot be learned from. " + e.getMessage(), e);
		}
	}

	private static String name(final String file, final ImagePlanes<?> planes, final int plane) {
		return planes.size() == 1 ? file : file + " (plane " + (plane + 1) + ")";
	}
}
