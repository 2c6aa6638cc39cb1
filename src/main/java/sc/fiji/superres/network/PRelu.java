package sc.fiji.superres.network;

/**
 * Parametric ReLU (He et al. 2015, eq. 1): {@code x} above 0, {@code slope[channel] · x} below; the slopes are learned.
 *
 * @param name unique in its network; that of its weight, too
 * @param channels number of channels
 */
public record PRelu(String name, int channels) implements Layer {

	public Weight slope() {
		return new Weight(name, Weight.Kind.SLOPE, channels);
	}

	@Override
	public <S> S fold(final Fold<S> fold, final S state) {
		return fold.pRelu(this, state);
	}
}
