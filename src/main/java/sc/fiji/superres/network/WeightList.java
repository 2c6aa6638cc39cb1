package sc.fiji.superres.network;

import java.util.ArrayList;
import java.util.List;

/** The weights of a list of layers, from input to output. */
final class WeightList implements Fold<List<Weight>> {

	static List<Weight> of(final List<Layer> layers) {
		return List.copyOf(new WeightList().forward(layers, new ArrayList<>()));
	}

	@Override
	public List<Weight> activation(final Activation layer, final List<Weight> weights) {
		return weights;
	}

	@Override
	public List<Weight> affine(final Affine layer, final List<Weight> weights) {
		return weights;
	}

	@Override
	public List<Weight> batchNorm(final BatchNorm layer, final List<Weight> weights) {
		return add(weights, layer.gamma(), layer.beta(), layer.mean(), layer.variance());
	}

	@Override
	public List<Weight> convolution(final Convolution layer, final List<Weight> weights) {
		return layer.biased() ? add(weights, layer.kernel(), layer.bias()) : add(weights, layer.kernel());
	}

	@Override
	public List<Weight> dense(final Dense layer, final List<Weight> weights) {
		return add(weights, layer.kernel(), layer.bias());
	}

	@Override
	public List<Weight> eachChannel(final EachChannel layer, final List<Weight> weights) {
		return forward(layer.body(), weights);
	}

	@Override
	public List<Weight> greyAsRgb(final GreyAsRgb layer, final List<Weight> weights) {
		return forward(layer.body(), weights);
	}

	@Override
	public List<Weight> lumaOnly(final LumaOnly layer, final List<Weight> weights) {
		return forward(layer.body(), weights);
	}

	@Override
	public List<Weight> maxPool(final MaxPool layer, final List<Weight> weights) {
		return weights;
	}

	@Override
	public List<Weight> pRelu(final PRelu layer, final List<Weight> weights) {
		return add(weights, layer.slope());
	}

	@Override
	public List<Weight> pixelShuffle(final PixelShuffle layer, final List<Weight> weights) {
		return weights;
	}

	@Override
	public List<Weight> residual(final Residual layer, final List<Weight> weights) {
		return forward(layer.body(), weights);
	}

	@Override
	public List<Weight> upsample(final Upsample layer, final List<Weight> weights) {
		return weights;
	}

	private static List<Weight> add(final List<Weight> weights, final Weight... more) {
		weights.addAll(List.of(more));
		return weights;
	}
}
