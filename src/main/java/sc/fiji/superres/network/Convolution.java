package sc.fiji.superres.network;

/**
 * Two-dimensional convolution, zero padding as TensorFlow's SAME. Its weights are {@code name.kernel} (height, width,
 * inputs, outputs) and, where it has one, {@code name.bias} (outputs).
 *
 * @param name unique in its network
 * @param size side of the kernel in pixels, odd
 * @param inputs number of input channels
 * @param outputs number of output channels
 * @param stride input pixels for each output pixel, along one side
 * @param biased whether it has a bias: one before a {@link BatchNorm} needs none
 */
public record Convolution(String name, int size, int inputs, int outputs, int stride, boolean biased) implements Layer {

	/** With stride 1 and a bias. */
	public Convolution(final String name, final int size, final int inputs, final int outputs) {
		this(name, size, inputs, outputs, 1, true);
	}

	/** Without a bias, for a {@link BatchNorm} behind it. */
	static Convolution unbiased(final String name, final int size, final int inputs, final int outputs, final int stride) {
		return new Convolution(name, size, inputs, outputs, stride, false);
	}

	public Weight kernel() {
		return new Weight(name + ".kernel", size, size, inputs, outputs);
	}

	public Weight bias() {
		return new Weight(name + ".bias", Weight.Kind.BIAS, outputs);
	}

	@Override
	public <S> S fold(final Fold<S> fold, final S state) {
		return fold.convolution(this, state);
	}
}
