package sc.fiji.superres.resample;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which input pixels make an output pixel along one dimension, and with what weights: output pixel {@code i} is the sum of
 * {@code weights[i * count + k] * input[indices[i * count + k]]} over {@code k} from 0 to {@code count - 1}. Positions
 * beyond the edge repeat the edge; the weights of an output pixel sum up to 1.
 */
record Taps(int count, int[] indices, double[] weights) {

	/**
	 * Weights of MATLAB's imresize.
	 *
	 * @param scale output pixels per input pixel; below 1 the kernel is widened so that the result does not alias
	 */
	static Taps imresize(final Kernel kernel, final int inputSize, final int outputSize, final double scale) {
		final double shrinking = Math.min(1, scale);
		final double support = 2 * kernel.radius() / shrinking;
		final Taps taps = zeros(outputSize, (int) Math.ceil(support));
		for (int i = 0; i < outputSize; i++) {
			// MATLAB counts pixels from 1; the same arithmetic gives the same last bits, which decide ties in rounding.
			final double center = (i + 1) / scale + 0.5 * (1 - 1 / scale);
			final double first = Math.floor(center - support / 2) + 1;
			for (int k = 0; k < taps.count; k++) {
				final double position = first + k;
				taps.set(i, k, (long) position - 1, inputSize, shrinking * kernel.at(shrinking * (center - position)));
			}
			taps.normalise(i);
		}
		return taps;
	}

	/** Weights of enlarging by a whole factor with the pixel centres of MATLAB, the same for every input pixel. */
	static Taps enlarging(final Kernel kernel, final int inputSize, final int factor) {
		final double[] centers = IntStream.range(0, factor).mapToDouble(p -> (2.0 * p + 1 - factor) / (2.0 * factor)).toArray();
		return periodic(kernel, inputSize, Math.multiplyExact(inputSize, factor), centers, 1);
	}

	/** Weights of shrinking by a whole factor with the pixel centres of MATLAB, the same for every output pixel. */
	static Taps shrinking(final Kernel kernel, final int inputSize, final int factor) {
		final int outputSize = (int) MatlabResize.ceilDiv(inputSize, factor);
		return periodic(kernel, inputSize, outputSize, new double[] { (factor - 1) / 2.0 }, factor);
	}

	/**
	 * Weights that repeat, so that, unlike those of {@link #imresize}, not even their last bits depend on the place: a window
	 * of an image gives the very values of the image.
	 *
	 * @param centers positions of the first output pixels, in input pixels; with each further {@code centers.length} output
	 *          pixels come {@code period} input pixels
	 * @param period in input pixels, and how much the kernel is widened
	 */
	static Taps periodic(final Kernel kernel, final int inputSize, final int outputSize, final double[] centers,
		final int period)
	{
		final double reach = kernel.radius() * period;
		final Taps taps = zeros(outputSize, (int) Math.ceil(2 * reach));
		for (int i = 0; i < outputSize; i++) {
			final double center = centers[i % centers.length];
			final long first = (long) Math.floor(center - reach) + 1;
			final long start = (long) (i / centers.length) * period + first;
			for (int k = 0; k < taps.count; k++)
				taps.set(i, k, start + k, inputSize, kernel.at((center - (first + k)) / period));
			taps.normalise(i);
		}
		return taps;
	}

	private static Taps zeros(final int outputSize, final int count) {
		final int size = Math.multiplyExact(outputSize, count);
		return new Taps(count, new int[size], new double[size]);
	}

	void set(final int output, final int k, final long position, final int inputSize, final double weight) {
		indices[output * count + k] = (int) Math.max(0, Math.min(inputSize - 1, position));
		weights[output * count + k] = weight;
	}

	private void normalise(final int output) {
		double sum = 0;
		for (int t = output * count; t < (output + 1) * count; t++)
			sum += weights[t];
		for (int t = output * count; t < (output + 1) * count; t++)
			weights[t] /= sum;
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

	/** The taps of the outputs {@code from} to {@code to - 1} alone. */
	Taps part(final int from, final int to) {
		return new Taps(count, Arrays.copyOfRange(indices, from * count, to * count),
			Arrays.copyOfRange(weights, from * count, to * count));
	}

	/** The same taps for an input without its first pixels. */
	Taps from(final int firstInput) {
		return firstInput == 0 ? this : new Taps(count, Arrays.stream(indices).map(i -> i - firstInput).toArray(), weights);
	}
}
