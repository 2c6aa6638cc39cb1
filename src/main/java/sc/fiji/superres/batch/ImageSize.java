package sc.fiji.superres.batch;

/**
 * How large an image is.
 *
 * @param width of its planes in pixels
 * @param height of its planes in pixels
 * @param planes at least 1
 * @param bitDepth 8, 16, 32, or 24 for RGB
 */
public record ImageSize(long width, long height, int planes, int bitDepth) {

	/** The same, so many times wider and higher. */
	ImageSize times(final int scale) {
		return new ImageSize(scale * width, scale * height, planes, bitDepth);
	}

	/** Pixels of all planes. */
	long pixels() {
		return width * height * planes;
	}

	/** Bytes of all planes in a file without compression. */
	long bytes() {
		return pixels() * bitDepth / Byte.SIZE;
	}

	@Override
	public String toString() {
		return width + " x " + height + (planes == 1 ? "" : " x " + planes);
	}
}
