package sc.fiji.superres.resample;

import java.util.Arrays;

/**
 * {@link MatlabResize#shrink} for images that come row by row, in float64 and without rounding; only the rows that a row of
 * the result needs are kept. For one thread.
 *
 * <pre>
 * RowShrinking shrinking = new RowShrinking(hrWidth, hrHeight, 1, 2, (y, row) -&gt; read(y, row));
 * for (int y = 0; y &lt; shrinking.height(); y++)
 * 	shrinking.shrink(y, lrRow);
 * </pre>
 */
public final class RowShrinking {

	/** Where the rows of the image come from. */
	public interface Rows {

		/**
		 * Asked for once for each row, in order.
		 *
		 * @param row receives width × channels values
		 */
		void read(int y, float[] row);
	}

	private final int channels;
	private final Rows rows;
	private final Taps tapsX;
	private final Taps tapsY;
	private final float[] next;
	private final double[][] lines;
	private final double[] between;
	private int read;

	/**
	 * @param width of the image in pixels
	 * @param height of the image in pixels
	 * @param channels that lie side by side in each pixel, and are shrunk one by one
	 * @param factor 1 to 1,000,000
	 * @throws IllegalArgumentException if a number is out of its range
	 */
	public RowShrinking(final int width, final int height, final int channels, final int factor, final Rows rows) {
		ResizeChecks.checkSize("width of the image", width);
		ResizeChecks.checkSize("height of the image", height);
		ResizeChecks.checkFactor(factor);
		this.channels = channels;
		this.rows = rows;
		tapsX = Taps.shrinking(MatlabKernel.CUBIC, width, factor);
		tapsY = Taps.shrinking(MatlabKernel.CUBIC, height, factor);
		next = new float[Math.multiplyExact(width, channels)];
		lines = new double[tapsY.count()][next.length];
		between = new double[next.length];
	}

	/** Rows of the result: ceil(height / factor). */
	public int height() {
		return tapsY.outputSize();
	}

	/**
	 * Computes a row of the result. To be called once for each, in order.
	 *
	 * @param result receives ceil(width / factor) × channels values
	 */
	public void shrink(final int y, final double[] result) {
		Arrays.fill(between, 0);
		for (int t = y * tapsY.count(); t < (y + 1) * tapsY.count(); t++)
			addTo(between, line(tapsY.indices()[t]), tapsY.weights()[t]);
		horizontal(result);
	}

	/** A row of the image: the last so many lie in a ring. */
	private double[] line(final int y) {
		for (; read <= y; read++) {
			rows.read(read, next);
			final double[] line = lines[read % lines.length];
			for (int i = 0; i < line.length; i++)
				line[i] = next[i];
		}
		return lines[y % lines.length];
	}

	private static void addTo(final double[] sum, final double[] line, final double weight) {
		for (int i = 0; i < sum.length; i++)
			sum[i] += weight * line[i];
	}

	/** Inside, the pixels that make one lie side by side; at the edge, some stand for others. */
	private void horizontal(final double[] result) {
		final int count = tapsX.count();
		final int[] indices = tapsX.indices();
		for (int x = 0, i = 0; x < tapsX.outputSize(); x++) {
			final int start = x * count;
			final boolean inside = indices[start + count - 1] - indices[start] == count - 1;
			for (int c = 0; c < channels; c++)
				result[i++] = inside ? inside(start, channels * indices[start] + c) : atEdge(start, c);
		}
	}

	private double inside(final int start, final int first) {
		final double[] weights = tapsX.weights();
		double sum = 0;
		for (int t = start, p = first; t < start + tapsX.count(); t++, p += channels)
			sum += weights[t] * between[p];
		return sum;
	}

	private double atEdge(final int start, final int channel) {
		double sum = 0;
		for (int t = start; t < start + tapsX.count(); t++)
			sum += tapsX.weights()[t] * between[channels * tapsX.indices()[t] + channel];
		return sum;
	}
}
