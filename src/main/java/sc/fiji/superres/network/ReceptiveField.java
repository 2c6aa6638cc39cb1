package sc.fiji.superres.network;

import java.util.List;

/**
 * The receptive field, found by walking back from the s×s block of output pixels that one LR pixel becomes: each layer
 * widens the interval of pixels that it needs, a pixel shuffle shrinks it to the coarser grid.
 */
final class ReceptiveField implements Fold<ReceptiveField.Interval> {

	/** First and last pixel needed, along one side. */
	record Interval(int first, int last) {}

	static int radius(final List<Layer> layers, final int scale) {
		final Interval needed = new ReceptiveField().backward(layers, new Interval(0, scale - 1));
		return Math.max(-needed.first, needed.last);
	}

	@Override
	public Interval affine(final Affine layer, final Interval needed) {
		return needed;
	}

	@Override
	public Interval convolution(final Convolution layer, final Interval needed) {
		final int reach = layer.size() / 2;
		return new Interval(needed.first - reach, needed.last + reach);
	}

	@Override
	public Interval pixelShuffle(final PixelShuffle layer, final Interval needed) {
		return new Interval(Math.floorDiv(needed.first, layer.factor()), Math.floorDiv(needed.last, layer.factor()));
	}

	@Override
	public Interval relu(final Relu layer, final Interval needed) {
		return needed;
	}

	@Override
	public Interval residual(final Residual layer, final Interval needed) {
		return backward(layer.body(), needed);
	}
}
