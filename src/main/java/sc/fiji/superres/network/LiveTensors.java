package sc.fiji.superres.network;

import java.util.List;

/**
 * The tensors of a network, counted in floats for each of the pixels that it starts from: those alive at once during
 * inference, which are the input and the output of the running layer and the inputs of the residuals around it; and all
 * together, which training keeps for the way back.
 */
final class LiveTensors implements Fold<LiveTensors.State> {

	/**
	 * @param channels of the current tensor
	 * @param pixels of the current tensor
	 * @param held floats kept for layers that end later
	 * @param peak largest number of floats alive at once so far
	 * @param total number of floats of all tensors so far
	 */
	record State(int channels, double pixels, double held, double peak, double total) {

		private double floats() {
			return channels * pixels;
		}

		/** What becomes of this state where a layer writes a new tensor. */
		private State write(final int newChannels, final double newPixels) {
			final double written = newChannels * newPixels;
			return new State(newChannels, newPixels, held, Math.max(peak, held + floats() + written), total + written);
		}

		/** Computed in place, but for training. */
		private State inPlace() {
			return new State(channels, pixels, held, peak, total + floats());
		}

		private State holding(final double floats) {
			return new State(channels, pixels, held + floats, Math.max(peak, held + floats + floats()), total + floats);
		}
	}

	static State of(final List<Layer> layers, final int channels) {
		return new LiveTensors().forward(layers, new State(channels, 1, 0, channels, channels));
	}

	@Override
	public State activation(final Activation layer, final State state) {
		return state.inPlace();
	}

	@Override
	public State affine(final Affine layer, final State state) {
		return state.write(state.channels, state.pixels);
	}

	@Override
	public State batchNorm(final BatchNorm layer, final State state) {
		return state.write(state.channels, state.pixels);
	}

	@Override
	public State convolution(final Convolution layer, final State state) {
		return state.write(layer.outputs(), state.pixels / layer.stride() / layer.stride());
	}

	@Override
	public State dense(final Dense layer, final State state) {
		return state.write(layer.outputs(), state.floats() / layer.inputs());
	}

	/** The channels become further images of the batch. */
	@Override
	public State eachChannel(final EachChannel layer, final State state) {
		final State end = forward(layer.body(), state.write(1, state.pixels * state.channels));
		return end.write(state.channels, end.pixels / state.channels);
	}

	@Override
	public State greyAsRgb(final GreyAsRgb layer, final State state) {
		final State end = forward(layer.body(), state.write(3, state.pixels));
		return end.write(1, end.pixels);
	}

	@Override
	public State lumaOnly(final LumaOnly layer, final State state) {
		final double area = layer.chroma().factor() * layer.chroma().factor();
		final double chroma = 2 * area * state.pixels;
		final State luma = state.write(1, state.pixels).holding(chroma);
		final State end = forward(layer.body(), luma).write(3, area * state.pixels);
		return new State(3, end.pixels, state.held, end.peak, end.total);
	}

	@Override
	public State maxPool(final MaxPool layer, final State state) {
		return state.write(state.channels, state.pixels / 4);
	}

	/** Two ReLUs, a product and a sum. */
	@Override
	public State pRelu(final PRelu layer, final State state) {
		return state.write(state.channels, state.pixels).inPlace().inPlace();
	}

	@Override
	public State pixelShuffle(final PixelShuffle layer, final State state) {
		final int block = layer.factor() * layer.factor();
		return state.write(state.channels / block, state.pixels * block);
	}

	@Override
	public State residual(final Residual layer, final State state) {
		final State inside = new State(state.channels, state.pixels, state.held + state.floats(), state.peak, state.total);
		final State end = forward(layer.body(), inside);
		return new State(end.channels, end.pixels, state.held, end.peak, end.total + end.floats());
	}

	@Override
	public State upsample(final Upsample layer, final State state) {
		final State between = state.write(state.channels * layer.factor() * layer.factor(), state.pixels);
		return between.write(state.channels, between.floats() / state.channels);
	}
}
