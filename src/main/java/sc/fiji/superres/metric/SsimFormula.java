package sc.fiji.superres.metric;

/**
 * SSIM at one position of the window, from the weighted means under it: equation 13 of the paper that {@link Ssim} names.
 *
 * @param c1 (K1 range)²
 * @param c2 (K2 range)²
 * @param offset what was subtracted from all pixel values
 */
record SsimFormula(double c1, double c2, double offset) {

	static final double K1 = 0.01;
	static final double K2 = 0.03;

	static SsimFormula of(final double range, final double offset) {
		return new SsimFormula(K1 * range * (K1 * range), K2 * range * (K2 * range), offset);
	}

	/**
	 * The offset changes no covariance. Of the two variances the formula needs only the sum, so four means do.
	 *
	 * @param x mean of the reference
	 * @param y mean of the test image
	 * @param squares mean of x² + y²
	 * @param products mean of x y
	 */
	double ssim(final double x, final double y, final double squares, final double products) {
		final double variances = squares - (x * x + y * y);
		final double covariance = products - x * y;
		final double meanX = x + offset;
		final double meanY = y + offset;
		return (2 * (meanX * meanY) + c1) * (2 * covariance + c2) / ((meanX * meanX + meanY * meanY + c1) * (variances + c2));
	}
}
