package sc.fiji.superres.network;

import java.util.ArrayList;
import java.util.List;

/**
 * A network with its batch normalisations folded into the convolutions before them, which computes the same, faster: a
 * kernel is multiplied by {@code gamma / √(variance + ε)} of its output, and the rest becomes its bias.
 *
 * @param network without {@link BatchNorm}
 * @param weights its own
 */
public record FoldedNetwork(Network network, Weights weights) {

	/** @param weights those of the network */
	public static FoldedNetwork of(final Network network, final Weights weights) {
		final Weights folded = new Weights();
		final List<Layer> layers = fold(network.layers(), weights, folded);
		return new FoldedNetwork(new Network(network.architecture(), network.channels(), layers), folded);
	}

	private static List<Layer> fold(final List<Layer> layers, final Weights weights, final Weights folded) {
		final List<Layer> result = new ArrayList<>();
		for (final Layer layer : layers) {
			if (layer instanceof BatchNorm norm)
				result.add(fold(result.isEmpty() ? null : result.remove(result.size() - 1), norm, weights, folded));
			else if (layer instanceof Residual residual)
				result.add(new Residual(fold(residual.body(), weights, folded), residual.scaling()));
			else if (layer instanceof GreyAsRgb grey) result.add(new GreyAsRgb(fold(grey.body(), weights, folded)));
			else if (layer instanceof EachChannel each) result.add(new EachChannel(fold(each.body(), weights, folded)));
			else if (layer instanceof LumaOnly luma) result.add(new LumaOnly(fold(luma.body(), weights, folded), luma.chroma()));
			else {
				WeightList.of(List.of(layer)).forEach(weight -> folded.put(weight, weights.get(weight.name())));
				result.add(layer);
			}
		}
		return result;
	}

	/** @param before null where there is none */
	private static Convolution fold(final Layer before, final BatchNorm norm, final Weights weights, final Weights folded) {
		if (!(before instanceof Convolution convolution))
			throw new IllegalArgumentException("There is no convolution before " + norm.name() + " to fold it into.");
		final float[] gamma = weights.get(norm.gamma().name()), beta = weights.get(norm.beta().name());
		final float[] mean = weights.get(norm.mean().name()), variance = weights.get(norm.variance().name());
		final float[] kernel = folded.get(convolution.kernel().name()).clone();
		final float[] bias = convolution.biased() ? folded.get(convolution.bias().name()).clone()
			: new float[convolution.outputs()];
		final double[] gain = new double[bias.length];
		for (int c = 0; c < bias.length; c++) {
			gain[c] = gamma[c] / Math.sqrt((double) variance[c] + BatchNorm.EPSILON);
			bias[c] = (float) ((bias[c] - mean[c]) * gain[c] + beta[c]);
		}
		for (int i = 0; i < kernel.length; i++)
			kernel[i] = (float) (kernel[i] * gain[i % gain.length]);
		folded.put(convolution.kernel(), kernel).put(convolution.bias(), bias);
		return new Convolution(convolution.name(), convolution.size(), convolution.inputs(), convolution.outputs(),
			convolution.stride(), true);
	}
}
