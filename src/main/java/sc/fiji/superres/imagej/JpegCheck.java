package sc.fiji.superres.imagej;

import java.io.IOException;

/**
 * Whether a JPEG file is whole: its segments and scans up to the end marker. Java's reader fills what is missing with grey
 * and says nothing, and it prints stack traces for kinds of JPEG that it does not know.
 */
final class JpegCheck {

	private static final int START_OF_SCAN = 0xda;
	private static final int END_OF_IMAGE = 0xd9;

	private JpegCheck() {}

	/** As RGB also where its colours are greys only, of which ImageJ makes 8 bits when it has seen them. */
	static ImageDimensions size(final FileBytes file) throws IOException {
		for (long position = 2;;) {
			if (file.u8(position) != 0xff) throw file.damaged("byte " + position + " should be a marker and is not.");
			final int marker = file.u8(position + 1);
			if (marker == START_OF_SCAN || marker == END_OF_IMAGE) throw file.damaged("it has no pixels.");
			position += marker == 0xff ? 1 : 2;
			if (marker == 0xff || isStandalone(marker)) continue;
			if (isFrame(marker)) {
				checkFrame(file, marker, position);
				return ImageDimensions.plane(file.u16(position + 5), file.u16(position + 3), file.u8(position + 7) == 1 ? 8 : 24);
			}
			position += file.u16(position);
		}
	}

	static void check(final FileBytes file) throws IOException {
		boolean hasFrame = false;
		boolean hasScan = false;
		long position = 2;
		while (true) {
			if (file.u8(position) != 0xff) throw file.damaged("byte " + position + " should be a marker and is not.");
			final int marker = file.u8(position + 1);
			if (marker == END_OF_IMAGE) break;
			if (marker == 0xff) {
				position++; // a fill byte
				continue;
			}
			position += 2;
			if (isStandalone(marker)) continue;
			if (isFrame(marker)) {
				checkFrame(file, marker, position);
				hasFrame = true;
			}
			position += file.u16(position);
			if (marker == START_OF_SCAN) {
				hasScan = true;
				position = endOfScan(file, position);
			}
		}
		if (!hasFrame || !hasScan) throw file.damaged("it has no pixels.");
	}

	private static boolean isStandalone(final int marker) {
		return marker == 1 || isRestart(marker);
	}

	private static boolean isRestart(final int marker) {
		return marker >= 0xd0 && marker <= 0xd7;
	}

	private static boolean isFrame(final int marker) {
		return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
	}

	private static void checkFrame(final FileBytes file, final int marker, final long position) throws IOException {
		final int bits = file.u8(position + 2);
		final int channels = file.u8(position + 7);
		if (marker > 0xc2) throw file.unsupported("it is a lossless, hierarchical or arithmetic JPEG.");
		if (bits != 8) throw file.unsupported("it is a JPEG of " + bits + " bits per channel.");
		if (channels != 1 && channels != 3) throw file.unsupported("it is a JPEG of " + channels + " channels.");
		ImageFormat.checkSize(file, file.u16(position + 5), file.u16(position + 3));
	}

	/** In a scan 0xff is followed by 0 (a pixel byte) or a restart marker; anything else is the next marker. */
	private static long endOfScan(final FileBytes file, final long start) throws IOException {
		long position = start;
		while (true) {
			if (file.u8(position) == 0xff) {
				final int next = file.u8(position + 1);
				if (next != 0 && !isRestart(next)) return position;
			}
			position++;
		}
	}
}
