package sc.fiji.superres.network;

import java.util.List;

/**
 * The tensors of a network, counted in floats per LR pixel: those alive at once during inference, which are the input and
 * the output of the running layer and the inputs of the residuals around it; and all together, which training keeps for
 * the way back.
 */
final class LiveTensors implements Fold<LiveTensors.State> {

	/**
	 * @param channels of the current tensor
	 * @param pixels of the current tensor for each LR pixel
	 * @param held floats kept for residuals that end later
	 * @param peak largest number of floats alive at once so far
	 * @param total number of floats of all tensors so far
	 */
	record State(int channels, long pixels, long held, long peak, long total) {

		private long floats() {
			return channels * pixels;
		}

		/** What becomes of this state where a layer writes a new tensor. */
		private State write(final int newChannels, final long newPixels) {
			final long alive = held + floats() + newChannels * newPixels;
			return new State(newChannels, newPixels, held, Math.max(peak, alive), total + newChannels * newPixels);
		}
	}

	static State of(final List<Layer> layers, final int channels) {
		return new LiveTensors().forward(layers, new State(channels, 1, 0, channels, channels));
	}

	@Override
	public State affine(final Affine layer, final State state) {
		return state.write(state.channels, state.pixels);
	}

	@Override
	public State convolution(final Convolution layer, final State state) {
		return state.write(layer.outputs(), state.pixels);
	}

	@Override
	public State pixelShuffle(final PixelShuffle layer, final State state) {
		final int block = layer.factor() * layer.factor();
		return state.write(state.channels / block, state.pixels * block);
	}

	@Override
	public State relu(final Relu layer, final State state) {
		// computed in place, but for training
		return new State(state.channels, state.pixels, state.held, state.peak, state.total + state.floats());
	}

	@Override
	public State residual(final Residual layer, final State state) {
		final State inside = new State(state.channels, state.pixels, state.held + state.floats(), state.peak, state.total);
		final State end = forward(layer.body(), inside);
		return new State(end.channels, end.pixels, state.held, end.peak, end.total + end.floats());
	}
}
