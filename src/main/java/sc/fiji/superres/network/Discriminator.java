package sc.fiji.superres.network;

import java.util.ArrayList;
import java.util.List;

/**
 * The discriminator of SRGAN (Ledig et al. 2017, section 2.1.1 and figure 4): eight convolutions with LeakyReLU and, but for
 * the first, batch normalisation, every second one with stride 2; then two dense layers. It says of an HR patch how real it
 * is, as a logit: the logarithm of the odds.
 *
 * @param patch side of the patches in HR pixels, at least 16
 * @param filters feature maps of the first convolution; the paper's are 64
 * @param channels number of channels of the patches
 */
public record Discriminator(int patch, int filters, int channels) {

	private static final int CONVOLUTIONS = 8;
	private static final int HIDDEN = 1024;
	private static final int SMALLEST = 16;

	public Discriminator {
		if (patch < SMALLEST)
			throw new IllegalArgumentException("The discriminator looks at patches of at least " + SMALLEST + " HR pixels, not " +
				patch + ". Use a larger patch.");
	}

	/** From grey levels 0..255 to one logit. */
	public List<Layer> layers() {
		final List<Layer> layers = new ArrayList<>();
		layers.add(Settings.centred(channels));
		int inputs = channels;
		int outputs = filters;
		int side = patch;
		for (int i = 1; i <= CONVOLUTIONS; i++) {
			final int stride = i % 2 == 0 ? 2 : 1;
			layers.add(new Convolution("conv" + i, 3, inputs, outputs, stride, i == 1));
			if (i > 1) layers.add(new BatchNorm("bn" + i, outputs));
			layers.add(Activation.LEAKY_RELU);
			side = (side - 1) / stride + 1;
			inputs = outputs;
			if (i % 2 == 0) outputs *= 2;
		}
		layers.add(new Dense("dense1", side * side * inputs, HIDDEN));
		layers.add(Activation.LEAKY_RELU);
		layers.add(new Dense("dense2", HIDDEN, 1));
		return layers;
	}

	public List<Weight> weights() {
		return WeightList.of(layers());
	}
}
