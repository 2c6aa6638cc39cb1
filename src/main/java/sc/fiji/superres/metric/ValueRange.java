package sc.fiji.superres.metric;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;

/**
 * The smallest and the largest value of the planes that it has seen, over all their channels; NaN is left out.
 */
final class ValueRange {

	private double min = Double.POSITIVE_INFINITY;
	private double max = Double.NEGATIVE_INFINITY;

	/** @param plane one channel of {@link RealType}, or {@link ARGBType} */
	ValueRange include(final RandomAccessibleInterval<?> plane) {
		for (final Object pixel : plane) {
			if (pixel instanceof ARGBType) {
				final int rgb = ((ARGBType) pixel).get();
				include(ARGBType.red(rgb));
				include(ARGBType.green(rgb));
				include(ARGBType.blue(rgb));
			}
			else include(((RealType<?>) pixel).getRealDouble());
		}
		return this;
	}

	/** NaN changes nothing: comparisons with it are false. */
	private void include(final double value) {
		if (value < min) min = value;
		if (value > max) max = value;
	}

	/**
	 * The maximum minus the minimum.
	 *
	 * @throws IllegalArgumentException if it is not above 0 and finite, as a peak value must be
	 */
	double size() {
		if (Range.valid(max - min)) return max - min;
		throw new IllegalArgumentException("range is reference, but the values of the reference " + (min > max ? "are all NaN"
			: "go from " + Range.format(min) + " to " + Range.format(max)) + "; they must differ and be finite. Choose a " +
				"number above 0.");
	}
}
