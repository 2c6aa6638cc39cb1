package sc.fiji.superres.model;

import java.util.List;
import java.util.Random;

import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.engine.Inference;
import sc.fiji.superres.network.Network;
import sc.fiji.superres.network.Weights;

/**
 * An input by which a package shows that it computes what it did when it was written: waves and noise, the same for the same
 * network. It is a little larger than twice the receptive radius, below which the description's halo leaves nothing.
 */
final class TestTensors {

	private static final long SEED = 1;
	private static final double NOISE = 10;
	private static final int MARGIN = 8;

	private TestTensors() {}

	/** The side of the smallest image of which a pixel remains when the halo is cut off, in LR pixels. */
	static int smallestSide(final Network network) {
		return 2 * network.radius() + 1;
	}

	/** Grey levels 0..255 of shape (1, height, width, channels). */
	static Npy input(final Network network) {
		final int height = smallestSide(network) + MARGIN;
		final int width = height + MARGIN;
		final int channels = network.channels();
		final Random noise = new Random(SEED);
		final float[] values = new float[height * width * channels];
		for (int i = 0; i < values.length; i++) {
			final int c = i % channels, x = i / channels % width, y = i / channels / width;
			final double wave = 127.5 + 100 * StrictMath.sin(0.31 * x + c) * StrictMath.cos(0.23 * y - c);
			values[i] = (float) Math.max(0, Math.min(255, wave + NOISE * (2 * noise.nextDouble() - 1)));
		}
		return new Npy(List.of(1, height, width, channels), values);
	}

	/**
	 * What the engine makes of an input.
	 *
	 * @throws IllegalArgumentException if the input is not one image of the network's channels
	 */
	static Npy output(final Network network, final Weights weights, final Npy input, final Engine engine) {
		final List<Integer> shape = input.shape();
		if (shape.size() != 4 || shape.get(0) != 1 || shape.get(3) != network.channels() || input.values().length == 0)
			throw new IllegalArgumentException("the test input has the shape " + shape + ", but must be one image with " +
				network.channels() + " channels");
		final int height = shape.get(1), width = shape.get(2), scale = network.scale();
		final Npy output = new Npy(List.of(1, scale * height, scale * width, network.channels()),
			new float[scale * scale * input.values().length]);
		try (Inference inference = engine.inference(network, weights, height, width)) {
			inference.run(input.values(), output.values());
		}
		return output;
	}

	/**
	 * The largest absolute difference; NaN where one value is.
	 *
	 * @throws IllegalArgumentException if the shapes differ
	 */
	static double largestDifference(final Npy expected, final Npy actual) {
		if (!expected.shape().equals(actual.shape()))
			throw new IllegalArgumentException("the test output has the shape " + expected.shape() + ", but must have " +
				actual.shape());
		double largest = 0;
		for (int i = 0; i < actual.values().length; i++)
			largest = Math.max(largest, Math.abs((double) expected.values()[i] - actual.values()[i]));
		return largest;
	}
}
