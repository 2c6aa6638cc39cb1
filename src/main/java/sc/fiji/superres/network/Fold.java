package sc.fiji.superres.network;

import java.util.List;

/**
 * A computation that walks through the layers of a network and carries a state from one to the next: one method for each
 * kind of layer, so that a new kind does not compile before every computation knows it.
 *
 * @param <S> what is carried along
 */
public interface Fold<S> {

	S activation(Activation layer, S state);

	S affine(Affine layer, S state);

	S batchNorm(BatchNorm layer, S state);

	S convolution(Convolution layer, S state);

	S dense(Dense layer, S state);

	S eachChannel(EachChannel layer, S state);

	S greyAsRgb(GreyAsRgb layer, S state);

	S lumaOnly(LumaOnly layer, S state);

	S maxPool(MaxPool layer, S state);

	S pRelu(PRelu layer, S state);

	S pixelShuffle(PixelShuffle layer, S state);

	S residual(Residual layer, S state);

	S upsample(Upsample layer, S state);

	/** Walks from the input of the network to its output. */
	default S forward(final List<Layer> layers, S state) {
		for (final Layer layer : layers)
			state = layer.fold(this, state);
		return state;
	}

	/** Walks from the output of the network to its input. */
	default S backward(final List<Layer> layers, S state) {
		for (int i = layers.size() - 1; i >= 0; i--)
			state = layers.get(i).fold(this, state);
		return state;
	}
}
