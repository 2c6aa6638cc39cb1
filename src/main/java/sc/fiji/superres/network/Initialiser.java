package sc.fiji.superres.network;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Random first weights: kernels uniform in ±1/√(inputs of the sum), which keeps the variance of deep residual networks in
 * bounds (He et al. 2015, eq. 10, with a gain of 1/√3); the others as their kind says.
 */
public final class Initialiser {

	private Initialiser() {}

	/**
	 * First weights.
	 *
	 * @param seed the same gives the same weights
	 */
	public static Weights weights(final List<Weight> wanted, final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final Weights weights = new Weights();
		for (final Weight weight : wanted)
			weights.put(weight, weight.kind() == Weight.Kind.KERNEL ? kernel(weight, random) : constant(weight));
		return weights;
	}

	private static float[] kernel(final Weight weight, final SplittableRandom random) {
		final float[] values = new float[weight.size()];
		final int outputs = weight.shape().get(weight.shape().size() - 1);
		final double bound = 1 / Math.sqrt(weight.size() / outputs);
		for (int i = 0; i < values.length; i++)
			values[i] = (float) random.nextDouble(-bound, bound);
		return values;
	}

	private static float[] constant(final Weight weight) {
		final float[] values = new float[weight.size()];
		Arrays.fill(values, (float) weight.kind().initial());
		return values;
	}
}
