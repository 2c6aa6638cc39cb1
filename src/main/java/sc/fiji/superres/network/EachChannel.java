package sc.fiji.superres.network;

import java.util.List;

/**
 * A network of one channel on each channel of an image by itself.
 *
 * @param body layers from one channel to one
 */
public record EachChannel(List<Layer> body) implements Layer {

	public EachChannel {
		body = List.copyOf(body);
	}

	@Override
	public <S> S fold(final Fold<S> fold, final S state) {
		return fold.eachChannel(this, state);
	}
}
