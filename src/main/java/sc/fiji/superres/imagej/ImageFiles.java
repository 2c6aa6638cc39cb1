package sc.fiji.superres.imagej;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import ij.ImagePlus;
import ij.process.ImageConverter;

import sc.fiji.superres.io.WholeFile;

/**
 * Image files, read and written by ImageJ's own readers and writers, but with errors as exceptions instead of dialogs, and
 * nothing printed or half written.
 *
 * <pre>
 * ImagePlus image = ImageFiles.open(Path.of("cells.tif"));
 * ImageFiles.checkSavable(new ResultSize(width, height, planes, bits), Path.of("result.tif")); // before hours of work
 * ImageFiles.save(result, Path.of("result.tif"));
 * </pre>
 */
public final class ImageFiles {

	private ImageFiles() {}

	/**
	 * Opens an image as ImageJ opens it, stacks with all planes; an image with a palette becomes RGB, but one with
	 * pseudo-colour keeps its values and LUT. TIFF, PNG, JPEG, GIF, BMP, PGM and PPM are told by the content; DICOM, FITS, AVI,
	 * a TIFF or DICOM in a ZIP, numbers in a .txt, and what the readers of a host such as Fiji know, as ImageJ tells them.
	 *
	 * @throws ImageFileException if there is no such file, or it is cut off, damaged or of a format that nothing reads; the
	 *           message is for users
	 */
	public static ImagePlus open(final Path file) throws ImageFileException {
		return whatIs(file, () -> {
			final ImagePlus image = read(file);
			if (Palette.of(image) != null) new ImageConverter(image).convertToRGB(); // nothing to compute with
			return image;
		});
	}

	/**
	 * Opens as {@link #open}, but the planes of a TIFF stack without compression stay in the file and are read one at a time,
	 * so that memory does not grow with their number. If the file is changed, cut off or removed after that, reading a plane is
	 * an error: {@link ImagePlanes#plane} and {@link #save} say so.
	 *
	 * @throws ImageFileException as {@link #open}
	 */
	public static ImagePlus openVirtual(final Path file) throws ImageFileException {
		final ImagePlus image = whatIs(file, () -> {
			if (OtherFormats.isForHost(file)) return null;
			final TiffPlanes planes;
			try {
				planes = TiffPlanes.of(file);
			}
			catch (final ImageFileException.Unsupported e) {
				return null; // perhaps by another reader
			}
			return planes == null ? null : QuietImageJ.read(() -> VirtualTiff.image(planes));
		});
		return image == null || Palette.of(image) != null ? open(file) : image;
	}

	/**
	 * The size that an image will have when it is opened, from its header and without its pixels. A colour JPEG or animated GIF
	 * that turns out to have greys only is opened with 8 bits, but said to be RGB.
	 *
	 * @return empty if that takes another reader than ImageJ's for TIFF, PNG, JPEG, GIF, BMP, PGM and PPM; then the file may be
	 *         none that opens
	 * @throws ImageFileException as {@link #open}, if there is no such file, its header is cut off or damaged, or nothing reads
	 *           its format
	 */
	public static Optional<ImageDimensions> size(final Path file) throws ImageFileException {
		return whatIs(file, () -> {
			if (OtherFormats.isForHost(file) && OtherFormats.hasHost()) return Optional.empty();
			try {
				return Optional.of(ImageFormat.size(file));
			}
			catch (final ImageFileException.Unsupported e) {
				if (OtherFormats.mayOpen(file)) return Optional.empty();
				throw e;
			}
		});
	}

	private static ImagePlus read(final Path file) throws IOException {
		final ImageFormat format;
		try {
			format = ImageFormat.check(file);
		}
		catch (final ImageFileException.Unsupported e) {
			return OtherFormats.open(file, e);
		}
		final ImagePlus byHost = OtherFormats.isForHost(file) ? OtherFormats.byHost(file) : null;
		if (byHost != null) return byHost;
		return QuietImageJ.read(() -> format.read(folder(file), file.getFileName().toString()));
	}

	private interface Look<T> {

		T look() throws IOException;
	}

	/** What there is to say of an image file that is there. */
	private static <T> T whatIs(final Path file, final Look<T> reader) throws ImageFileException {
		if (!Files.exists(file)) throw new ImageFileException("There is no file " + file + ". Check its name and folder.");
		if (!Files.isRegularFile(file))
			throw new ImageFileException(file + " is a " + (Files.isDirectory(file) ? "folder" : "device") +
				"; an image file is needed. Name a file.");
		try {
			return reader.look();
		}
		catch (final ImageFileException e) {
			throw e;
		}
		catch (final IOException e) {
			throw new ImageFileException(file + " cannot be read: " + WholeFile.reason(e) +
				" Check that ImageJ opens it, or save it as TIFF.", e);
		}
	}

	/**
	 * Writes an image as TIFF, PNG or JPEG, told by the extension, whole or not at all. TIFF and PNG hold the pixels without
	 * loss; TIFF also holds stacks, in memory or virtual, and keeps all that ImageJ knows of an image. The image stays as it
	 * is.
	 *
	 * @throws ImageFileException if the file cannot be written, its format cannot hold the image, or a plane of a virtual stack
	 *           cannot be read; then nothing is left behind, and what was there before stays
	 * @throws IllegalArgumentException if the image has no pixels
	 */
	public static void save(final ImagePlus image, final Path file) throws ImageFileException {
		checkSavable(image, file);
		final OutputFormat format = OutputFormat.of(file);
		try {
			WholeFile.write(file, part -> format.write(image, part));
		}
		catch (final IOException e) {
			throw unwritten(e.getMessage(), e);
		}
	}

