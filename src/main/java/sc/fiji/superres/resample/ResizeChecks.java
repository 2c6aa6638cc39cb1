package sc.fiji.superres.resample;

import net.imglib2.RandomAccessibleInterval;

/** What can be resized. */
final class ResizeChecks {

	/** Larger than any use, and small enough for the weights of a line to fit into an array. */
	private static final int MAX_FACTOR = 1_000_000;
	private static final int MAX_SIZE = 1 << 28;

	private ResizeChecks() {}

	static void checkImage(final RandomAccessibleInterval<?> image) {
		if (image.numDimensions() != 2)
			throw new IllegalArgumentException("The image to resize has " + image.numDimensions() +
				" dimensions; resizing takes images of 2 dimensions, so resize each channel and slice by itself.");
		checkSize("width of the image", image.dimension(0));
		checkSize("height of the image", image.dimension(1));
	}

	static void checkFactor(final int factor) {
		if (factor < 1 || factor > MAX_FACTOR)
			throw new IllegalArgumentException("The resizing factor is " + factor + "; it must be 1 to " + MAX_FACTOR + ".");
	}

	static void checkScale(final String which, final double scale) {
		if (!(scale >= 1.0 / MAX_FACTOR && scale <= MAX_FACTOR))
			throw new IllegalArgumentException("The " + which + " scale is " + scale + "; it must be from 1/" + MAX_FACTOR +
				" to " + MAX_FACTOR + ".");
	}

	static void checkSize(final String which, final long size) {
		if (size < 1 || size > MAX_SIZE)
			throw new IllegalArgumentException("The " + which + " is " + size + " pixels; it must be 1 to " + MAX_SIZE + ".");
	}
}
