package sc.fiji.superres.training;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import sc.fiji.superres.network.Convolution;
import sc.fiji.superres.network.Initialiser;
import sc.fiji.superres.network.Layer;
import sc.fiji.superres.network.Network;
import sc.fiji.superres.network.PRelu;
import sc.fiji.superres.network.PixelShuffle;
import sc.fiji.superres.network.Weight;
import sc.fiji.superres.network.Weights;

/**
 * The weights that a training starts from.
 *
 * @param origin in words, for the model's card
 * @param weights those of the network
 */
public record Start(String origin, Weights weights) {

	/** Random ones. */
	public static Start random(final Network network, final long seed) {
		return new Start("random weights", Initialiser.weights(network.weights(), seed));
	}

	/**
	 * Those of a trained network of the same layers; of another scale, all but its upsampler, of which only weights of the same
	 * shape are taken: a factor of 4 is reached by two times 2, which both begin as the factor of 2 did.
	 *
	 * @param name of the other network, for messages
	 * @throws IllegalArgumentException if the other network has other layers
	 */
	public static Start from(final String name, final Network other, final Weights trained, final Network network,
		final long seed)
	{
		final Set<String> upsampler = upsampler(network), otherUpsampler = upsampler(other);
		if (!body(network, upsampler).equals(body(other, otherUpsampler)) || other.scale() == network.scale() &&
			!other.weights().equals(network.weights()))
			throw new IllegalArgumentException(name + " is " + other + ", whose weights do not fit " + network +
				". Start from a network of the same architecture, depth, filters and channels, or from random weights.");
		final Weights random = Initialiser.weights(network.weights(), seed);
		final Weights start = new Weights();
		final List<String> fresh = new ArrayList<>();
		for (final Weight weight : network.weights()) {
			final String source = upsampler.contains(weight.name()) ? source(weight, other, otherUpsampler) : weight.name();
			if (source == null) fresh.add(weight.name());
			start.put(weight, (source == null ? random.get(weight.name()) : trained.get(source)).clone());
		}
		return new Start(name + (fresh.isEmpty() ? "" : ", but " + String.join(", ", fresh) + " from random weights"), start);
	}

	private static List<Weight> body(final Network network, final Set<String> upsampler) {
		return network.weights().stream().filter(weight -> !upsampler.contains(weight.name())).toList();
	}

	/** The weights around a pixel shuffle: of the convolution before it, and of the PReLU behind it. */
	private static Set<String> upsampler(final Network network) {
		final Set<String> names = new HashSet<>();
		final List<Layer> layers = network.layers();
		for (int i = 1; i < layers.size(); i++) {
			if (!(layers.get(i) instanceof PixelShuffle)) continue;
			if (layers.get(i - 1) instanceof Convolution before) names.addAll(List.of(before.kernel().name(), before.bias().name()));
			if (i + 1 < layers.size() && layers.get(i + 1) instanceof PRelu behind) names.add(behind.slope().name());
		}
		return names;
	}

	/** The weight of the other upsampler with the same name and shape, else with the same part and shape; null for none. */
	private static String source(final Weight weight, final Network other, final Set<String> upsampler) {
		if (other.weights().contains(weight)) return weight.name();
		return other.weights().stream().filter(candidate -> upsampler.contains(candidate.name()) && candidate.shape().equals(weight
			.shape()) && part(candidate).equals(part(weight))).map(Weight::name).findFirst().orElse(null);
	}

	/** The name behind its point: kernel, bias or prelu. */
	private static String part(final Weight weight) {
		return weight.name().substring(weight.name().indexOf('.'));
	}
}
