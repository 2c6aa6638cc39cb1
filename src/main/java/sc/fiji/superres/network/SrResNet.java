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

	private static final int OUTER = 9;

	private static final double HALF_RANGE = 127.5;

	public SrResNet {
		Settings.checkScale("SRResNet", scale);
		Settings.checkDepth("SRResNet", blocks, filters);
	}

	@Override
	public Network network() {
		return new Network(this, layers());
	}

	List<Layer> layers() {
		final int count = channels.count();
		final List<Layer> layers = new ArrayList<>();
		layers.add(Settings.toFraction(count));
		layers.add(new Convolution("conv_in", OUTER, count, filters));
		layers.add(new PRelu("prelu_in", filters));
		layers.add(new Residual(body(), 1));
		layers.addAll(upsampler());
		layers.add(new Convolution("conv_out", OUTER, filters, count));
		layers.add(Affine.denormalise(Collections.nCopies(count, HALF_RANGE), HALF_RANGE));
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
		return new Paper("C. Ledig, L. Theis, F. Huszár, J. Caballero, A. Cunningham, A. Acosta, A. Aitken, A. Tejani, J. Totz, " +
			"Z. Wang, W. Shi: Photo-Realistic Single Image Super-Resolution Using a Generative Adversarial Network. CVPR 2017",
			"10.1109/CVPR.2017.19");
	}
}
