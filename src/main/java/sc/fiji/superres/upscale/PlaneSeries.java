package sc.fiji.superres.upscale;

import java.io.IOException;

import net.imglib2.RandomAccessibleInterval;

/**
 * Planes of one size and type that are upscaled together, read one at a time and in order. Where the intensity map has to
 * be measured, they are read in a pass of their own before the one that upscales them (two for percentiles of 32 bits).
 */
public interface PlaneSeries<T> {

	/** Number of planes, at least 1. */
	int size();

	/** Channel of a plane, counted from 0: the planes of a channel share an intensity map. Called at any time. */
	int channel(int plane);

	/**
	 * One of the planes: 2-D, all of the same interval and type. Asked for once in each pass, in order, by one thread at a
	 * time. Its pixels must stay as they are while the next ones are read, until it has been delivered.
	 *
	 * @throws IOException if it cannot be read; it ends the run as it is
	 */
	RandomAccessibleInterval<T> plane(int plane) throws IOException;

	/** A single plane. */
	static <T> PlaneSeries<T> of(final RandomAccessibleInterval<T> plane) {
		return new PlaneSeries<>() {

			@Override
			public int size() {
				return 1;
			}

			@Override
			public int channel(final int index) {
				return 0;
			}

			@Override
			public RandomAccessibleInterval<T> plane(final int index) {
				return plane;
			}
		};
	}
}
