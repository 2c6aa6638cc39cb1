package sc.fiji.superres.network;

import java.util.List;

/**
 * A network of three channels on one: it gets that channel three times, and the mean of its three outputs is the result.
 *
 * @param body layers from three channels to three
 */
public record GreyAsRgb(List<Layer> body) implements Layer {

	public GreyAsRgb {
		body = List.copyOf(body);
	}

	@Override
	public <S> S fold(final Fold<S> fold, final S state) {
		return fold.greyAsRgb(this, state);
	}
}
