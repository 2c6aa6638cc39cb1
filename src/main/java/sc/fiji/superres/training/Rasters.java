package sc.fiji.superres.training;

import java.util.List;
import java.util.stream.IntStream;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.view.Views;

import sc.fiji.superres.network.InputChannels;

/**
 * Makes of an image what a network of given channels learns from. 8 bits and RGB are taken as they are, other types from their
 * minimum to their maximum, as {@code intensity=auto} does.
 */
final class Rasters {

	private static final int COLOURS = 3;

	private Rasters() {}

	/**
	 * One raster, or, for a network of any channel, one of each colour.
	 *
	 * @param image 2-D: colour, or one channel of any real type
	 * @throws IllegalArgumentException if nothing can be learned from it: it is flat, or has pixels that are no numbers
	 */
	@SuppressWarnings({ "unchecked", "rawtypes" })
	static List<Raster> of(final RandomAccessibleInterval<?> image, final InputChannels channels) {
		if (image.getType() instanceof ARGBType) {
			final Raster colours = colours((RandomAccessibleInterval<ARGBType>) image);
			if (isFlat(colours.samples(), COLOURS)) throw new IllegalArgumentException("is flat");
			return switch (channels) {
				case RGB -> List.of(colours);
				case Y -> List.of(luma(colours));
				case ANY -> IntStream.range(0, COLOURS).mapToObj(c -> channel(colours, c)).filter(c -> !isFlat(c.samples(), 1)).toList();
			};
		}
		final Raster grey = grey((RandomAccessibleInterval) image);
		return List.of(channels == InputChannels.RGB ? threeTimes(grey) : grey);
	}

	private static Raster colours(final RandomAccessibleInterval<ARGBType> image) {
		final int width = (int) image.dimension(0), height = (int) image.dimension(1);
		final byte[] values = new byte[Math.multiplyExact(COLOURS, Math.multiplyExact(width, height))];
		int i = 0;
		for (final ARGBType pixel : Views.flatIterable(image)) {
			final int rgb = pixel.get();
			values[i++] = (byte) ARGBType.red(rgb);
			values[i++] = (byte) ARGBType.green(rgb);
			values[i++] = (byte) ARGBType.blue(rgb);
		}
		return new Raster(width, height, COLOURS, new Samples.Bytes(values));
	}

	/** ITU-R BT.601 in studio swing, rounded, as benchmarks do. */
	private static Raster luma(final Raster rgb) {
		final byte[] luma = new byte[rgb.width() * rgb.height()];
		final Samples in = rgb.samples();
		for (int i = 0; i < luma.length; i++)
			luma[i] = (byte) Math.round(16 + (65.481 * in.get(3 * i) + 128.553 * in.get(3 * i + 1) + 24.966 * in.get(3 * i + 2)) / 255);
		return new Raster(rgb.width(), rgb.height(), 1, new Samples.Bytes(luma));
	}

	private static Raster channel(final Raster rgb, final int c) {
		final byte[] channel = new byte[rgb.width() * rgb.height()];
		for (int i = 0; i < channel.length; i++)
			channel[i] = (byte) rgb.samples().get(COLOURS * i + c);
		return new Raster(rgb.width(), rgb.height(), 1, new Samples.Bytes(channel));
	}

	private static <T extends RealType<T>> Raster grey(final RandomAccessibleInterval<T> image) {
		final int width = (int) image.dimension(0), height = (int) image.dimension(1);
		final double[] values = new double[Math.multiplyExact(width, height)];
		double min = Double.POSITIVE_INFINITY, max = Double.NEGATIVE_INFINITY;
		final Cursor<T> pixels = Views.flatIterable(image).cursor();
		for (int i = 0; i < values.length; i++) {
			values[i] = pixels.next().getRealDouble();
			if (!Float.isFinite((float) values[i])) throw new IllegalArgumentException("has NaN or infinite pixels");
			min = Math.min(min, values[i]);
			max = Math.max(max, values[i]);
		}
		if (min == max) throw new IllegalArgumentException("is flat");
		if (image.getType() instanceof UnsignedByteType) {
			final byte[] bytes = new byte[values.length];
			for (int i = 0; i < bytes.length; i++)
				bytes[i] = (byte) values[i];
			return new Raster(width, height, 1, new Samples.Bytes(bytes));
		}
		final float[] greyLevels = new float[values.length];
		for (int i = 0; i < greyLevels.length; i++)
			greyLevels[i] = (float) ((values[i] - min) * (255 / (max - min)));
		return Raster.of(greyLevels, width, height, 1);
	}

	private static Raster threeTimes(final Raster grey) {
		if (grey.samples() instanceof Samples.Bytes bytes) {
			final byte[] values = new byte[COLOURS * bytes.length()];
			for (int i = 0; i < values.length; i++)
				values[i] = bytes.values()[i / COLOURS];
			return new Raster(grey.width(), grey.height(), COLOURS, new Samples.Bytes(values));
		}
		final float[] values = new float[COLOURS * grey.samples().length()];
		for (int i = 0; i < values.length; i++)
			values[i] = grey.samples().get(i / COLOURS);
		return Raster.of(values, grey.width(), grey.height(), COLOURS);
	}

	private static boolean isFlat(final Samples samples, final int channels) {
		for (int i = channels; i < samples.length(); i++)
			if (samples.get(i) != samples.get(i % channels)) return false;
		return true;
	}
}
