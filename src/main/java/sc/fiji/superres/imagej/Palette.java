package sc.fiji.superres.imagej;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

import ij.ImagePlus;
import ij.io.FileInfo;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;

/**
 * The colours of an 8-bit image whose values are only places in a palette, so that nothing can be computed with them.
 */
final class Palette {

	private static final int ENTRIES = 256;

	/** Neighbours in the look-up tables of ImageJ that are ramps differ by 8 at most; palettes hold jumps of 51 and more. */
	private static final int MAX_STEP = 32;

	/** Formats with palettes in everyday use. In TIFF, pseudo-colour is kept in the same way. */
	private static final Set<Integer> PALETTE_FORMATS = Set.of(FileInfo.GIF_OR_JPG, FileInfo.BMP, FileInfo.IMAGEIO);

	private final int[] colours;

	private Palette(final int[] colours) {
		this.colours = colours;
	}

	/**
	 * The palette of an image; null if its values are grey levels, whatever look-up table shows them. It has a palette if it is
	 * of 8 bits and its look-up table is no ramp, but greys without order, or colours that were read from a GIF, BMP or PNG
	 * file or are of ImageJ's type 8-bit Color.
	 */
	static Palette of(final ImagePlus image) {
		if (image.getBitDepth() != 8 || image.isComposite()) return null;
		final ImageProcessor pixels = image.getProcessor();
		if (isRamp(pixels.getLut()) || pixels.isColorLut() && !hasPaletteColours(image)) return null;
		return new Palette(colours(pixels));
	}

	/** Colours in other images are pseudo-colour, with as many jumps as their user likes. */
	private static boolean hasPaletteColours(final ImagePlus image) {
		if (image.getType() == ImagePlus.COLOR_256) return true;
		final FileInfo info = image.getOriginalFileInfo();
		return info != null && PALETTE_FORMATS.contains(info.fileFormat) && !isGreyFile(info);
	}

	/** Whether the file is known to have no palette: then the colours are the user's. */
	private static boolean isGreyFile(final FileInfo info) {
		if (info.fileName == null || !Files.isRegularFile(Path.of(info.getFilePath()))) return false;
		try (FileBytes file = new FileBytes(Path.of(info.getFilePath()))) {
			return !ImageFormat.hasPalette(file);
		}
		catch (final IOException e) {
			return false;
		}
	}

	/**
	 * Whether a value between two values means a colour between two colours. The first and the last entry may differ, as in
	 * HiLo, which marks pixels that are too dark or too bright.
	 */
	static boolean isRamp(final LUT lut) {
		final byte[] bytes = lut.getBytes(); // 256 of red, of green, of blue
		if (bytes == null) return false;
		for (int i = 1; i < bytes.length; i++)
			if (i % ENTRIES > 1 && i % ENTRIES < ENTRIES - 1 && Math.abs((bytes[i] & 0xff) - (bytes[i - 1] & 0xff)) > MAX_STEP)
				return false;
		return true;
	}

	/**
	 * The same of a palette in a file, with red, green and blue beside each other; missing entries are black.
	 *
	 * @param entries at most 256
	 * @param step bytes from entry to entry
	 * @param red the place of red in an entry: 0, or 2 where blue is at 0
	 */
	static boolean isRamp(final FileBytes file, final long start, final long entries, final int step, final int red)
		throws IOException
	{
		final byte[][] rgb = new byte[3][ENTRIES];
		for (int i = 0; i < Math.min(entries, ENTRIES); i++)
			for (int c = 0; c < 3; c++)
				rgb[c][i] = (byte) file.u8(start + (long) step * i + Math.abs(red - c));
		return isRamp(new LUT(rgb[0], rgb[1], rgb[2]));
	}

	private static int[] colours(final ImageProcessor pixels) {
		final byte[] places = new byte[ENTRIES];
		for (int i = 0; i < ENTRIES; i++)
			places[i] = (byte) i;
		return (int[]) new ByteProcessor(ENTRIES, 1, places, pixels.getColorModel()).convertToRGB().getPixels();
	}

	/** The colours that values stand for, as ARGB. */
	int[] apply(final byte[] values) {
		final int[] argb = new int[values.length];
		for (int i = 0; i < argb.length; i++)
			argb[i] = colours[values[i] & 0xff];
		return argb;
	}
}
