package sc.fiji.superres.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import sc.fiji.superres.evaluation.EvaluationImage;
import sc.fiji.superres.imagej.ImageDimensions;
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

	/** The images that lie in a folder itself; their LR images are to be made. */
	static EvaluationImages directlyIn(final Path folder) throws IOException {
		return new EvaluationImages(folder, ImageFiles.directlyIn(folder), null);
	}

	/** The same with LR images that are to be made. */
	EvaluationImages withoutLr() {
		return new EvaluationImages(folder, hr, null);
	}

	/**
	 * The first image whose pixels have not 8 bits for each channel, as far as the headers of the files tell.
	 *
	 * @throws IOException if a file is broken
	 */
	Optional<Path> firstOfOtherBits() throws IOException {
		for (final Path file : hr) {
			final int bits = ImageFiles.size(file).map(ImageDimensions::bitDepth).orElse(8);
			if (bits != 8 && bits != 24) return Optional.of(file);
		}
		return Optional.empty();
	}

	/**
	 * Checks before the work that the LR images have the size that their HR images have in LR pixels, as far as the headers
	 * tell.
	 *
	 * @throws IllegalArgumentException if one has another size
	 * @throws IOException if a file is broken
	 */
	void checkLr(final int scale) throws IOException {
		for (int i = 0; lr != null && i < lr.size(); i++) {
			final Optional<ImageDimensions> truth = ImageFiles.size(hr.get(i)), seen = ImageFiles.size(lr.get(i));
			if (truth.isEmpty() || seen.isEmpty()) continue;
			final int width = truth.get().width() / scale, height = truth.get().height() / scale;
			if (seen.get().width() != width || seen.get().height() != height)
				throw new IllegalArgumentException(lr.get(i) + " has " + seen.get().width() + " x " + seen.get().height() +
					" pixels, but must have " + width + " x " + height + ", as " + hr.get(i) + " has " + truth.get().width() + " x " +
					truth.get().height() + " at x" + scale + ". Make it anew, or remove the folder of the LR images: they are made then.");
		}
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
