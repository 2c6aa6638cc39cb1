package sc.fiji.superres.network;

/**
 * Two-dimensional convolution with bias, stride 1, zero padding to the input's size. Its weights are {@code name.kernel}
 * (height, width, inputs, outputs) and {@code name.bias} (outputs).
 *
 * @param name unique in its network
 * @param size side of the kernel in pixels, odd
 * @param inputs number of input channels
 * @param outputs number of output channels
 */
public record Convolution(String name, int size, int inputs, int outputs) implements Layer {

	public Weight kernel() {
		return new Weight(name + ".kernel", size, size, inputs, outputs);
	}

	public Weight bias() {
		return new Weight(name + ".bias", outputs);
	}

	@Override
	public <S> S fold(final Fold<S> fold, final S state) {
		return fold.convolution(this, state);
	}
}
