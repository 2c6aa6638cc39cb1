package sc.fiji.superres.imagej;

import java.io.IOException;

/**
 * Whether a BMP file has the bytes of its rows.
 */
final class BmpCheck {

	private static final int WINDOWS_HEADER = 40;

	private BmpCheck() {}

	static void check(final FileBytes file) throws IOException {
		file.littleEndian(true);
		if (file.u32(14) < WINDOWS_HEADER) throw file.unsupported("it is a BMP of OS/2.");
		final long width = file.u32(18);
		final long height = Math.abs((int) file.u32(22)); // negative where the first row is the upper one
		ImageFormat.checkSize(file, width, height);
		final boolean compressed = file.u32(30) == 1 || file.u32(30) == 2;
		final long rowBytes = (width * file.u16(28) + 31) / 32 * 4;
		file.require(file.u32(10) + (compressed ? file.u32(34) : rowBytes * height));
	}
}
