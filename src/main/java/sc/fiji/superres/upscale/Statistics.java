package sc.fiji.superres.upscale;

import net.imglib2.type.Type;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;

/** Extremes and histogram of the good values of one channel, gathered pixel by pixel in one or two passes. */
final class Statistics {

	private static final int BINS = 1 << 16;

	private double min = Double.POSITIVE_INFINITY;
	private double max = Double.NEGATIVE_INFINITY;

	private long[] histogram;
	private long count;
	private double origin;
	private double width;

	/** Whether the bins of a type are known before its extremes: one for each value. */
	static boolean hasOwnBins(final Type<?> type) {
		return type instanceof IntegerType<?> && range(type) < BINS;
	}

	private static double range(final Type<?> type) {
		return ((RealType<?>) type).getMaxValue() - ((RealType<?>) type).getMinValue();
	}

	void addToExtremes(final double value) {
		min = Math.min(min, value);
		max = Math.max(max, value);
	}

	/** Makes 65,536 bins from the smallest to the largest value of a type, or between the extremes that are known. */
	void makeBins(final Type<?> type) {
		histogram = new long[BINS];
		origin = hasOwnBins(type) ? ((RealType<?>) type).getMinValue() : min;
		width = hasOwnBins(type) ? 1 : Math.max((max - min) / (BINS - 1), type instanceof IntegerType<?> ? 1 : Double.MIN_NORMAL);
	}

	void addToHistogram(final double value) {
		histogram[(int) ((value - origin) / width)]++;
		count++;
	}

	/** Whether there was any good value. */
	boolean isEmpty() {
		return min > max;
	}

	IntensityMap minMax() {
		return new IntensityMap(min, max);
	}

	/** To the width of a bin, so exact for 8 and 16 bits. */
	IntensityMap percentiles(final double low, final double high) {
		final double from = origin + width * bin(low / 100 * (count - 1));
		final double to = origin + width * bin(high / 100 * (count - 1));
		return from < to ? new IntensityMap(from, to) : minMax();
	}

	/** The bin of the value with a rank, counted from 0. */
	private int bin(final double rank) {
		long below = 0;
		for (int i = 0; i < histogram.length; i++) {
			below += histogram[i];
			if (below > rank) return i;
		}
		return histogram.length - 1;
	}
}
