package sc.fiji.superres.imagej;

import java.io.IOException;

/**
 * Whether a PNG file is whole and undamaged: its chunks up to the end chunk, and their checksums, which ImageJ does not look
 * at.
 */
final class PngCheck {

	private static final int SIGNATURE = 8;
	private static final int IHDR = 0x49484452;
	private static final int PLTE = 0x504c5445;
	private static final int TRNS = 0x74524e53;
	private static final int IDAT = 0x49444154;
	private static final int IEND = 0x49454e44;

	private static final int INDEXED = 3;
	private static final int ALPHA = 4;

	private PngCheck() {}

	/** What is transparent in some way, ImageJ draws on white, as RGB. */
	static ImageDimensions size(final FileBytes file) throws IOException {
		checkChunk(file, SIGNATURE);
		final int bits = file.u8(24);
		final int colours = file.u8(25);
		boolean transparent = (colours & ALPHA) != 0;
		boolean ramp = colours == 0 && bits == 8;
		for (long position = next(file, SIGNATURE); type(file, position) != IDAT; position = next(file, position)) {
			checkChunk(file, position);
			if (type(file, position) == IEND) throw file.damaged("it has no pixels.");
			transparent |= type(file, position) == TRNS;
			if (type(file, position) == PLTE && colours == INDEXED) ramp = bits == 8 && Palette.isRamp(file, position + 8, file.u32(
				position) / 3, 3, 0);
		}
		final long width = file.u32(SIGNATURE + 8);
		final long height = file.u32(SIGNATURE + 12);
		if (bits == 16 && !transparent) return new ImageDimensions((int) width, (int) height, colours == 0 ? 1 : 3, 1, 1, 16);
		return ImageDimensions.plane(width, height, ramp && !transparent ? 8 : 24);
	}

	static void check(final FileBytes file) throws IOException {
		boolean hasPixels = false;
		long position = SIGNATURE;
		for (; type(file, position) != IEND; position = next(file, position)) {
			checkChunk(file, position);
			hasPixels |= type(file, position) == IDAT;
		}
		checkChunk(file, position);
		if (!hasPixels) throw file.damaged("it has no pixels.");
	}

	private static int type(final FileBytes file, final long position) throws IOException {
		return (int) file.u32(position + 4);
	}

	private static long next(final FileBytes file, final long position) throws IOException {
		return position + 12 + file.u32(position);
	}

	private static void checkChunk(final FileBytes file, final long position) throws IOException {
		final long length = file.u32(position);
		final long data = position + 8;
		if (position == SIGNATURE != (type(file, position) == IHDR))
			throw file.damaged("its header chunk is not where it must be.");
		file.require(data + length + 4);
		if (file.crc(position + 4, length + 4) != file.u32(data + length)) throw file.damaged("a checksum is wrong.");
		if (position == SIGNATURE) ImageFormat.checkSize(file, file.u32(data), file.u32(data + 4));
	}
}
