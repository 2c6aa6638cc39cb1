package sc.fiji.superres.network;

import java.util.List;

/**
 * SRCNN (Dong et al., "Image Super-Resolution Using Deep Convolutional Networks", TPAMI 2016, section 3): three convolutions
 * on an image that bicubic interpolation has enlarged, of 9, 1 or 5, and 5 pixels, with 64 and 32 feature maps.
 *
 * @param scale 2, 3 or 4
 * @param middle side of the second kernel in pixels: 1 (9-1-5), 3 or 5 (9-5-5)
 * @param channels the paper's are Y
 */
public record Srcnn(int scale, int middle, InputChannels channels) implements Architecture {

	private static final int FIRST = 64;
	private static final int SECOND = 32;

	public Srcnn {
		Settings.checkScale("SRCNN", scale);
		if (middle != 1 && middle != 3 && middle != 5)
			throw new IllegalArgumentException("SRCNN's middle kernel is 1, 3 or 5, not " + middle + ".");
	}

	@Override
	public Network network() {
		final int count = channels.count();
		return new Network(this, List.of(
			new Upsample(scale),
			Settings.centred(count),
			new Convolution("conv1", 9, count, FIRST), Activation.RELU,
			new Convolution("conv2", middle, FIRST, SECOND), Activation.RELU,
			new Convolution("conv3", 5, SECOND, count),
			Settings.toGreyLevels(count)));
	}

	@Override
	public String title() {
		return "SRCNN";
	}

	@Override
	public Paper paper() {
		return new Paper("C. Dong, C. C. Loy, K. He, X. Tang: Image Super-Resolution Using Deep Convolutional Networks. IEEE " +
			"Transactions on Pattern Analysis and Machine Intelligence 38, 2016", "10.1109/TPAMI.2015.2439281");
	}
}
