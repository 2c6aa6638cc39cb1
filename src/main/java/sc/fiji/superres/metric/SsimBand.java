package sc.fiji.superres.metric;

/**
 * SSIM along a band of rows. All that it holds of the images are the rows under the window, filtered along x.
 */
final class SsimBand<T> {

	private final Rows<T> reference;
	private final Rows<T> test;
	private final Component<T> component;
	private final SsimFormula formula;
	private final double[] x;
	private final double[] y;
	private final double[] squares;
	private final double[] products;
	/** Of x, y, x² + y² and x y. */
	private final double[][][] rings;
	private final double[][] means;

	SsimBand(final Rows<T> reference, final Rows<T> test, final Component<T> component, final SsimFormula formula) {
		this.reference = reference;
		this.test = test;
		this.component = component;
		this.formula = formula;
		final int length = reference.length();
		x = new double[length];
		y = new double[length];
		squares = new double[length];
		products = new double[length];
		means = new double[4][length - GaussianWindow.SIZE + 1];
		rings = new double[4][GaussianWindow.SIZE][means[0].length];
	}

	/**
	 * Sums SSIM along rows of positions of the window.
	 *
	 * @param first row of positions, which is the uppermost row of pixels under the window
	 * @param end the row after the last one
	 * @param sums receives the sum of each row, at the place of its number
	 */
	void run(final int first, final int end, final double[] sums) {
		for (int row = first; row < end + GaussianWindow.SIZE - 1; row++) {
			take(row);
			final int position = row - GaussianWindow.SIZE + 1;
			if (position >= first) sums[position] = sum(position);
		}
	}

	private void take(final int row) {
		reference.read(row, component, formula.offset(), x);
		test.read(row, component, formula.offset(), y);
		for (int i = 0; i < x.length; i++) {
			squares[i] = x[i] * x[i] + y[i] * y[i];
			products[i] = x[i] * y[i];
		}
		final double[][] quantities = { x, y, squares, products };
		for (int q = 0; q < quantities.length; q++)
			GaussianWindow.alongRow(quantities[q], rings[q][row % GaussianWindow.SIZE]);
	}

	private double sum(final int position) {
		for (int q = 0; q < means.length; q++)
			GaussianWindow.acrossRows(rings[q], position, means[q]);
		double sum = 0;
		for (int i = 0; i < means[0].length; i++)
			sum += formula.ssim(means[0][i], means[1][i], means[2][i], means[3][i]);
		return sum;
	}
}
