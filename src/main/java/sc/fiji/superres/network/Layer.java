package sc.fiji.superres.network;

/**
 * One step of a network, as data. What a layer means (its reach, its weights, its graph) is said by the {@link Fold}s over
 * a list of layers. Tensors are NHWC: batch, height, width, channels.
 */
public sealed interface Layer permits Activation, Affine, BatchNorm, Convolution, Dense, EachChannel, GreyAsRgb, LumaOnly,
	MaxPool, PRelu, PixelShuffle, Residual, Upsample
{

	/** Calls the method of {@code fold} that belongs to this kind of layer. */
	<S> S fold(Fold<S> fold, S state);
}
