package sc.fiji.superres.imagej;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

import ij.ImagePlus;
import ij.io.Opener;

/**
 * The formats that images are read from, told by their first bytes. ImageJ opens cut files without a word, so each has a
 * check that comes before.
 */
enum ImageFormat {

	TIFF(TiffCheck::check, TiffSize::of) {

		@Override
		ImagePlus read(final String folder, final String name) throws IOException {
			final ImagePlus image = new Opener().openTiff(folder, name);
			final int planes = TiffCheck.planes(folder, name);
			// Where memory ends within a stack, ImageJ keeps the planes that it has.
			if (image != null && image.getImageStackSize() < planes)
				throw new IOException("only " + image.getImageStackSize() + " of " + planes + " planes could be read");
			return image;
		}
	},
	PNG(PngCheck::check, PngCheck::size) {

		@Override
		ImagePlus read(final String folder, final String name) {
			return Opener.openUsingImageIO(folder + name);
		}
	},
	JPEG(JpegCheck::check, JpegCheck::size),
	GIF(GifCheck::check, GifCheck::size),
	BMP(BmpCheck::check, BmpCheck::size),
	PNM(PnmCheck::check, PnmCheck::size);

	private static final int PNG_COLOUR_TYPE = 25;
	private static final int PNG_INDEXED = 3;
	private static final int BMP_BITS = 28;

	/** What an ImagePlus, a Java array, holds at most. */
	private static final long MAX_PIXELS = Integer.MAX_VALUE;

	private interface Check {

		/** @throws ImageFileException if the file is not whole, damaged, or of a kind that ImageJ misreads */
		void check(FileBytes file) throws IOException;
	}

	private interface Header {

		/** @throws ImageFileException if the header is cut off, damaged, or of a kind that ImageJ misreads */
		ImageDimensions size(FileBytes file) throws IOException;
	}

	private final Check check;
	private final Header header;

	ImageFormat(final Check check, final Header header) {
		this.check = check;
		this.header = header;
	}

	/**
	 * The format of a file that is whole.
	 *
	 * @throws ImageFileException if it is not whole, damaged, or of no format that can be read
	 */
	static ImageFormat check(final Path path) throws IOException {
		try (FileBytes file = new FileBytes(path)) {
			final ImageFormat format = of(file);
			format.check.check(file);
			return format;
		}
	}

	/**
	 * The size of an image, from its header.
	 *
	 * @throws ImageFileException if that is damaged, or of no format that can be read
	 */
	static ImageDimensions size(final Path path) throws IOException {
		try (FileBytes file = new FileBytes(path)) {
			return of(file).header.size(file);
		}
	}

	/**
	 * Whether a file that ImageJ has opened before is whole. Formats that are not known here are left to who has read them.
	 *
	 * @throws ImageFileException if it is not whole, or damaged
	 */
	static void checkWhole(final Path path) throws IOException {
		try {
			check(path);
		}
		catch (final ImageFileException.Unsupported e) {
			// another reader's matter
		}
	}

	/** Opens a file that is whole by ImageJ's reader, which returns null where it fails. */
	ImagePlus read(final String folder, final String name) throws IOException {
		return new Opener().openImage(folder, name);
	}

	static void checkSize(final FileBytes file, final long width, final long height) throws ImageFileException {
		if (width < 1 || height < 1) throw file.damaged("its size is " + width + " x " + height + " pixels.");
		if (width > MAX_PIXELS || height > MAX_PIXELS / width)
			throw file.unsupported("it has " + width + " x " + height + " pixels; a plane holds at most " + MAX_PIXELS + ".");
	}

	/** Whether the pixels of a GIF, PNG or BMP file are places in a palette. */
	static boolean hasPalette(final FileBytes file) throws IOException {
		switch (of(file)) {
			case GIF:
				return true;
			case PNG:
				return file.u8(PNG_COLOUR_TYPE) == PNG_INDEXED;
			case BMP:
				file.littleEndian(true);
				return file.u16(BMP_BITS) <= 8;
			default:
				return false;
		}
	}

	private static ImageFormat of(final FileBytes file) throws IOException {
		if (file.size() == 0)
			throw new ImageFileException(file.file() + " is empty (0 bytes); an image file is needed. Copy or download it again.");
		final int[] start = new int[4];
		for (int i = 0; i < Math.min(start.length, file.size()); i++)
			start[i] = file.u8(i);
		if (starts(start, 'I', 'I', 42, 0) || starts(start, 'M', 'M', 0, 42)) return TIFF;
		if (starts(start, 'I', 'I', 43, 0) || starts(start, 'M', 'M', 0, 43)) throw file.unsupported("it is a BigTIFF.");
		if (starts(start, 0x89, 'P', 'N', 'G')) return PNG;
		if (starts(start, 0xff, 0xd8, 0xff)) return JPEG;
		if (starts(start, 'G', 'I', 'F', '8')) return GIF;
		if (starts(start, 'B', 'M')) return BMP;
		if (start[0] == 'P' && start[1] >= '1' && start[1] <= '6' && Character.isWhitespace(start[2])) return PNM;
		throw new ImageFileException.Unsupported(file.file() + " is not an image that can be read: " + found(file, start) +
			". Readable are TIFF, PNG, JPEG, GIF, BMP, PGM, PPM, DICOM, FITS and AVI, and in Fiji what its readers know; name such " +
			"a file, or save this one as TIFF first.");
	}

	private static boolean starts(final int[] start, final int... signature) {
		return Arrays.equals(Arrays.copyOf(start, signature.length), signature);
	}

	private static String found(final FileBytes file, final int[] start) throws IOException {
		boolean text = true;
		for (int i = 0; i < Math.min(64, file.size()); i++)
			text &= file.u8(i) >= ' ' && file.u8(i) != 0x7f || Character.isWhitespace(file.u8(i));
		return text ? "it holds text" :
			String.format(Locale.ROOT, "it starts with the bytes %02x %02x %02x %02x", start[0], start[1], start[2], start[3]);
	}
}
