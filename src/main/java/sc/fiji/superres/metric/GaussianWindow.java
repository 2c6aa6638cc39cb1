package sc.fiji.superres.metric;

import java.util.Arrays;

/**
 * The window of SSIM: a Gaussian of sigma 1.5 on 11 x 11 pixels, whose weights sum to 1. It is the product of one along x
 * and one along y.
 */
final class GaussianWindow {

	/** Side in pixels. */
	static final int SIZE = 11;

	/** In pixels. */
	static final double SIGMA = 1.5;

	private static final double[] WEIGHTS = weights();

	private GaussianWindow() {}

	/**
	 * Weighted means along a row.
	 *
	 * @param means one for each position where the window lies inside the row: {@link #SIZE} − 1 fewer than values
	 */
	static void alongRow(final double[] row, final double[] means) {
		Arrays.fill(means, 0);
		for (int i = 0; i < SIZE; i++)
			add(WEIGHTS[i], row, i, means);
	}

	/**
	 * Weighted means across as many rows as the window has.
	 *
	 * @param ring row y is at y modulo {@link #SIZE}
	 * @param first the number of the uppermost row
	 */
	static void acrossRows(final double[][] ring, final int first, final double[] means) {
		Arrays.fill(means, 0);
		for (int i = 0; i < SIZE; i++)
			add(WEIGHTS[i], ring[(first + i) % SIZE], 0, means);
	}

	private static void add(final double weight, final double[] row, final int offset, final double[] sums) {
		for (int x = 0; x < sums.length; x++)
			sums[x] += weight * row[offset + x];
	}

	private static double[] weights() {
		final double[] weights = new double[SIZE];
		double sum = 0;
		for (int i = 0; i < SIZE; i++) {
			final double distance = i - SIZE / 2;
			weights[i] = Math.exp(-distance * distance / (2 * SIGMA * SIGMA));
			sum += weights[i];
		}
		for (int i = 0; i < SIZE; i++)
			weights[i] /= sum;
		return weights;
	}
}
