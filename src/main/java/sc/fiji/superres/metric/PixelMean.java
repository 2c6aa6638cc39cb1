package sc.fiji.superres.metric;

import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import net.imglib2.Cursor;
import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.parallel.Parallelization;

/**
 * The mean of a function of two pixels over two 2-D images of the same size. Each row is summed by itself and the rows in
 * their order, so the number of threads does not change the last digit.
 */
final class PixelMean {

	private PixelMean() {}

	static <T> double of(final RandomAccessibleInterval<T> reference, final RandomAccessibleInterval<T> test, final int border,
		final ToDoubleBiFunction<T, T> function)
	{
		final int height = Math.toIntExact(reference.dimension(1) - 2L * border);
		final List<Integer> rows = IntStream.range(0, height).boxed().collect(Collectors.toList());
		final double[] sums = new double[height];
		Parallelization.getTaskExecutor().forEach(rows,
			row -> sums[row] = sum(row(reference, border, row), row(test, border, row), function));
		double sum = 0;
		for (final double rowSum : sums)
			sum += rowSum;
		return sum / height / (reference.dimension(0) - 2.0 * border);
	}

	private static <T> double sum(final Cursor<T> reference, final Cursor<T> test, final ToDoubleBiFunction<T, T> function) {
		double sum = 0;
		while (reference.hasNext())
			sum += function.applyAsDouble(reference.next(), test.next());
		return sum;
	}

	private static <T> Cursor<T> row(final RandomAccessibleInterval<T> image, final int border, final int row) {
		final long y = image.min(1) + border + row;
		final long[] min = { image.min(0) + border, y };
		final long[] max = { image.max(0) - border, y };
		return image.view().interval(new FinalInterval(min, max)).cursor();
	}
}
