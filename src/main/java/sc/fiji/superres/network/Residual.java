package sc.fiji.superres.network;

import java.util.List;

/**
 * {@code x + scaling · body(x)}: a residual block, or the long skip around all of them.
 *
 * @param body layers that keep the number of pixels and channels
 * @param scaling residual scaling (Lim et al. 2017, section 3.3), 1 for none
 */
public record Residual(List<Layer> body, double scaling) implements Layer {

	public Residual {
		body = List.copyOf(body);
	}

	@Override
	public <S> S fold(final Fold<S> fold, final S state) {
		return fold.residual(this, state);
	}
}
