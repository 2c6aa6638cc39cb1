package sc.fiji.superres.network;

import java.util.List;

/**
 * {@code y = gain · x + offset[channel]}: the normalisation of a network's input and its inverse, both fixed, not learned.
 *
 * @param gain factor of all channels
 * @param offset summand of each channel
 */
public record Affine(double gain, List<Double> offset) implements Layer {

	public Affine {
		offset = List.copyOf(offset);
	}

	/** {@code (x − mean[channel]) / deviation}. */
	static Affine normalise(final List<Double> mean, final double deviation) {
		return new Affine(1 / deviation, mean.stream().map(m -> -m / deviation).toList());
	}

	/** {@code x · deviation + mean[channel]}. */
	static Affine denormalise(final List<Double> mean, final double deviation) {
		return new Affine(deviation, mean);
	}

	@Override
	public <S> S fold(final Fold<S> fold, final S state) {
		return fold.affine(this, state);
	}
}
