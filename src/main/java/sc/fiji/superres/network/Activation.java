package sc.fiji.superres.network;

/** A fixed function of each value by itself. */
public enum Activation implements Layer {
	/** {@code max(x, 0)}. */
	RELU,
	/** {@code x} above 0, {@value #LEAK}{@code · x} below. */
	LEAKY_RELU,
	/** Hyperbolic tangent. */
	TANH;

	/** Slope of {@link #LEAKY_RELU} below 0 (Ledig et al. 2017, section 2.1.1). */
	public static final double LEAK = 0.2;

	@Override
	public <S> S fold(final Fold<S> fold, final S state) {
		return fold.activation(this, state);
	}
}