	/**
	 * Writes an image as {@link #save}, but directly to a file, for callers who give it its name when it is whole. Where that
	 * fails, a part of it may be left behind.
	 *
	 * @param part a file that need not be there; its extension tells the format
	 * @throws ImageFileException as {@link #save}
	 * @throws IllegalArgumentException if the image has no pixels
	 */
	static void write(final ImagePlus image, final Path part) throws ImageFileException {
		checkSavable(image, part);
		try {
			OutputFormat.of(part).write(image, part);
		}
		catch (final IOException e) {
			throw unwritten(part + " cannot be written: " + WholeFile.reason(e), e);
		}
	}

	private static ImageFileException unwritten(final String message, final IOException e) {
		final boolean unreadable = e instanceof ImageFileException || e.getCause() instanceof ImageFileException; // say what to do
		return new ImageFileException(message + (unreadable ? "" : " Make room on the disk, or name another folder."), e);
	}

	/**
	 * Whether {@link #save} will accept an image and a file, so that it can be said before the work.
	 *
	 * @throws ImageFileException if not
	 * @throws IllegalArgumentException if the image has no pixels
	 */
	static void checkSavable(final ImagePlus image, final Path file) throws ImageFileException {
		ImageChecks.pixels(image);
		checkSavable(new ResultSize(image.getWidth(), image.getHeight(), image.getImageStackSize(), image.getBitDepth()), file);
		checkInPlace(image, file);
	}

	/**
	 * Whether an image of a size can be saved to a file: the extension is known, the format holds the bits, the planes and the
	 * bytes, the folder is there and a file can be made in it.
	 *
	 * @throws ImageFileException if not
	 */
	public static void checkSavable(final ResultSize size, final Path file) throws ImageFileException {
		checkFormat(size, file);
		if (Files.exists(file) && !Files.isRegularFile(file))
			throw new ImageFileException(file + " cannot be written: a folder or device of this name is there. Name another " +
				"file.");
		try {
			WholeFile.check(file);
		}
		catch (final IOException e) {
			throw new ImageFileException(e.getMessage(), e);
		}
	}

	/**
	 * Whether the extension of a file is known and its format holds the bits, the planes and the bytes of an image.
	 *
	 * @throws ImageFileException if not
	 */
	static void checkFormat(final ResultSize size, final Path file) throws ImageFileException {
		OutputFormat.of(file).check(file, size);
	}

	/** A virtual stack reads its planes from where they are in its file. */
	private static void checkInPlace(final ImagePlus image, final Path file) throws ImageFileException {
		if (!image.hasImageStack() || !image.getImageStack().isVirtual()) return;
		final Path source = new VirtualFiles(image.getImageStack(), image.getOriginalFileInfo()).of(1);
		try {
			if (source == null || !Files.exists(source) || !Files.exists(file) || !Files.isSameFile(source, file)) return;
		}
		catch (final IOException e) {
			return; // what is wrong with it will be said when it is read
		}
		throw new ImageFileException(file + " cannot be written: the virtual stack '" + image.getTitle() +
			"' is read from it. Name another file.");
	}

	/**
	 * The image files in a folder and its folders, by their extensions (tif, tiff, png, jpg, jpeg, bmp, gif, pgm, ppm, dcm,
	 * fits, avi, in any case), in the order of their paths. Hidden files and folders are left out.
	 *
	 * @throws ImageFileException if there is no such folder, or it cannot be read
	 */
	public static List<Path> list(final Path folder) throws ImageFileException {
		return new FolderSearch(folder, new NamePattern(null), true).files();
	}

	/**
	 * The image files that lie in a folder itself, as {@link #list(Path)} finds them.
	 *
	 * @return may be empty
	 * @throws ImageFileException if there is no such folder, or it cannot be read
	 */
	public static List<Path> directlyIn(final Path folder) throws ImageFileException {
		return new FolderSearch(folder, new NamePattern(null), false).files();
	}

	/**
	 * The files in a folder that a pattern names, in the order of their paths. Hidden files and folders are left out.
	 *
	 * @param pattern {@code *} for all with an image's extension, as {@link #list(Path)}; else a glob such as
	 *          {@code *_DAPI.tif} for names, or {@code day*}{@code /*.czi} for paths in the folder, of any extension. Upper and
	 *          lower case are the same. Blank is {@code *}
	 * @param recursive also the folders in it
	 * @return at least one
	 * @throws ImageFileException if no file fits, there is no such folder, or it cannot be read; the message says what is there
	 * @throws IllegalArgumentException if the pattern is no glob; the message is for users
	 */
	static List<Path> list(final Path folder, final String pattern, final boolean recursive) throws ImageFileException {
		final FolderSearch search = new FolderSearch(folder, new NamePattern(pattern), recursive);
		final List<Path> files = search.files();
		if (files.isEmpty()) throw search.nothing();
		return files;
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
