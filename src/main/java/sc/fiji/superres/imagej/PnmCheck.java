package sc.fiji.superres.imagej;

import java.io.IOException;

/**
 * Whether a PBM, PGM or PPM file has all its pixels, in bytes (P4 to P6) or as numbers in text (P1 to P3).
 */
final class PnmCheck {

	private final FileBytes file;
	private long position = 2;

	private PnmCheck(final FileBytes file) {
		this.file = file;
	}

	static void check(final FileBytes file) throws IOException {
		new PnmCheck(file).check();
	}

	static ImageDimensions size(final FileBytes file) throws IOException {
		final PnmCheck header = new PnmCheck(file);
		final int kind = file.u8(1) - '0';
		if (kind > 3) check(file); // does not read the pixels
		final long width = header.number();
		final long height = header.number();
		ImageFormat.checkSize(file, width, height);
		final boolean deep = header.max(kind) > 255;
		if (kind % 3 != 0) return ImageDimensions.plane(width, height, deep ? 16 : 8);
		return deep ? new ImageDimensions((int) width, (int) height, 3, 1, 1, 16) : ImageDimensions.plane(width, height, 24);
	}

	private long max(final int kind) throws IOException {
		final long max = kind == 1 || kind == 4 ? 1 : number();
		if (max < 1 || max > 65535) throw file.damaged("its largest value is " + max + "; it must be from 1 to 65535.");
		return max;
	}

	private void check() throws IOException {
		final int kind = file.u8(1) - '0';
		final long width = number();
		final long height = number();
		ImageFormat.checkSize(file, width, height);
		final long max = max(kind);
		final long samples = width * height * (kind % 3 == 0 ? 3 : 1);
		if (kind == 4) {
			if (width % 8 != 0) throw file.unsupported("it is a PBM whose width is not a multiple of 8.");
			file.require(position + 1 + samples / 8);
		}
		else if (kind > 4) file.require(position + 1 + samples * (max > 255 ? 2 : 1));
		else for (long i = 0; i < samples; i++)
			number();
	}

	/** The next number; comments from # to the end of the line are left out. */
	private long number() throws IOException {
		int c = file.u8(position);
		while (c <= ' ' || c == '#') {
			if (c == '#') while (file.u8(position) != '\n')
				position++;
			c = file.u8(++position);
		}
		if (c < '0' || c > '9') throw file.damaged("byte " + position + " should be a digit and is not.");
		long number = 0;
		for (; c >= '0' && c <= '9' && number < Integer.MAX_VALUE; c = position < file.size() ? file.u8(position) : -1) {
			number = number * 10 + c - '0';
			position++;
		}
		return number;
	}
}
