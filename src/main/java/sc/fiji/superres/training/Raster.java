package sc.fiji.superres.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.NumericType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

import sc.fiji.superres.metric.Luma;
import sc.fiji.superres.resample.MatlabResize;

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

	/** One whose samples are kept as these are, each of them computed from its place: {@code (y·width + x)·channels + c}. */
	private Raster make(final int newWidth, final int newHeight, final int newChannels, final IntToDoubleFunction value) {
		final Samples made = samples.like(Math.multiplyExact(newChannels, Math.multiplyExact(newWidth, newHeight)));
		for (int i = 0; i < made.length(); i++)
			made.set(i, (float) value.applyAsDouble(i));
		return new Raster(newWidth, newHeight, newChannels, made);
	}

	/** One channel alone. */
	Raster channel(final int c) {
		return make(width, height, 1, i -> samples.get(channels * i + c));
	}

	/** One channel as red, green and blue. */
	Raster threeTimes() {
		return make(width, height, 3, i -> samples.get(i / 3));
	}

	/** Y of red, green and blue by ITU-R BT.601 in studio swing; rounded, as the benchmarks do. */
	Raster luma() {
		return make(width, height, 1,
			i -> Math.round(Luma.of(samples.get(3 * i), samples.get(3 * i + 1), samples.get(3 * i + 2))));
	}

	Raster crop(final int left, final int top, final int newWidth, final int newHeight) {
		final int row = channels * newWidth;
		return make(newWidth, newHeight, channels, i -> samples.get(channels * ((top + i / row) * width + left) + i % row));
	}

	/** Each channel resized. */
	Raster resized(final Resizing resizing) {
		final List<Img<? extends RealType<?>>> resized = new ArrayList<>();
		for (int c = 0; c < channels; c++)
			resized.add(channel(c).resizedChannel(resizing));
		final List<Cursor<? extends RealType<?>>> cursors = new ArrayList<>();
		resized.forEach(plane -> cursors.add(Views.flatIterable(plane).cursor()));
		return make((int) resized.get(0).dimension(0), (int) resized.get(0).dimension(1), channels,
			i -> cursors.get(i % channels).next().getRealDouble());
	}

	/** So many times as large by MATLAB's bicubic. */
	Raster enlarged(final int scale) {
		return resized(new Resizing() {

			@Override
			public <T extends RealType<T> & NativeType<T>> Img<T> apply(final RandomAccessibleInterval<T> channel) {
				return MatlabResize.enlarge(channel, scale);
			}
		});
	}

	private Img<? extends RealType<?>> resizedChannel(final Resizing resizing) {
		return samples instanceof Samples.Bytes bytes ? resizing.apply(ArrayImgs.unsignedBytes(bytes.values(), width, height))
			: resizing.apply(ArrayImgs.floats(toFloats(), width, height));
	}

	/** Whether each channel has one grey level only. */
	boolean isFlat() {
		for (int i = channels; i < samples.length(); i++)
			if (samples.get(i) != samples.get(i % channels)) return false;
		return true;
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
