package sc.fiji.superres.metric;

import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import net.imglib2.Cursor;
import net.imglib2.parallel.Parallelization;

/**
 * The mean of a function of two pixels over two 2-D images of the same size. Each row is summed by itself and the rows in
 * their order, so the number of threads does not change the last digit.
 */
final class PixelMean {

	private PixelMean() {}

	static <T> double of(final Rows<T> reference, final Rows<T> test, final ToDoubleBiFunction<T, T> function) {
		final double[] sums = new double[reference.count()];
		final List<Integer> rows = IntStream.range(0, sums.length).boxed().collect(Collectors.toList());
		Parallelization.getTaskExecutor().forEach(rows,
			row -> sums[row] = sum(reference.cursor(row), test.cursor(row), function));
		return ofRows(sums, reference.length());
	}

	/**
	 * The mean of all values.
	 *
	 * @param sums of the values of each row
	 * @param length how many values a row has
	 */
	static double ofRows(final double[] sums, final int length) {
		double sum = 0;
		for (final double rowSum : sums)
			sum += rowSum;
		return sum / sums.length / length;
	}

	private static <T> double sum(final Cursor<T> reference, final Cursor<T> test, final ToDoubleBiFunction<T, T> function) {
		double sum = 0;
		while (reference.hasNext())
			sum += function.applyAsDouble(reference.next(), test.next());
		return sum;
	}
}
