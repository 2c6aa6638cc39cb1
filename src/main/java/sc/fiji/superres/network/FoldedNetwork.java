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
		final Folding folding = new Folding(weights);
		final List<Layer> layers = folding.forward(network.layers(), new ArrayList<>());
		return new FoldedNetwork(new Network(network.architecture(), network.channels(), layers), folding.folded);
	}

	/** Copies layers and weights; the state is the list of the layers so far. */
	private static final class Folding implements Fold<List<Layer>> {

		private final Weights weights;
		private final Weights folded = new Weights();

		private Folding(final Weights weights) {
			this.weights = weights;
		}

		private List<Layer> copy(final Layer layer, final List<Layer> layers) {
			for (final Weight weight : WeightList.of(List.of(layer)))
				folded.put(weight, weights.get(weight.name()));
			layers.add(layer);
			return layers;
		}

		private List<Layer> body(final List<Layer> body) {
			return forward(body, new ArrayList<>());
		}

		private static List<Layer> add(final Layer layer, final List<Layer> layers) {
			layers.add(layer);
			return layers;
		}

		@Override
		public List<Layer> batchNorm(final BatchNorm layer, final List<Layer> layers) {
			if (layers.isEmpty() || !(layers.remove(layers.size() - 1) instanceof Convolution before))
				throw new IllegalArgumentException("There is no convolution before " + layer.name() + " to fold it into.");
			final float[] gamma = weights.get(layer.gamma().name()), beta = weights.get(layer.beta().name());
			final float[] mean = weights.get(layer.mean().name()), variance = weights.get(layer.variance().name());
			final float[] kernel = folded.get(before.kernel().name()).clone();
			final float[] bias = before.biased() ? folded.get(before.bias().name()).clone() : new float[before.outputs()];
			final double[] gain = new double[bias.length];
			for (int c = 0; c < bias.length; c++) {
				gain[c] = gamma[c] / Math.sqrt((double) variance[c] + BatchNorm.EPSILON);
				bias[c] = (float) ((bias[c] - mean[c]) * gain[c] + beta[c]);
			}
			for (int i = 0; i < kernel.length; i++)
				kernel[i] = (float) (kernel[i] * gain[i % gain.length]);
			folded.put(before.kernel(), kernel).put(before.bias(), bias);
			return add(new Convolution(before.name(), before.size(), before.inputs(), before.outputs(), before.stride(), true), layers);
		}

		@Override
		public List<Layer> activation(final Activation layer, final List<Layer> layers) {
			return copy(layer, layers);
		}

		@Override
		public List<Layer> affine(final Affine layer, final List<Layer> layers) {
			return copy(layer, layers);
		}

		@Override
		public List<Layer> convolution(final Convolution layer, final List<Layer> layers) {
			return copy(layer, layers);
		}

		@Override
		public List<Layer> dense(final Dense layer, final List<Layer> layers) {
			return copy(layer, layers);
		}

		@Override
		public List<Layer> eachChannel(final EachChannel layer, final List<Layer> layers) {
			return add(new EachChannel(body(layer.body())), layers);
		}

		@Override
		public List<Layer> greyAsRgb(final GreyAsRgb layer, final List<Layer> layers) {
			return add(new GreyAsRgb(body(layer.body())), layers);
		}

		@Override
		public List<Layer> lumaOnly(final LumaOnly layer, final List<Layer> layers) {
			return add(new LumaOnly(body(layer.body()), layer.chroma()), layers);
		}

		@Override
		public List<Layer> maxPool(final MaxPool layer, final List<Layer> layers) {
			return copy(layer, layers);
		}

		@Override
		public List<Layer> pRelu(final PRelu layer, final List<Layer> layers) {
			return copy(layer, layers);
		}

		@Override
		public List<Layer> pixelShuffle(final PixelShuffle layer, final List<Layer> layers) {
			return copy(layer, layers);
		}

		@Override
		public List<Layer> residual(final Residual layer, final List<Layer> layers) {
			return add(new Residual(body(layer.body()), layer.scaling()), layers);
		}

		@Override
		public List<Layer> upsample(final Upsample layer, final List<Layer> layers) {
			return copy(layer, layers);
		}
	}
}
