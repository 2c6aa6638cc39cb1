package sc.fiji.superres.training;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.view.Views;

import sc.fiji.superres.resample.MatlabResize;

/**
 * An 8-bit RGB image as training wants it: red, green, blue of each pixel beside each other.
 *
 * @param values height × width × 3, 0..255 as unsigned bytes
 */
record RgbImage(int width, int height, byte[] values) {

	private static final int CHANNELS = 3;

	/** Copies an image, cropped at its right and bottom to multiples of {@code multiple}. */
	static RgbImage of(final RandomAccessibleInterval<ARGBType> image, final int multiple) {
		final int width = (int) image.dimension(0) / multiple * multiple;
		final int height = (int) image.dimension(1) / multiple * multiple;
		final byte[] values = new byte[Math.multiplyExact(CHANNELS, Math.multiplyExact(width, height))];
		int i = 0;
		final Cursor<ARGBType> pixels = Views.flatIterable(Views.offsetInterval(image, new long[] { image.min(0), image.min(1) },
			new long[] { width, height })).cursor();
		while (pixels.hasNext()) {
			final int rgb = pixels.next().get();
			values[i++] = (byte) ARGBType.red(rgb);
			values[i++] = (byte) ARGBType.green(rgb);
			values[i++] = (byte) ARGBType.blue(rgb);
		}
		return new RgbImage(width, height, values);
	}

	/** The LR image that MATLAB's bicubic makes of this one. */
	RgbImage shrink(final int scale) {
		final int lrWidth = width / scale;
		final int lrHeight = height / scale;
		final byte[] lr = new byte[CHANNELS * lrWidth * lrHeight];
		for (int c = 0; c < CHANNELS; c++) {
			final Img<UnsignedByteType> plane = MatlabResize.shrink(channel(c), scale);
			interleave(plane, lr, c);
		}
		return new RgbImage(lrWidth, lrHeight, lr);
	}

	/** Enlarged by MATLAB's bicubic: what every network has to beat. */
	RgbImage enlarge(final int scale) {
		final byte[] hr = new byte[values.length * scale * scale];
		for (int c = 0; c < CHANNELS; c++)
			interleave(MatlabResize.enlarge(channel(c), scale), hr, c);
		return new RgbImage(width * scale, height * scale, hr);
	}

	private Img<UnsignedByteType> channel(final int c) {
		final byte[] plane = new byte[width * height];
		for (int i = 0; i < plane.length; i++)
			plane[i] = values[CHANNELS * i + c];
		return ArrayImgs.unsignedBytes(plane, width, height);
	}

	private static void interleave(final Img<UnsignedByteType> plane, final byte[] values, final int c) {
		int i = c;
		for (final UnsignedByteType value : Views.flatIterable(plane)) {
			values[i] = value.getByte();
			i += CHANNELS;
		}
	}

	RgbImage crop(final int left, final int top, final int newWidth, final int newHeight) {
		final byte[] cropped = new byte[CHANNELS * newWidth * newHeight];
		for (int y = 0; y < newHeight; y++)
			System.arraycopy(values, CHANNELS * ((top + y) * width + left), cropped, CHANNELS * y * newWidth, CHANNELS * newWidth);
		return new RgbImage(newWidth, newHeight, cropped);
	}

	/** Grey levels 0..255 as the networks take them. */
	float[] toFloats() {
		final float[] floats = new float[values.length];
		for (int i = 0; i < floats.length; i++)
			floats[i] = values[i] & 0xff;
		return floats;
	}

	/** An image of a network's output, rounded and clipped. */
	static RgbImage of(final float[] floats, final int width, final int height) {
		final byte[] bytes = new byte[floats.length];
		for (int i = 0; i < bytes.length; i++)
			bytes[i] = (byte) Math.max(0, Math.min(255, Math.round(floats[i])));
		return new RgbImage(width, height, bytes);
	}

	Img<ARGBType> toImg() {
		final int[] pixels = new int[width * height];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = ARGBType.rgba(values[3 * i] & 0xff, values[3 * i + 1] & 0xff, values[3 * i + 2] & 0xff, 255);
		return ArrayImgs.argbs(pixels, width, height);
	}
}
