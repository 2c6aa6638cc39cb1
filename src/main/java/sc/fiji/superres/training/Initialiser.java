package sc.fiji.superres.training;

import java.util.SplittableRandom;

import sc.fiji.superres.network.Network;
import sc.fiji.superres.network.Weight;
import sc.fiji.superres.network.Weights;

/**
 * Random first weights: uniform in ±1/√(inputs of the sum), which keeps the variance of deep residual networks in bounds
 * (He et al. 2015, eq. 10, with a gain of 1/√3); biases 0.
 */
final class Initialiser {

	private Initialiser() {}

	static Weights weights(final Network network, final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final Weights weights = new Weights();
		for (final Weight weight : network.weights()) {
			final float[] values = new float[weight.size()];
			if (weight.shape().size() == 4) {
				final double bound = 1 / Math.sqrt(weight.shape().get(0) * weight.shape().get(1) * weight.shape().get(2));
				for (int i = 0; i < values.length; i++)
					values[i] = (float) random.nextDouble(-bound, bound);
			}
			weights.put(weight, values);
		}
		return weights;
	}
}
