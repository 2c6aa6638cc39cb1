package sc.fiji.superres.network;

/**
 * Batch normalisation (Ioffe and Szegedy 2015, algorithm 1): {@code gamma · (x − mean) / √(variance + ε) + beta}, by
 * channel. In training, mean and variance are those of the batch, over all its pixels; afterwards, the running ones that
 * training has kept.
 *
 * @param name unique in its network
 * @param channels number of channels
 */
public record BatchNorm(String name, int channels) implements Layer {

	/** ε of the variance. */
	public static final float EPSILON = 1e-5f;

	public Weight gamma() {
		return new Weight(name + ".gamma", Weight.Kind.GAIN, channels);
	}

	public Weight beta() {
		return new Weight(name + ".beta", Weight.Kind.BIAS, channels);
	}

	public Weight mean() {
		return new Weight(name + ".mean", Weight.Kind.MEAN, channels);
	}

	public Weight variance() {
		return new Weight(name + ".variance", Weight.Kind.VARIANCE, channels);
	}

	@Override
	public <S> S fold(final Fold<S> fold, final S state) {
		return fold.batchNorm(this, state);
	}
}
