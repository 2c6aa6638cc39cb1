package sc.fiji.superres.network;

/**
 * MATLAB's bicubic enlargement by a whole factor (Keys 1981, a = −0.5; half-pixel centres, edges replicated), of each
 * channel by itself: what networks on a pre-upsampled image begin with.
 *
 * @param factor 2 to 4
 */
public record Upsample(int factor) implements Layer {

	/** How far it reaches, in input pixels to each side. */
	public static final int REACH = 2;

	/**
	 * Weights of the input pixels from {@link #REACH} before to {@link #REACH} behind a pixel, for one of the output pixels
	 * that it becomes.
	 *
	 * @param phase 0 to factor − 1
	 */
	public double[] taps(final int phase) {
		final double center = (phase + 0.5) / factor - 0.5;
		final double[] taps = new double[2 * REACH + 1];
		for (int k = 0; k < taps.length; k++)
			taps[k] = cubic(Math.abs(k - REACH - center));
		return taps;
	}

	private static double cubic(final double x) {
		if (x <= 1) return (1.5 * x - 2.5) * x * x + 1;
		return x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0;
	}

	@Override
	public <S> S fold(final Fold<S> fold, final S state) {
		return fold.upsample(this, state);
	}
}
