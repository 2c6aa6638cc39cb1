package sc.fiji.superres.metric;

import java.util.function.ToDoubleBiFunction;

/**
 * SSIM as the formulas say it: for each position of the window, two dimensions of weights, means first and then variances.
 */
final class SlowSsim {

	private SlowSsim() {}

	/**
	 * @param x by row and column
	 * @param border pixels left out at each side
	 */
	static double of(final double[][] x, final double[][] y, final int border, final double range) {
		double sum = 0;
		int positions = 0;
		for (int row = border; row + 11 <= x.length - border; row++)
			for (int column = border; column + 11 <= x[0].length - border; column++, positions++)
				sum += at(x, y, row, column, range);
		return sum / positions;
	}

	private static double at(final double[][] x, final double[][] y, final int row, final int column, final double range) {
		final double c1 = Math.pow(0.01 * range, 2);
		final double c2 = Math.pow(0.03 * range, 2);
		final double meanX = mean((j, i) -> x[row + j][column + i]);
		final double meanY = mean((j, i) -> y[row + j][column + i]);
		final double varianceX = mean((j, i) -> Math.pow(x[row + j][column + i] - meanX, 2));
		final double varianceY = mean((j, i) -> Math.pow(y[row + j][column + i] - meanY, 2));
		final double covariance = mean((j, i) -> (x[row + j][column + i] - meanX) * (y[row + j][column + i] - meanY));
		return (2 * meanX * meanY + c1) * (2 * covariance + c2) /
			((meanX * meanX + meanY * meanY + c1) * (varianceX + varianceY + c2));
	}

	/** The weighted mean over the window of a function of row and column. */
	private static double mean(final ToDoubleBiFunction<Integer, Integer> function) {
		double sum = 0;
		double weights = 0;
		for (int j = 0; j < 11; j++)
			for (int i = 0; i < 11; i++) {
				final double weight = Math.exp(-((i - 5) * (i - 5) + (j - 5) * (j - 5)) / (2 * 1.5 * 1.5));
				weights += weight;
				sum += weight * function.applyAsDouble(j, i);
			}
		return sum / weights;
	}
}
