package sc.fiji.superres.model;

import java.util.List;

import sc.fiji.superres.network.Convolution;
import sc.fiji.superres.network.Layer;
import sc.fiji.superres.network.Network;
import sc.fiji.superres.network.PixelShuffle;
import sc.fiji.superres.network.Weight;
import sc.fiji.superres.network.Weights;

/**
 * Weights made for PyTorch's {@code pixel_shuffle}, which takes channel {@code c·factor² + dy·factor + dx} for sub-pixel
 * {@code (dx, dy)} of channel {@code c}, put in the order of {@link PixelShuffle}.
 */
public final class PyTorchShuffle {

	private PyTorchShuffle() {}

	/** @param weights those of the network, with the outputs before each shuffle in PyTorch's order */
	public static Weights reorder(final Network network, final Weights weights) {
		final Weights reordered = new Weights();
		weights.list().forEach(weight -> reordered.put(weight, weights.get(weight.name())));
		final List<Layer> layers = network.layers();
		for (int i = 1; i < layers.size(); i++)
			if (layers.get(i) instanceof PixelShuffle shuffle && layers.get(i - 1) instanceof Convolution convolution)
				for (final Weight weight : List.of(convolution.kernel(), convolution.bias()))
					reordered.put(weight, reorder(weights.get(weight.name()), convolution.outputs(), shuffle.factor() * shuffle.factor()));
		return reordered;
	}

	private static float[] reorder(final float[] values, final int outputs, final int block) {
		final float[] reordered = new float[values.length];
		final int channels = outputs / block;
		for (int i = 0; i < values.length; i++) {
			final int output = i % outputs, channel = output % channels, subPixel = output / channels;
			reordered[i] = values[i - output + channel * block + subPixel];
		}
		return reordered;
	}
}
