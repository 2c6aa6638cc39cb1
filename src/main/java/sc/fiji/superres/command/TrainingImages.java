package sc.fiji.superres.command;

import ij.ImagePlus;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import net.imglib2.RandomAccessibleInterval;

import sc.fiji.superres.engine.Progress;
import sc.fiji.superres.imagej.ImageFiles;
import sc.fiji.superres.imagej.ImagePlanes;
import sc.fiji.superres.network.Architecture;
import sc.fiji.superres.training.Degradation;
import sc.fiji.superres.training.TrainingSet;

/** Reads the folders that a training learns from and is judged by: every plane of every image. */
final class TrainingImages {

	private final TrainingSet set;

	TrainingImages(final Architecture architecture, final int patch, final Degradation degradation) {
		set = new TrainingSet(architecture, patch, degradation);
	}

	/**
	 * @param lr null where LR images are to be made
	 * @param validation null where images are to be held back
	 */
	TrainingSet read(final File hr, final File lr, final File validation, final Progress progress) throws IOException {
		if (lr == null) forEachPlane(hr.toPath(), validation, progress, set::add);
		else readPairs(hr.toPath(), lr.toPath(), progress);
		if (validation != null) readValidation(validation, progress);
		set.check();
		return set;
	}

	private interface PlaneConsumer {

		void accept(String name, RandomAccessibleInterval<?> plane);
	}

	private void readValidation(final File folder, final Progress progress) throws IOException {
		forEachPlane(folder.toPath(), null, progress, set::addForValidation);
		if (!set.hasImagesForValidation())
			throw new IllegalArgumentException("validation is " + folder + ", but no image in it can be validated on" + (set.leftOut()
				.isEmpty() ? ": there is none" : " (" + set.leftOut() + ")") + ". Name another folder, or leave it out.");
	}

	/** @param except a folder that may lie in the other one, and whose images are not to be learned from; null for none */
	private static void forEachPlane(final Path folder, final File except, final Progress progress,
		final PlaneConsumer consumer) throws IOException
	{
		final List<Path> files = new ArrayList<>(ImageFiles.list(folder));
		if (except != null) files.removeIf(file -> file.toAbsolutePath().normalize().startsWith(except.toPath().toAbsolutePath()
			.normalize()));
		for (int i = 0; i < files.size(); i++) {
			tell(progress, files.get(i), i, files.size());
			final ImagePlanes<?> planes = planes(files.get(i));
			for (int plane = 0; plane < planes.size(); plane++)
				consumer.accept(name(folder.relativize(files.get(i)).toString(), planes, plane), planes.plane(plane));
		}
	}

	private void readPairs(final Path hrFolder, final Path lrFolder, final Progress progress) throws IOException {
		final FolderPairs pairs = FolderPairs.of(hrFolder, lrFolder);
		for (int i = 0; i < pairs.hr().size(); i++) {
			final Path hrFile = pairs.hr().get(i), lrFile = pairs.lr().get(i);
			tell(progress, hrFile, i, pairs.hr().size());
			final ImagePlanes<?> hr = planes(hrFile), lr = planes(lrFile);
			if (hr.size() != lr.size())
				throw new IllegalArgumentException(hrFile + " has " + hr.size() + " planes and " + lrFile + " has " + lr.size() +
					"; both must have as many. Take the same planes of both.");
			for (int plane = 0; plane < hr.size(); plane++)
				set.add(name(hrFolder.relativize(hrFile).toString(), hr, plane), hr.plane(plane), lr.plane(plane));
		}
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
