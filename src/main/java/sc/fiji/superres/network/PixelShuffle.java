package sc.fiji.superres.network;

/**
 * Sub-pixel convolution's rearrangement (Shi et al. 2016, eq. 4) in TensorFlow's {@code depth_to_space} order: channel
 * {@code (dy·factor + dx)·outputs + c} of a pixel becomes channel {@code c} of its sub-pixel {@code (dx, dy)}.
 *
 * @param factor side of the block that a pixel becomes
 */
public record PixelShuffle(int factor) implements Layer {

	@Override
	public <S> S fold(final Fold<S> fold, final S state) {
		return fold.pixelShuffle(this, state);
	}
}
