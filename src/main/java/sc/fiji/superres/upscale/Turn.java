package sc.fiji.superres.upscale;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One of the eight ways to flip and turn a rectangle.
 *
 * @param mirrored left and right are exchanged
 * @param upsideDown top and bottom are exchanged
 * @param transposed then rows and columns are exchanged
 */
record Turn(boolean mirrored, boolean upsideDown, boolean transposed) {

	/** All; the first changes nothing. */
	static final List<Turn> ALL = IntStream.range(0, 8).mapToObj(i -> new Turn((i & 1) != 0, (i & 2) != 0, (i & 4) != 0))
		.toList();

	/**
	 * Where the pixels of a turned image lie in the image: that of row r and column c has the index
	 * {@code start + r · down + c · right}, counted row by row.
	 */
	record Places(int rows, int columns, int start, int down, int right) {}

	/** Of an image of a size. */
	Places places(final int height, final int width) {
		final int start = (upsideDown ? (height - 1) * width : 0) + (mirrored ? width - 1 : 0);
		final int below = upsideDown ? -width : width;
		final int beside = mirrored ? -1 : 1;
		return transposed ? new Places(width, height, start, beside, below) : new Places(height, width, start, below, beside);
	}
}
