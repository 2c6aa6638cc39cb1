package sc.fiji.superres.network;

import java.util.ArrayList;
import java.util.List;

/** The weights of a list of layers, from input to output. */
final class WeightList implements Fold<List<Weight>> {

	static List<Weight> of(final List<Layer> layers) {
		return List.copyOf(new WeightList().forward(layers, new ArrayList<>()));
	}

	@Override
	public List<Weight> affine(final Affine layer, final List<Weight> weights) {
		return weights;
	}

	@Override
	public List<Weight> convolution(final Convolution layer, final List<Weight> weights) {
		weights.add(layer.kernel());
		weights.add(layer.bias());
		return weights;
	}

	@Override
	public List<Weight> pixelShuffle(final PixelShuffle layer, final List<Weight> weights) {
		return weights;
	}

	@Override
	public List<Weight> relu(final Relu layer, final List<Weight> weights) {
		return weights;
	}

	@Override
	public List<Weight> residual(final Residual layer, final List<Weight> weights) {
		return forward(layer.body(), weights);
	}
}
