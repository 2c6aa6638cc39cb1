package sc.fiji.superres.network;

/**
 * A fully connected layer with bias over all that is left of an image: height, width and channels are one vector. Its output
 * is an image of one pixel.
 *
 * @param name unique in its network
 * @param inputs height × width × channels
 * @param outputs number of output channels
 */
public record Dense(String name, int inputs, int outputs) implements Layer {

	public Weight kernel() {
		return new Weight(name + ".kernel", inputs, outputs);
	}

	public Weight bias() {
		return new Weight(name + ".bias", Weight.Kind.BIAS, outputs);
	}

	@Override
	public <S> S fold(final Fold<S> fold, final S state) {
		return fold.dense(this, state);
	}
}
