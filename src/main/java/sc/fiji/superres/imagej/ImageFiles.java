package sc.fiji.superres.imagej;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import ij.ImagePlus;
import ij.process.ImageConverter;

import sc.fiji.superres.io.WholeFile;

/**
 * Image files, read and written by ImageJ's own readers and writers, but with errors as exceptions instead of dialogs, and
 * nothing printed or half written.
 *
 * <pre>
 * ImagePlus image = ImageFiles.open(Path.of("cells.tif"));
 * ImageFiles.checkSavable(image, Path.of("result.tif")); // before hours of work
 * ImageFiles.save(result, Path.of("result.tif"));
 * </pre>
 */
public final class ImageFiles {

	private static final Set<String> LISTED = Set.of("tif", "tiff", "png", "jpg", "jpeg", "bmp", "gif", "pgm", "ppm");

	private ImageFiles() {}

	/**
	 * Opens TIFF, PNG, JPEG, GIF, BMP, PGM or PPM, told by the content, as ImageJ opens it; those with a palette, but TIFF,
	 * become RGB.
	 *
	 * @throws ImageFileException if there is no such file, or it is cut off, damaged or of another format; the message is
	 *           for users
	 */
	public static ImagePlus open(final Path file) throws ImageFileException {
		if (!Files.exists(file)) throw new ImageFileException("There is no file " + file + ". Check its name and folder.");
		if (!Files.isRegularFile(file))
			throw new ImageFileException(file + " is a " + (Files.isDirectory(file) ? "folder" : "device") +
				"; an image file is needed. Name a file.");
		try {
			final ImageFormat format = ImageFormat.check(file);
			final ImagePlus image = QuietImageJ.read(() -> format.read(folder(file), file.getFileName().toString()));
			if (format != ImageFormat.TIFF) resolvePalette(image);
			return image;
		}
		catch (final ImageFileException e) {
			throw e;
		}
		catch (final IOException e) {
			throw new ImageFileException(file + " cannot be read: " + WholeFile.reason(e) +
				" Check that ImageJ opens it, or save it as TIFF.", e);
		}
	}

	/** What a GIF or an indexed PNG holds are places in a palette: nothing to compute with. */
	private static void resolvePalette(final ImagePlus image) {
		if (image.getBitDepth() == 8 && image.getProcessor().isColorLut()) new ImageConverter(image).convertToRGB();
	}

	/**
	 * Writes a single plane as TIFF, PNG or JPEG, told by the extension, whole or not at all. TIFF and PNG hold the pixels
	 * without loss; TIFF also keeps calibration, LUT, display range, Info, properties and overlay. The image stays as it is.
	 *
	 * @throws ImageFileException if the file cannot be written or its format cannot hold the image; then nothing is left
	 *           behind, and what was there before stays
	 */
	public static void save(final ImagePlus image, final Path file) throws ImageFileException {
		checkSavable(image, file);
		final OutputFormat format = OutputFormat.of(file);
		try {
			WholeFile.write(file, part -> format.write(image, part));
		}
		catch (final IOException e) {
			throw new ImageFileException(e.getMessage() + " Make room on the disk, or name another folder.", e);
		}
	}

	/**
	 * Whether {@link #save} will accept an image and a file, so that it can be said before the work.
	 *
	 * @throws ImageFileException if not
	 * @throws IllegalArgumentException if the image is not a single plane
	 */
	public static void checkSavable(final ImagePlus image, final Path file) throws ImageFileException {
		checkSavable(Planes.check(image).getBitDepth(), file);
	}

	/**
	 * Whether an image can be saved to a file: the extension is known, the format holds the bits, the folder is there and a
	 * file can be made in it.
	 *
	 * @param bitDepth bits per pixel: 8, 16, 32 or, for RGB, 24
	 * @throws ImageFileException if not
	 */
	public static void checkSavable(final int bitDepth, final Path file) throws ImageFileException {
		OutputFormat.of(file).checkBitDepth(file, bitDepth);
		if (Files.exists(file) && !Files.isRegularFile(file))
			throw new ImageFileException(file + " cannot be written: a folder or device of this name is there. Name another file.");
		try {
			WholeFile.check(file);
		}
		catch (final IOException e) {
			throw new ImageFileException(e.getMessage(), e);
		}
	}

	/**
	 * The image files in a folder and its folders, by their extensions (tif, tiff, png, jpg, jpeg, bmp, gif, pgm, ppm, in any
	 * case), in the order of their paths. Hidden files are left out.
	 *
	 * @throws ImageFileException if there is no such folder, or it cannot be read
	 */
	public static List<Path> list(final Path folder) throws ImageFileException {
		if (!Files.isDirectory(folder))
			throw new ImageFileException((Files.exists(folder) ? folder + " is not a folder" : "There is no folder " + folder) +
				". Name a folder with images.");
		try (Stream<Path> files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
			return files.filter(ImageFiles::isListed)
				.sorted(Comparator.comparing(file -> folder.relativize(file).toString())).collect(Collectors.toList());
		}
		catch (final IOException e) {
			throw unlisted(folder, e);
		}
		catch (final UncheckedIOException e) {
			throw unlisted(folder, e.getCause());
		}
	}

	private static ImageFileException unlisted(final Path folder, final IOException e) {
		final String reason = e instanceof FileSystemLoopException ? "a link in it leads back into it." : WholeFile.reason(e);
		return new ImageFileException("The folder " + folder + " cannot be read: " + reason + " Check it, or name another one.", e);
	}

	private static boolean isListed(final Path file) {
		return LISTED.contains(extension(file).toLowerCase(Locale.ROOT)) && !file.getFileName().toString().startsWith(".") &&
			Files.isRegularFile(file);
	}

	/** What follows the last dot of the file's name; empty if there is no dot. */
	static String extension(final Path file) {
		final String name = String.valueOf(file.getFileName());
		return name.substring(name.lastIndexOf('.') < 0 ? name.length() : name.lastIndexOf('.') + 1);
	}

	/** The folder of a file as ImageJ wants it, with a separator at its end. */
	static String folder(final Path file) {
		final String folder = file.toAbsolutePath().getParent().toString();
		return folder.endsWith(File.separator) ? folder : folder + File.separator;
	}
}
