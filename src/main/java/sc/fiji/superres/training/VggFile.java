package sc.fiji.superres.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import sc.fiji.superres.model.SafeTensors;
import sc.fiji.superres.network.Vgg19;
import sc.fiji.superres.network.Weight;
import sc.fiji.superres.network.Weights;

/**
 * The weights of VGG19 in a safetensors file, as Keras has them: {@code block2_conv1/kernel} of height, width, inputs,
 * outputs, and {@code block2_conv1/bias}; the first layer's inputs are blue, green and red.
 */
public final class VggFile {

	private VggFile() {}

	/**
	 * @return what the network needs of the file; the first kernel takes red, green and blue
	 * @throws IOException if the file cannot be read, or does not hold the layers up to the network's, in their shapes
	 */
	public static Weights read(final Path file, final Vgg19 network) throws IOException {
		final Weights found = SafeTensors.read(file).weights();
		final Weights weights = new Weights();
		for (final Weight weight : network.weights()) {
			final String name = weight.name().replaceFirst("conv(\\d)_(\\d)\\.", "block$1_conv$2/");
			final Weight stored = found.list().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow(
				() -> new IOException(file + " has no " + name + ", so it does not hold VGG19 as far as " + network.layer() +
					". Name another file (vgg), or a layer that it has (vgg_layer)."));
			if (!stored.shape().equals(weight.shape()))
				throw new IOException("In " + file + ", " + name + " has the shape " + stored.shape() + ", but VGG19's has " + weight
					.shape() + ". Name a file with the weights of VGG19 (vgg).");
			weights.put(weight, found.get(name));
		}
		final Weight first = network.weights().get(0);
		weights.put(first, reversedInputs(weights.get(first.name()), first.shape()));
		try {
			return weights.select(network.weights(), "VGG19");
		}
		catch (final IllegalArgumentException e) {
			throw new IOException(file + " is damaged: " + e.getMessage(), e);
		}
	}

	private static float[] reversedInputs(final float[] kernel, final List<Integer> shape) {
		final int inputs = shape.get(2), outputs = shape.get(3);
		final float[] reversed = new float[kernel.length];
		for (int i = 0; i < kernel.length; i++) {
			final int output = i % outputs, input = i / outputs % inputs, pixel = i / outputs / inputs;
			reversed[(pixel * inputs + inputs - 1 - input) * outputs + output] = kernel[i];
		}
		return reversed;
	}
}
