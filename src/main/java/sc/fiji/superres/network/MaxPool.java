package sc.fiji.superres.network;

/** The largest of each 2 × 2 pixels; what is left over at the right and at the bottom is dropped. */
public record MaxPool() implements Layer {

	@Override
	public <S> S fold(final Fold<S> fold, final S state) {
		return fold.maxPool(this, state);
	}
}
