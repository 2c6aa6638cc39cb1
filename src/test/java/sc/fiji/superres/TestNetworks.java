package sc.fiji.superres;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import sc.fiji.superres.model.Model;
import sc.fiji.superres.model.ModelCard;
import sc.fiji.superres.network.Architecture;
import sc.fiji.superres.network.Architectures;
import sc.fiji.superres.network.InputChannels;
import sc.fiji.superres.network.Network;
import sc.fiji.superres.network.Weight;
import sc.fiji.superres.network.Weights;

/** Networks with random weights that tests share. */
public final class TestNetworks {

	private TestNetworks() {}

	/** A small one of each architecture, scale and kind of channels: a new architecture joins by itself. */
	public static Stream<Architecture> small() {
		return Architectures.names().stream().flatMap(name -> IntStream.rangeClosed(2, 4).boxed().flatMap(scale -> Arrays.stream(
			InputChannels.values()).map(channels -> Architectures.of(Map.of("architecture", name, "scale", scale, "blocks", 2, "filters", 8,
				"residual_scaling", 0.5, "middle", 5, "channels", channels.toString())))));
	}

	/** Random weights that keep the size of what goes through them, biases included; the same for the same seed. */
	public static Weights randomWeights(final Network network, final long seed) {
		return randomWeights(network.weights(), seed);
	}

	/** The same for any list of weights. */
	public static Weights randomWeights(final List<Weight> wanted, final long seed) {
		final Random random = new Random(seed);
		final Weights weights = new Weights();
		for (final Weight weight : wanted) {
			final float[] values = new float[weight.size()];
			final int inputs = weight.size() / weight.shape().get(weight.shape().size() - 1);
			for (int i = 0; i < values.length; i++)
				values[i] = (float) switch (weight.kind()) {
					case KERNEL -> random.nextGaussian() / Math.sqrt(inputs);
					case BIAS, MEAN -> 0.1 * random.nextGaussian();
					case GAIN, VARIANCE -> 0.5 + random.nextDouble();
					case SLOPE -> random.nextDouble();
				};
			weights.put(weight, values);
		}
		return weights;
	}

	/** Random grey levels. */
	public static float[] randomGreyLevels(final int size, final long seed) {
		final Random random = new Random(seed);
		final float[] values = new float[size];
		for (int i = 0; i < size; i++)
			values[i] = random.nextInt(256);
		return values;
	}

	/** A model that lies nowhere. */
	public static Model model(final Network network, final long seed) {
		return new Model("test", Path.of("nowhere"), network, randomWeights(network, seed), card());
	}

	public static ModelCard card() {
		return new ModelCard("Test", "For tests.", List.of("Tester"), Instant.EPOCH, "CC0-1.0", "nothing", Map.of(), List.of());
	}
}
