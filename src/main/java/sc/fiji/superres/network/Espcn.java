package sc.fiji.superres.network;

import java.util.List;

/**
 * ESPCN (Shi et al., "Real-Time Single Image and Video Super-Resolution Using an Efficient Sub-Pixel Convolutional Neural
 * Network", CVPR 2016, section 3.1): three convolutions on the LR image, of 5, 3 and 3 pixels, with 64 and 32 feature maps,
 * and a sub-pixel convolution at the end. On one channel it has the paper's tanh; on RGB, ReLU.
 *
 * @param scale 2, 3 or 4
 * @param channels the paper's are Y
 */
public record Espcn(int scale, InputChannels channels) implements Architecture {

	private static final int FIRST = 64;
	private static final int SECOND = 32;

	public Espcn {
		Settings.checkScale("ESPCN", scale);
	}

	@Override
	public Network network() {
		final int count = channels.count();
		final Activation activation = channels == InputChannels.RGB ? Activation.RELU : Activation.TANH;
		return new Network(this, List.of(
			Settings.centred(count),
			new Convolution("conv1", 5, count, FIRST), activation,
			new Convolution("conv2", 3, FIRST, SECOND), activation,
			new Convolution("conv3", 3, SECOND, scale * scale * count), new PixelShuffle(scale),
			Settings.toGreyLevels(count)));
	}

	@Override
	public String title() {
		return "ESPCN";
	}

	@Override
	public Paper paper() {
		return new Paper("W. Shi, J. Caballero, F. Huszár, J. Totz, A. P. Aitken, R. Bishop, D. Rueckert, Z. Wang: Real-Time " +
			"Single Image and Video Super-Resolution Using an Efficient Sub-Pixel Convolutional Neural Network. CVPR 2016",
			"10.1109/CVPR.2016.207");
	}
}
