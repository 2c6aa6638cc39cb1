package sc.fiji.superres.training;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.NumericType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * An image as training wants it: grey levels, the channels of each pixel beside each other.
 *
 * @param channels 1, or 3 for red, green and blue
 * @param samples height × width × channels
 */
record Raster(int width, int height, int channels, Samples samples) {

	/** What is done with each channel by itself. */
	interface Resizing {

		<T extends RealType<T> & NativeType<T>> Img<T> apply(RandomAccessibleInterval<T> channel);
	}

	/** Of grey levels as a network takes and gives them. */
	static Raster of(final float[] greyLevels, final int width, final int height, final int channels) {
		return new Raster(width, height, channels, new Samples.Floats(greyLevels));
	}

	/** The result of a resizing, in the same storage. */
	Raster resized(final Resizing resizing) {
		return samples instanceof Samples.Bytes bytes ? resizedBytes(bytes.values(), resizing) : resizedFloats(resizing);
	}

	private Raster resizedBytes(final byte[] values, final Resizing resizing) {
		byte[] all = null;
		Img<UnsignedByteType> plane = null;
		for (int c = 0; c < channels; c++) {
			final byte[] channel = new byte[width * height];
			for (int i = 0; i < channel.length; i++)
				channel[i] = values[channels * i + c];
			plane = resizing.apply(ArrayImgs.unsignedBytes(channel, width, height));
			if (all == null) all = new byte[Math.toIntExact(plane.size() * channels)];
			int i = c;
			for (final UnsignedByteType value : Views.flatIterable(plane)) {
				all[i] = value.getByte();
				i += channels;
			}
		}
		return new Raster((int) plane.dimension(0), (int) plane.dimension(1), channels, new Samples.Bytes(all));
	}

	private Raster resizedFloats(final Resizing resizing) {
		float[] all = null;
		Img<FloatType> plane = null;
		for (int c = 0; c < channels; c++) {
			final float[] channel = new float[width * height];
			for (int i = 0; i < channel.length; i++)
				channel[i] = samples.get(channels * i + c);
			plane = resizing.apply(ArrayImgs.floats(channel, width, height));
			if (all == null) all = new float[Math.toIntExact(plane.size() * channels)];
			int i = c;
			for (final FloatType value : Views.flatIterable(plane)) {
				all[i] = value.get();
				i += channels;
			}
		}
		return of(all, (int) plane.dimension(0), (int) plane.dimension(1), channels);
	}

	Raster crop(final int left, final int top, final int newWidth, final int newHeight) {
		final int row = channels * newWidth;
		if (samples instanceof Samples.Bytes bytes) {
			final byte[] cropped = new byte[row * newHeight];
			for (int y = 0; y < newHeight; y++)
				System.arraycopy(bytes.values(), channels * ((top + y) * width + left), cropped, y * row, row);
			return new Raster(newWidth, newHeight, channels, new Samples.Bytes(cropped));
		}
		final float[] cropped = new float[row * newHeight];
		for (int i = 0; i < cropped.length; i++)
			cropped[i] = samples.get(channels * ((top + i / row) * width + left) + i % row);
		return of(cropped, newWidth, newHeight, channels);
	}

	/** Grey levels as the networks take them. */
	float[] toFloats() {
		final float[] floats = new float[samples.length()];
		for (int i = 0; i < floats.length; i++)
			floats[i] = samples.get(i);
		return floats;
	}

	/** Rounded and clipped to 8 bits, to be measured: RGB or one channel. */
	Img<? extends NumericType<?>> toImg() {
		if (channels == 1) {
			final byte[] grey = new byte[width * height];
			for (int i = 0; i < grey.length; i++)
				grey[i] = (byte) rounded(i);
			return ArrayImgs.unsignedBytes(grey, width, height);
		}
		final int[] colours = new int[width * height];
		for (int i = 0; i < colours.length; i++)
			colours[i] = ARGBType.rgba(rounded(3 * i), rounded(3 * i + 1), rounded(3 * i + 2), 255);
		return ArrayImgs.argbs(colours, width, height);
	}

	private int rounded(final int index) {
		return Math.max(0, Math.min(255, Math.round(samples.get(index))));
	}
}
