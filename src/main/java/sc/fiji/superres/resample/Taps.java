package sc.fiji.superres.resample;

import java.util.Arrays;

/**
 * Which input pixels make an output pixel along one dimension, and with what weights: output pixel {@code i} is the sum of
 * {@code weights[i * count + k] * input[indices[i * count + k]]} over {@code k} from 0 to {@code count - 1}.
 */
record Taps(int count, int[] indices, double[] weights) {

	private static final double SUPPORT = 4;

	/**
	 * Weights of MATLAB's bicubic imresize.
	 *
	 * @param scale output pixels per input pixel; below 1 the kernel is widened so that the result does not alias
	 */
	static Taps cubic(final int inputSize, final int outputSize, final double scale) {
		final double shrinking = Math.min(1, scale);
		final double support = SUPPORT / shrinking;
		final int count = (int) Math.ceil(support);
		final int[] indices = new int[Math.multiplyExact(outputSize, count)];
		final double[] weights = new double[indices.length];
		for (int i = 0; i < outputSize; i++) {
			// MATLAB counts pixels from 1; the same arithmetic gives the same last bits, which decide ties in rounding.
			final double center = (i + 1) / scale + 0.5 * (1 - 1 / scale);
			final double first = Math.floor(center - support / 2) + 1;
			final int start = i * count;
			double sum = 0;
			for (int k = 0; k < count; k++) {
				final double position = first + k;
				indices[start + k] = (int) Math.max(0, Math.min(inputSize - 1, position - 1));
				weights[start + k] = shrinking * keys(shrinking * (center - position));
				sum += weights[start + k];
			}
			for (int k = 0; k < count; k++)
				weights[start + k] /= sum;
		}
		return new Taps(count, indices, weights);
	}

	int outputSize() {
		return indices.length / count;
	}

	/** The smallest input index among the outputs {@code from} to {@code to - 1}. */
	int firstInput(final int from, final int to) {
		return Arrays.stream(indices, from * count, to * count).min().getAsInt();
	}

	/** The largest input index among the outputs {@code from} to {@code to - 1}. */
	int lastInput(final int from, final int to) {
		return Arrays.stream(indices, from * count, to * count).max().getAsInt();
	}

	/** Cubic convolution kernel of Keys (1981) with a = -0.5. */
	private static double keys(final double distance) {
		final double x = Math.abs(distance);
		if (x <= 1)
			return (1.5 * x - 2.5) * x * x + 1;
		if (x <= 2)
			return ((-0.5 * x + 2.5) * x - 4) * x + 2;
		return 0;
	}
}
