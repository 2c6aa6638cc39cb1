package sc.fiji.superres.resample;

import java.util.function.DoubleUnaryOperator;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;

/**
 * MATLAB's imresize in the plainest way: every output pixel looks at every position, far beyond both edges.
 */
final class SlowImresize {

	/** The weight by the distance, which is not negative. */
	private final DoubleUnaryOperator kernel;

	private SlowImresize(final DoubleUnaryOperator kernel) {
		this.kernel = kernel;
	}

	/** The image resized bicubically, row by row. */
	static <T extends RealType<T>> double[] resize(final RandomAccessibleInterval<T> image, final double scaleX, final double scaleY,
		final long width, final long height)
	{
		return new SlowImresize(SlowImresize::cubic).resized(image, scaleX, scaleY, width, height);
	}

	/** The image enlarged by another kernel, which is 0 from a distance of 4 on, row by row. */
	static <T extends RealType<T>> double[] enlarge(final RandomAccessibleInterval<T> image, final int factor,
		final DoubleUnaryOperator kernel)
	{
		return new SlowImresize(kernel).resized(image, factor, factor, factor * image.dimension(0), factor * image.dimension(1));
	}

	private <T extends RealType<T>> double[] resized(final RandomAccessibleInterval<T> image, final double scaleX,
		final double scaleY, final long width, final long height)
	{
		final T type = image.getType();
		double[][] rows = new double[(int) image.dimension(1)][(int) image.dimension(0)];
		for (int y = 0; y < rows.length; y++)
			for (int x = 0; x < rows[y].length; x++)
				rows[y][x] = image.getAt(x, y).getRealDouble();
		if (scaleX < scaleY) {
			rows = columns(transpose(columns(transpose(rows), scaleX, width, type)), scaleY, height, type);
		}
		else {
			rows = transpose(columns(transpose(columns(rows, scaleY, height, type)), scaleX, width, type));
		}
		final double[] values = new double[(int) (width * height)];
		for (int i = 0; i < values.length; i++)
			values[i] = rows[(int) (i / width)][(int) (i % width)];
		return values;
	}

	private <T extends RealType<T>> double[][] columns(final double[][] rows, final double scale, final long size,
		final T type)
	{
		final double[][] result = new double[(int) size][rows[0].length];
		for (int y = 0; y < size; y++)
			for (int x = 0; x < rows[0].length; x++)
				result[y][x] = fit(pixel(rows, x, y, scale), type);
		return result;
	}

	private double pixel(final double[][] rows, final int x, final int y, final double scale) {
		final double stretch = Math.max(1, 1 / scale);
		final double center = (y + 0.5) / scale - 0.5;
		final int reach = (int) (4 * stretch) + 2;
		double sum = 0;
		double weights = 0;
		for (int i = (int) center - reach; i <= center + reach; i++) {
			final double weight = kernel.applyAsDouble(Math.abs(i - center) / stretch);
			weights += weight;
			sum += weight * rows[Math.max(0, Math.min(rows.length - 1, i))][x];
		}
		return sum / weights;
	}

	static double cubic(final double x) {
		if (x >= 2) return 0;
		return x < 1 ? 1.5 * x * x * x - 2.5 * x * x + 1 : -0.5 * x * x * x + 2.5 * x * x - 4 * x + 2;
	}

	private static <T extends RealType<T>> double fit(final double value, final T type) {
		if (!(type instanceof IntegerType)) return value;
		// The sums are in another order here: a tie must stay a tie.
		final double rounded = Math.signum(value) * Math.floor(Math.abs(value) + 0.5 + 1e-9);
		return Math.max(type.getMinValue(), Math.min(type.getMaxValue(), rounded));
	}

	private static double[][] transpose(final double[][] rows) {
		final double[][] columns = new double[rows[0].length][rows.length];
		for (int y = 0; y < rows.length; y++)
			for (int x = 0; x < rows[0].length; x++)
				columns[x][y] = rows[y][x];
		return columns;
	}
}
