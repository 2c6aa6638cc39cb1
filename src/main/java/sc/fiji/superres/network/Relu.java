package sc.fiji.superres.network;

/** {@code max(x, 0)}. */
public record Relu() implements Layer {

	@Override
	public <S> S fold(final Fold<S> fold, final S state) {
		return fold.relu(this, state);
	}
}
