package sc.fiji.superres.imagej;

import java.io.IOException;

/**
 * Whether a PNG file is whole and undamaged: its chunks up to the end chunk, and their checksums, which ImageJ does not look
 * at.
 */
final class PngCheck {

	private static final int SIGNATURE = 8;
	private static final int IHDR = 0x49484452;
	private static final int IDAT = 0x49444154;
	private static final int IEND = 0x49454e44;

	private PngCheck() {}

	static void check(final FileBytes file) throws IOException {
		boolean hasPixels = false;
		long position = SIGNATURE;
		for (int type = 0; type != IEND;) {
			final long length = file.u32(position);
			final long data = position + 8;
			type = (int) file.u32(position + 4);
			if (position == SIGNATURE != (type == IHDR)) throw file.damaged("its header chunk is not where it must be.");
			file.require(data + length + 4);
			if (file.crc(position + 4, length + 4) != file.u32(data + length)) throw file.damaged("a checksum is wrong.");
			if (type == IHDR) ImageFormat.checkSize(file, file.u32(data), file.u32(data + 4));
			hasPixels |= type == IDAT;
			position = data + length + 4;
		}
		if (!hasPixels) throw file.damaged("it has no pixels.");
	}
}
