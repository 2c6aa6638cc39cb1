package sc.fiji.superres.upscale;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.view.Views;

import sc.fiji.superres.engine.Progress;

/** Walks over the pixels of a plane, row by row, for as long as the user has not cancelled. */
final class Pixels {

	/** Is shown one pixel after the other. */
	interface Visitor<T> {

		/**
		 * @param x column, counted from that of the first pixel
		 * @param y row, counted from that of the first pixel
		 * @return whether to go on
		 */
		boolean visit(long x, long y, T pixel);
	}

	private Pixels() {}

	/** @return whether the visitor went on to the end */
	static <T> boolean visit(final RandomAccessibleInterval<T> plane, final Progress progress,
		final Visitor<? super T> visitor)
	{
		final Cursor<T> cursor = Views.flatIterable(plane).cursor();
		for (long y = 0; y < plane.dimension(1); y++) {
			progress.checkCancelled();
			for (long x = 0; x < plane.dimension(0); x++)
				if (!visitor.visit(x, y, cursor.next())) return false;
		}
		return true;
	}
}
