package sc.fiji.superres.imagej;

import java.io.IOException;

/**
 * Whether a BMP file has the bytes of its rows.
 */
final class BmpCheck {

	private static final int FILE_HEADER = 14;
	private static final int WINDOWS_HEADER = 40;

	private BmpCheck() {}

	static void check(final FileBytes file) throws IOException {
		file.littleEndian(true);
		if (file.u32(14) < WINDOWS_HEADER) throw file.unsupported("it is a BMP of OS/2.");
		ImageFormat.checkSize(file, file.u32(18), height(file));
		final boolean compressed = file.u32(30) == 1 || file.u32(30) == 2;
		final long rowBytes = (file.u32(18) * file.u16(28) + 31) / 32 * 4;
		file.require(file.u32(10) + (compressed ? file.u32(34) : rowBytes * height(file)));
	}

	static ImageDimensions size(final FileBytes file) throws IOException {
		check(file);
		if (file.u16(28) > 8) return ImageDimensions.plane(file.u32(18), height(file), 24);
		final long colours = file.u32(46) == 0 ? 1L << file.u16(28) : file.u32(46);
		final boolean ramp = colours == 256 && Palette.isRamp(file, FILE_HEADER + WINDOWS_HEADER, colours, 4, 2);
		return ImageDimensions.plane(file.u32(18), height(file), ramp ? 8 : 24);
	}

	/** Negative where the first row is the upper one. */
	private static long height(final FileBytes file) throws IOException {
		return Math.abs((int) file.u32(22));
	}
}
