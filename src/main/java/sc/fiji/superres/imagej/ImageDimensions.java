package sc.fiji.superres.imagej;

/**
 * How large an image is.
 *
 * @param width pixels in a row
 * @param height rows
 * @param channels at least 1; RGB is one
 * @param slices at least 1
 * @param frames at least 1
 * @param bitDepth bits per pixel: 8, 16, 32 or, for RGB, 24
 */
public record ImageDimensions(int width, int height, int channels, int slices, int frames, int bitDepth) {

	/** Of a single plane. */
	static ImageDimensions plane(final long width, final long height, final int bitDepth) {
		return new ImageDimensions((int) width, (int) height, 1, 1, 1, bitDepth);
	}
}
