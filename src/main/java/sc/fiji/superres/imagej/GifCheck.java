package sc.fiji.superres.imagej;

import java.io.IOException;

/**
 * Whether a GIF file is whole: its blocks up to the trailer.
 */
final class GifCheck {

	private static final int EXTENSION = 0x21;
	private static final int IMAGE = 0x2c;
	private static final int TRAILER = 0x3b;

	private GifCheck() {}

	static void check(final FileBytes file) throws IOException {
		images(file);
	}

	/** Several images are frames of RGB, which ImageJ turns into grey where the first one has no colours. */
	static ImageDimensions size(final FileBytes file) throws IOException {
		final int images = images(file);
		final int flags = file.u8(10);
		final boolean ramp = paletteBytes(flags) == 3 * 256 && Palette.isRamp(file, 13, 256, 3, 0);
		return new ImageDimensions(file.u16(6), file.u16(8), 1, images, 1, images == 1 && ramp ? 8 : 24);
	}

	private static int images(final FileBytes file) throws IOException {
		file.littleEndian(true);
		ImageFormat.checkSize(file, file.u16(6), file.u16(8));
		int images = 0;
		long position = 13 + paletteBytes(file.u8(10));
		for (int block = file.u8(position); block != TRAILER; block = file.u8(position)) {
			switch (block) {
				case EXTENSION:
					position = endOfData(file, position + 2);
					break;
				case IMAGE:
					position = endOfData(file, position + 11 + paletteBytes(file.u8(position + 9)));
					images++;
					break;
				default:
					throw file.damaged("byte " + position + " should start a block and does not.");
			}
		}
		if (images == 0) throw file.damaged("it has no pixels.");
		return images;
	}

	private static int paletteBytes(final int flags) {
		return (flags & 0x80) == 0 ? 0 : 3 << (flags & 7) + 1;
	}

	private static long endOfData(final FileBytes file, final long start) throws IOException {
		long position = start;
		for (int length = file.u8(position); length != 0; length = file.u8(position))
			position += 1 + length;
		return position + 1;
	}
}
