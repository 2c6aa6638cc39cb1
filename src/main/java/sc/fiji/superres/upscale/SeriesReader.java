package sc.fiji.superres.upscale;

import java.io.IOException;

import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.Type;
import net.imglib2.util.Intervals;

/**
 * Reads the planes of a series, which must be alike. What they are like is learned from the first, which is then kept
 * until the first pass reads it.
 */
final class SeriesReader<T extends Type<T>> {

	private final PlaneSeries<T> series;
	private final Interval interval;
	private final T type;
	private RandomAccessibleInterval<T> first;

	SeriesReader(final PlaneSeries<T> series) throws IOException {
		if (series.size() < 1) throw new IllegalArgumentException("There is no plane to upscale.");
		this.series = series;
		first = series.plane(0);
		interval = new FinalInterval(first);
		type = first.getType().createVariable();
	}

	int size() {
		return series.size();
	}

	int channel(final int plane) {
		return series.channel(plane);
	}

	/** That of all planes. */
	Interval interval() {
		return interval;
	}

	/** That of all planes. */
	T type() {
		return type;
	}

	/**
	 * To be called once for each plane in each pass, in order.
	 *
	 * @throws IllegalArgumentException if it is not like the first
	 */
	RandomAccessibleInterval<T> read(final int plane) throws IOException {
		if (plane == 0 && first != null) {
			final RandomAccessibleInterval<T> ahead = first;
			first = null;
			return ahead;
		}
		final RandomAccessibleInterval<T> next = series.plane(plane);
		if (!Intervals.equals(interval, next) || !next.getType().getClass().equals(type.getClass()))
			throw new IllegalArgumentException("Plane " + (plane + 1) + " is not of the same size and type as the first. " +
				"Upscale them apart from each other.");
		return next;
	}
}
