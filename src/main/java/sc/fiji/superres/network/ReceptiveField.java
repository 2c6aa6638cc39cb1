package sc.fiji.superres.network;

import java.util.List;

/**
 * The receptive field, found by walking back from the s×s block of output pixels that one LR pixel becomes: each layer
 * widens the interval of pixels that it needs, a pixel shuffle shrinks it to the coarser grid.
 */
final class ReceptiveField implements Fold<ReceptiveField.Interval> {

	/** First and last pixel needed, along one side. */
	record Interval(int first, int last) {

		private Interval and(final Interval other) {
			return new Interval(Math.min(first, other.first), Math.max(last, other.last));
		}
	}

	static int radius(final List<Layer> layers, final int scale) {
		final Interval needed = new ReceptiveField().backward(layers, new Interval(0, scale - 1));
		return Math.max(-needed.first, needed.last);
	}

	@Override
	public Interval activation(final Activation layer, final Interval needed) {
		return needed;
	}

	@Override
	public Interval affine(final Affine layer, final Interval needed) {
		return needed;
	}

	@Override
	public Interval batchNorm(final BatchNorm layer, final Interval needed) {
		return needed;
	}

	@Override
	public Interval convolution(final Convolution layer, final Interval needed) {
		final int reach = layer.size() / 2;
		return new Interval(layer.stride() * needed.first - reach, layer.stride() * needed.last + reach);
	}

	@Override
	public Interval dense(final Dense layer, final Interval needed) {
		throw new IllegalArgumentException("A network with the dense layer " + layer.name() + " sees the whole image at once.");
	}

	@Override
	public Interval eachChannel(final EachChannel layer, final Interval needed) {
		return backward(layer.body(), needed);
	}

	@Override
	public Interval greyAsRgb(final GreyAsRgb layer, final Interval needed) {
		return backward(layer.body(), needed);
	}

	@Override
	public Interval lumaOnly(final LumaOnly layer, final Interval needed) {
		return backward(layer.body(), needed).and(layer.chroma().fold(this, needed));
	}

	@Override
	public Interval maxPool(final MaxPool layer, final Interval needed) {
		return new Interval(2 * needed.first, 2 * needed.last + 1);
	}

	@Override
	public Interval pRelu(final PRelu layer, final Interval needed) {
		return needed;
	}

	@Override
	public Interval pixelShuffle(final PixelShuffle layer, final Interval needed) {
		return new Interval(Math.floorDiv(needed.first, layer.factor()), Math.floorDiv(needed.last, layer.factor()));
	}

	@Override
	public Interval residual(final Residual layer, final Interval needed) {
		return backward(layer.body(), needed);
	}

	/** The outermost pixels need not reach furthest: where one lies on an input pixel, that alone makes it. */
	@Override
	public Interval upsample(final Upsample layer, final Interval needed) {
		Interval all = reach(layer, needed.first).and(reach(layer, needed.last));
		for (int i = 1; i < layer.factor(); i++)
			all = all.and(reach(layer, Math.min(needed.first + i, needed.last))).and(reach(layer, Math.max(needed.last - i,
				needed.first)));
		return all;
	}

	private static Interval reach(final Upsample layer, final int pixel) {
		final double[] taps = layer.taps(Math.floorMod(pixel, layer.factor()));
		final int center = Math.floorDiv(pixel, layer.factor());
		int first = 0;
		int last = taps.length - 1;
		while (taps[first] == 0)
			first++;
		while (taps[last] == 0)
			last--;
		return new Interval(center + first - Upsample.REACH, center + last - Upsample.REACH);
	}
}
