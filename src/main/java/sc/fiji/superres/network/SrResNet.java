package sc.fiji.superres.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * SRResNet (Ledig et al., "Photo-Realistic Single Image Super-Resolution Using a Generative Adversarial Network", CVPR 2017,
 * section 2.1.1 and figure 4): residual blocks with batch normalisation and PReLU, a long skip, sub-pixel upsampling, and
 * kernels of 9 pixels at both ends. Its input is 0..1, its output −1..1.
 *
 * @param scale 2, 3 or 4
 * @param blocks number of residual blocks, 1 to 256; the paper's are 16
 * @param filters number of feature maps, 1 to 1024; the paper's are 64
 * @param channels the paper's are RGB
 */
public record SrResNet(int scale, int blocks, int filters, InputChannels channels) implements Architecture {

	private static final String FIRST_SLOPE = "prelu_in";

	private static final int OUTER = 9;

	private static final double WHITE = 255;

	public SrResNet {
		Settings.checkScale("SRResNet", scale);
		Settings.checkDepth("SRResNet", blocks, filters);
	}

	/**
	 * The SRResNet that weights belong to, as their names and shapes tell. {@link Weights#select} tells whether they fit in
	 * all.
	 *
	 * @throws IllegalArgumentException if they do not have SRResNet's names
	 */
	public static SrResNet of(final Weights weights) {
		final Shapes shapes = new Shapes(weights);
		if (shapes.blocks() == 0 || !shapes.has("conv_in.kernel", 4) || !shapes.has(FIRST_SLOPE, 1))
			throw new IllegalArgumentException("These are not weights of SRResNet: those are named conv_in.kernel, " +
				"conv_in.bias, " +
				FIRST_SLOPE + ", block0.conv1.kernel, block0.bn1.gamma ... upsample1.prelu, conv_out.kernel, conv_out.bias.");
		final int filters = shapes.of("conv_in.kernel").get(3);
		final int scale = shapes.has("upsample2.kernel", 4) ? 4 : shapes.factor("upsample1.kernel", filters);
		return new SrResNet(scale, shapes.blocks(), filters, shapes.channels());
	}

	/** Whether weights are rather SRResNet's than EDSR's. */
	public static boolean isLikely(final Weights weights) {
		return weights.get(FIRST_SLOPE) != null;
	}

	@Override
	public Network network() {
		return new Network(this, layers());
	}

	List<Layer> layers() {
		final int count = channels.count();
		final List<Layer> layers = new ArrayList<>();
		layers.add(Affine.normalise(Collections.nCopies(count, 0.0), WHITE));
		layers.add(new Convolution("conv_in", OUTER, count, filters));
		layers.add(new PRelu(FIRST_SLOPE, filters));
		layers.add(new Residual(body(), 1));
		layers.addAll(upsampler());
		layers.add(new Convolution("conv_out", OUTER, filters, count));
		layers.add(Settings.toGreyLevels(count));
		return layers;
	}

	private List<Layer> body() {
		final List<Layer> body = new ArrayList<>();
		for (int i = 0; i < blocks; i++) {
			final String block = "block" + i;
			body.add(new Residual(List.of(
				Convolution.unbiased(block + ".conv1", 3, filters, filters, 1),
				new BatchNorm(block + ".bn1", filters),
				new PRelu(block + ".prelu", filters),
				Convolution.unbiased(block + ".conv2", 3, filters, filters, 1),
				new BatchNorm(block + ".bn2", filters)), 1));
		}
		body.add(Convolution.unbiased("body_out", 3, filters, filters, 1));
		body.add(new BatchNorm("body_out.bn", filters));
		return body;
	}

	/** One shuffle by 2 or 3; for 4, two by 2. Each has its PReLU. */
	private List<Layer> upsampler() {
		final List<Layer> upsampler = new ArrayList<>();
		final int factor = scale == 3 ? 3 : 2;
		for (int i = 1; i <= (scale == 4 ? 2 : 1); i++) {
			upsampler.add(new Convolution("upsample" + i, 3, filters, factor * factor * filters));
			upsampler.add(new PixelShuffle(factor));
			upsampler.add(new PRelu("upsample" + i + ".prelu", filters));
		}
		return upsampler;
	}

	@Override
	public String title() {
		return "SRResNet";
	}

	@Override
	public Paper paper() {
		return new Paper("C. Ledig, L. Theis, F. Huszár, J. Caballero, A. Cunningham, A. Acosta, A. Aitken, A. Tejani, J. " +
			"Totz, Z. Wang, W. Shi: Photo-Realistic Single Image Super-Resolution Using a Generative Adversarial Network. CVPR " +
			"2017",
			"10.1109/CVPR.2017.19");
	}
}
