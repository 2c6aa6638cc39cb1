package sc.fiji.superres.metric;

import net.imglib2.Cursor;
import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;

/**
 * The rows of a 2-D image inside a border, counted from 0.
 *
 * @param border pixels left out at each of the four sides, so few that pixels are left
 */
record Rows<T>(RandomAccessibleInterval<T> image, int border) {

	/** @param image whose pixels are known to be {@code T} */
	@SuppressWarnings("unchecked")
	static <T> Rows<T> of(final RandomAccessibleInterval<?> image, final int border) {
		return new Rows<>((RandomAccessibleInterval<T>) image, border);
	}

	/** How many there are. */
	int count() {
		return Math.toIntExact(image.dimension(1) - 2L * border);
	}

	/** How many pixels each has. */
	int length() {
		return Math.toIntExact(image.dimension(0) - 2L * border);
	}

	/** Over the pixels of one row, from left to right. */
	Cursor<T> cursor(final int row) {
		final long y = image.min(1) + border + row;
		final long[] min = { image.min(0) + border, y };
		final long[] max = { image.max(0) - border, y };
		return image.view().interval(new FinalInterval(min, max)).cursor();
	}

	/** Writes what a component says of the pixels of one row, less an offset. */
	void read(final int row, final Component<? super T> component, final double offset, final double[] values) {
		final Cursor<T> pixels = cursor(row);
		for (int x = 0; x < values.length; x++)
			values[x] = component.value().applyAsDouble(pixels.next()) - offset;
	}
}
