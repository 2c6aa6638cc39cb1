package sc.fiji.superres.imagej;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import ij.ImagePlus;

import sc.fiji.superres.batch.ImageSize;
import sc.fiji.superres.batch.ImageSource;
import sc.fiji.superres.batch.SourceImage;

/** The images of a folder, opened by ImageJ, stacks plane by plane. */
public final class ImageFolder implements ImageSource {

	private final Path folder;
	private final String pattern;
	private final boolean recursive;
	private final String channels;
	private final String slices;
	private final String frames;
	private List<String> names;

	/**
	 * @param folder that exists
	 * @param pattern of the names; see {@link ImageFiles#list(Path, String, boolean)}
	 * @param recursive whether its folders are searched, too
	 * @param channels of each image; see {@link PlaneSelection}
	 * @param slices likewise
	 * @param frames likewise
	 */
	public ImageFolder(final Path folder, final String pattern, final boolean recursive, final String channels,
		final String slices, final String frames)
	{
		this.folder = folder;
		this.pattern = pattern;
		this.recursive = recursive;
		this.channels = channels;
		this.slices = slices;
		this.frames = frames;
	}

	/** Whether the folder has at most so many files and folders, so that it is listed quickly. */
	public boolean isWithin(final int entries) throws IOException {
		return new FolderSearch(folder, new NamePattern(pattern), recursive).isWithin(entries);
	}

	/** As they were when they were first asked for. */
	@Override
	public List<String> names() throws IOException {
		if (names == null) names = ImageFiles.list(folder, pattern, recursive).stream()
			.map(file -> folder.relativize(file).toString().replace('\\', '/')).toList();
		return names;
	}

	/** Of the first image whose header tells; nothing where none does. */
	public Optional<ImageSize> firstSize() throws IOException {
		for (final String name : names()) {
			try {
				final Optional<ImageSize> size = size(name);
				if (size.isPresent()) return size;
			}
			catch (final IOException | IllegalArgumentException e) {
				continue; // said when it is its turn
			}
		}
		return Optional.empty();
	}

	@Override
	public Path file(final String name) {
		return folder.resolve(name);
	}

	@Override
	public Optional<ImageSize> size(final String name) throws IOException {
		final Optional<ImageDimensions> image = ImageFiles.size(file(name));
		if (image.isEmpty()) return Optional.empty();
		final PlaneSelection selection = PlaneSelection.of(image.get(), channels, slices, frames);
		return Optional.of(new ImageSize(image.get().width(), image.get().height(), selection.size(), image.get().bitDepth()));
	}

	@Override
	public SourceImage<?> open(final String name) throws IOException {
		final ImagePlus image = ImageFiles.openVirtual(file(name));
		return FileImage.of(image, PlaneSelection.of(image, channels, slices, frames));
	}

	@Override
	public void checkFormat(final ImageSize result, final Path file) throws IOException {
		ImageFiles.checkFormat(new ResultSize(result.width(), result.height(), result.planes(), result.bitDepth()), file);
	}
}
