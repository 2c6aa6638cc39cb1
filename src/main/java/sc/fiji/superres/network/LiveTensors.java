package sc.fiji.superres.network;

import java.util.List;

/**
 * The tensors that are alive at once during inference: the input and the output of the running layer and the inputs of
 * the residuals around it. Counted in floats per LR pixel.
 */
final class LiveTensors implements Fold<LiveTensors.State> {

	/**
	 * @param channels of the current tensor
	 * @param pixels of the current tensor for each LR pixel
	 * @param held floats kept for residuals that end later
	 * @param peak largest number of floats so far
	 */
	record State(int channels, long pixels, long held, long peak) {

		private long floats() {
			return channels * pixels;
		}

		/** What becomes of this state where a layer writes a new tensor. */
		private State write(final int newChannels, final long newPixels) {
			final long alive = held + floats() + newChannels * newPixels;
			return new State(newChannels, newPixels, held, Math.max(peak, alive));
		}
	}

	static long peakPerPixel(final List<Layer> layers, final int channels) {
		return new LiveTensors().forward(layers, new State(channels, 1, 0, channels)).peak;
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
		return state; // computed in place
	}

	@Override
	public State residual(final Residual layer, final State state) {
		final State inside = new State(state.channels, state.pixels, state.held + state.floats(), state.peak);
		final State end = forward(layer.body(), inside);
		return new State(end.channels, end.pixels, state.held, end.peak);
	}
}
