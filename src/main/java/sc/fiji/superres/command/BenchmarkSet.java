package sc.fiji.superres.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import sc.fiji.superres.imagej.ImageFiles;
import sc.fiji.superres.io.Folders;

/**
 * A data set of a benchmark. The images lie in its folder, or, cropped for each scale, in its folders {@code HR_x2},
 * {@code HR_x3}, {@code HR_x4}; then {@code LR_x2} and so on may hold their LR images.
 *
 * @param folder gives the data set its name
 * @param forScales whether the images lie in folders for scales
 * @param size number of images
 */
record BenchmarkSet(Path folder, boolean forScales, int size) {

	private static final String HR = "HR_x", LR = "LR_x";
	private static final String FOR_SCALE = "[2-4]";

	/**
	 * The data set that a folder is, or else those that its folders are: the smallest first, as papers list them.
	 *
	 * @throws IllegalArgumentException if there is none
	 * @throws IOException if a folder cannot be read
	 */
	static List<BenchmarkSet> in(final Path place) throws IOException {
		final Path folder = place.toAbsolutePath().normalize();
		if (String.valueOf(folder.getFileName()).matches("(" + HR + "|" + LR + ")" + FOR_SCALE))
			throw new IllegalArgumentException("input is " + place + ", a part of a data set. Name the folder of the data set, " +
				folder.getParent() + ".");
		final List<BenchmarkSet> sets = new ArrayList<>();
		addIfSet(sets, folder);
		if (sets.isEmpty())
			for (final Path inner : folders(folder))
				addIfSet(sets, inner);
		if (sets.isEmpty())
			throw new IllegalArgumentException("input is " + place + ", but there is no data set. Name a folder with images, or " +
				"with the folders HR_x2, HR_x3 or HR_x4, or one that holds such folders.");
		sets.sort(Comparator.comparing(BenchmarkSet::size).thenComparing(BenchmarkSet::name));
		return sets;
	}

	private static void addIfSet(final List<BenchmarkSet> sets, final Path folder) throws IOException {
		final List<Path> scales = scales(folder);
		final int size = scales.isEmpty() ? ImageFiles.directlyIn(folder).size() : ImageFiles.list(scales.get(0)).size();
		if (!scales.isEmpty() || size > 0) sets.add(new BenchmarkSet(folder, !scales.isEmpty(), size));
	}

	/** The folders of its images for each scale. */
	private static List<Path> scales(final Path folder) throws IOException {
		return folders(folder).stream().filter(inner -> inner.getFileName().toString().matches(HR + FOR_SCALE)).toList();
	}

	private static List<Path> folders(final Path folder) throws IOException {
		return Folders.list(folder).stream().filter(file -> Files.isDirectory(file) && !file.getFileName().toString().startsWith("."))
			.sorted().toList();
	}

	String name() {
		return folder.getFileName().toString();
	}

	/**
	 * Its images for a scale.
	 *
	 * @throws IllegalArgumentException if it has none for the scale, or they and their LR images do not fit together
	 * @throws IOException if they cannot be read
	 */
	EvaluationImages images(final int scale) throws IOException {
		if (!forScales) return EvaluationImages.directlyIn(folder);
		final File hr = folder.resolve(HR + scale).toFile(), lr = folder.resolve(LR + scale).toFile();
		if (!hr.isDirectory())
			throw new IllegalArgumentException(folder + " has no folder " + HR + scale + "; it has " + scales(folder).stream().map(
				each -> each.getFileName().toString()).collect(Collectors.joining(", ")) + ".");
		final EvaluationImages images = EvaluationImages.of(hr, lr.isDirectory() ? lr : null);
		images.checkLr(scale);
		return images;
	}
}
