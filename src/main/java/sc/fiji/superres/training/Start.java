package sc.fiji.superres.training;

import java.util.ArrayList;
import java.util.List;

import sc.fiji.superres.network.Network;
import sc.fiji.superres.network.Weight;
import sc.fiji.superres.network.Weights;

/**
 * The weights that a training starts from.
 *
 * @param origin in words, for the model's card
 * @param weights those of the network
 */
public record Start(String origin, Weights weights) {

	private static final String UPSAMPLER = "upsample";

	/** Random ones. */
	public static Start random(final Network network, final long seed) {
		return new Start("random weights", Initialiser.weights(network.weights(), seed));
	}

	/**
	 * Those of a trained network of the same layers; of another scale, all but its upsampler, from which those of the same
	 * shape are taken.
	 *
	 * @param name of the other network, for messages
	 * @throws IllegalArgumentException if the other network has other layers
	 */
	public static Start from(final String name, final Network other, final Weights trained, final Network network, final long seed) {
		final Weights random = Initialiser.weights(network.weights(), seed);
		final Weights start = new Weights();
		final List<String> fresh = new ArrayList<>();
		for (final Weight weight : network.weights()) {
			final float[] values = find(weight, trained);
			if (values == null && (other.scale() == network.scale() || !weight.name().startsWith(UPSAMPLER)))
				throw new IllegalArgumentException(name + " is " + other + ", whose weights do not fit " + network + " (" + weight.name() +
					"). Start from a network of the same architecture, depth, filters and channels, or from random weights.");
			if (values == null) fresh.add(weight.name());
			start.put(weight, (values != null ? values : random.get(weight.name())).clone());
		}
		return new Start(name + (fresh.isEmpty() ? "" : ", but " + String.join(", ", fresh) + " from random weights"), start);
	}

	/** Those of the same name and shape, or of another part of the upsampler that has this shape; null where there are none. */
	private static float[] find(final Weight weight, final Weights trained) {
		for (final Weight candidate : trained.list())
			if (candidate.name().equals(weight.name()) && candidate.shape().equals(weight.shape())) return trained.get(weight.name());
		for (final Weight candidate : trained.list())
			if (isUpsampler(weight) && isUpsampler(candidate) && part(candidate).equals(part(weight)) && candidate.shape().equals(weight
				.shape())) return trained.get(candidate.name());
		return null;
	}

	private static boolean isUpsampler(final Weight weight) {
		return weight.name().startsWith(UPSAMPLER);
	}

	/** The name behind the first point. */
	private static String part(final Weight weight) {
		return weight.name().substring(weight.name().indexOf('.'));
	}
}
