package sc.fiji.superres.resample;

/**
 * A Gaussian point spread function, cut at 4 sigma. However narrow, it holds the pixels nearest to its centre: the one at
 * the centre of an odd number of pixels, the two beside the centre of an even number.
 *
 * @param sigma standard deviation in pixels of the image that is sampled
 * @param factor such pixels per sample
 */
record Gaussian(double sigma, int factor) implements Kernel {

	private static final double CUT = 4;

	/** A pixel more than the cut, so that no rounding of numbers takes a pixel from one side alone. */
	@Override
	public double radius() {
		return (CUT * sigma + 1) / factor;
	}

	@Override
	public double at(final double distance) {
		final double pixels = Math.abs(distance) * factor;
		final double nearest = factor % 2 == 0 ? 0.5 : 0;
		if (pixels >= Math.max(CUT * sigma, nearest + 0.25)) return 0;
		// Relative to the nearest pixels, whose weight then stays 1 where the Gaussian itself would vanish.
		return Math.exp(-0.5 * ((pixels - nearest) / sigma) * ((pixels + nearest) / sigma));
	}
}
