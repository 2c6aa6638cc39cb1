package sc.fiji.superres.upscale;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/** Extremes and percentiles of the finite values of an image, in one or two streamed passes. */
final class Statistics {

	private static final int BINS = 1 << 16;

	private Statistics() {}

	static <T extends RealType<T>> IntensityMap minMax(final RandomAccessibleInterval<T> image) {
		double min = Double.POSITIVE_INFINITY;
		double max = Double.NEGATIVE_INFINITY;
		for (final T pixel : Views.flatIterable(image)) {
			final double value = pixel.getRealDouble();
			if (!Double.isFinite(value)) continue;
			min = Math.min(min, value);
			max = Math.max(max, value);
		}
		if (min > max)
			throw new IllegalArgumentException("No pixel of the image is a finite number, so there is nothing to upscale.");
		return new IntensityMap(min, max);
	}

	/** Percentiles to the width of one of 65,536 bins between the extremes, so exact for 8 and 16 bits. */
	static <T extends RealType<T>> IntensityMap percentiles(final RandomAccessibleInterval<T> image, final double low,
		final double high)
	{
		final IntensityMap extremes = minMax(image);
		final double range = extremes.high() - extremes.low();
		if (range == 0) return extremes;
		final double width = Math.max(range / (BINS - 1), image.getType() instanceof IntegerType<?> ? 1 : 0);
		final long[] histogram = new long[BINS];
		long count = 0;
		for (final T pixel : Views.flatIterable(image)) {
			final double value = pixel.getRealDouble();
			if (!Double.isFinite(value)) continue;
			histogram[(int) ((value - extremes.low()) / width)]++;
			count++;
		}
		final double from = extremes.low() + width * bin(histogram, low / 100 * (count - 1));
		final double to = extremes.low() + width * bin(histogram, high / 100 * (count - 1));
		return from < to ? new IntensityMap(from, to) : extremes;
	}

	/** The bin of the value with a rank, counted from 0. */
	private static int bin(final long[] histogram, final double rank) {
		long below = 0;
		for (int i = 0; i < histogram.length; i++) {
			below += histogram[i];
			if (below > rank) return i;
		}
		return histogram.length - 1;
	}
}
