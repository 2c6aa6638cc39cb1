package sc.fiji.superres.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import sc.fiji.superres.evaluation.EvaluationImage;
import sc.fiji.superres.imagej.ImageFiles;
import sc.fiji.superres.imagej.ImagePlanes;

/** The images of an evaluation in their folders, opened one at a time: every plane of each. */
final class EvaluationImages {

	private final Path folder;
	private final List<Path> hr;
	private final List<Path> lr;

	private EvaluationImages(final Path folder, final List<Path> hr, final List<Path> lr) {
		this.folder = folder;
		this.hr = hr;
		this.lr = lr;
	}

	/**
	 * @param lr null where LR images are to be made
	 * @throws IllegalArgumentException if there are no images, or an image has no partner of its name
	 */
	static EvaluationImages of(final File hr, final File lr) throws IOException {
		final List<Path> files = ImageFiles.list(hr.toPath());
		if (files.isEmpty())
			throw new IllegalArgumentException("There is no image in " + hr + " that ImageJ opens. Name a folder with images.");
		if (lr == null) return new EvaluationImages(hr.toPath(), files, null);
		final FolderPairs pairs = FolderPairs.of(hr.toPath(), lr.toPath());
		return new EvaluationImages(hr.toPath(), pairs.hr(), pairs.lr());
	}

	/** Number of files. */
	int size() {
		return hr.size();
	}

	List<EvaluationImage> read(final int file) throws IOException {
		final ImagePlanes<?> truth = planes(hr.get(file));
		final ImagePlanes<?> seen = lr == null ? null : planes(lr.get(file));
		if (seen != null && seen.size() != truth.size())
			throw new IllegalArgumentException(hr.get(file) + " has " + truth.size() + " planes and " + lr.get(file) + " has " + seen
				.size() + "; both must have as many. Take the same planes of both.");
		final List<EvaluationImage> images = new ArrayList<>();
		for (int plane = 0; plane < truth.size(); plane++)
			images.add(new EvaluationImage(folder.relativize(hr.get(file)) +
				(truth.size() == 1 ? "" : " (plane " + (plane + 1) + ")"), truth.plane(plane), seen == null ? null : seen.plane(plane)));
		return images;
	}

	private static ImagePlanes<?> planes(final Path file) throws IOException {
		return ImagePlanes.of(ImageFiles.open(file));
	}
}
