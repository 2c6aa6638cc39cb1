package sc.fiji.superres.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * EDSR (Lim et al., "Enhanced Deep Residual Networks for Single Image Super-Resolution", CVPRW 2017, section 3): residual
 * blocks without batch normalisation, a long skip, sub-pixel upsampling. EDSR-baseline is {@code Edsr(scale, 16, 64, 1)},
 * the full EDSR {@code Edsr(scale, 32, 256, 0.1)}.
 *
 * @param scale 2, 3 or 4
 * @param blocks number of residual blocks, 1 to 256
 * @param filters number of feature maps, 1 to 1024
 * @param residualScaling factor of a block's output before it is added, in (0, 1]
 * @param channels the paper's are RGB
 */
public record Edsr(int scale, int blocks, int filters, double residualScaling, InputChannels channels)
	implements Architecture
{

	/** Mean of the training images of DIV2K, as a fraction of 255, in red, green and blue. */
	private static final double[] DIV2K_MEAN = { 0.4488, 0.4371, 0.4040 };

	private static final double HALF_RANGE = 127.5;

	public Edsr {
		Settings.checkScale("EDSR", scale);
		Settings.checkDepth("EDSR", blocks, filters);
		if (!(residualScaling > 0 && residualScaling <= 1))
			throw new IllegalArgumentException("EDSR's residual scaling is above 0 and at most 1, not " + residualScaling + ".");
	}

	/** On RGB. */
	public Edsr(final int scale, final int blocks, final int filters, final double residualScaling) {
		this(scale, blocks, filters, residualScaling, InputChannels.RGB);
	}

	/**
	 * The EDSR that weights belong to, as their names and shapes tell. {@link Weights#select} tells whether they fit in all.
	 *
	 * @param residualScaling which they do not tell
	 * @throws IllegalArgumentException if they do not have EDSR's names
	 */
	public static Edsr of(final Weights weights, final double residualScaling) {
		final Shapes shapes = new Shapes(weights);
		if (shapes.blocks() == 0 || !shapes.has("conv_in.kernel", 4))
			throw new IllegalArgumentException("These are not weights of EDSR: those are named conv_in.kernel, conv_in.bias, " +
				"block0.conv1.kernel ... upsample.bias, conv_out.kernel, conv_out.bias.");
		final int filters = shapes.of("conv_in.kernel").get(3);
		final int scale = shapes.has("upsample1.kernel", 4) ? 4 : shapes.factor("upsample.kernel", filters);
		return new Edsr(scale, shapes.blocks(), filters, residualScaling, shapes.channels());
	}

	@Override
	public Network network() {
		final int count = channels.count();
		final List<Double> mean = mean();
		final List<Layer> layers = new ArrayList<>();
		layers.add(Affine.normalise(mean, HALF_RANGE));
		layers.add(new Convolution("conv_in", 3, count, filters));
		layers.add(new Residual(body(), 1));
		layers.addAll(upsampler());
		layers.add(new Convolution("conv_out", 3, filters, count));
		layers.add(Affine.denormalise(mean, HALF_RANGE));
		return new Network(this, layers);
	}

	/** In grey levels; of one channel, the middle grey. */
	private List<Double> mean() {
		if (channels != InputChannels.RGB) return Collections.nCopies(channels.count(), HALF_RANGE);
		return List.of(255 * DIV2K_MEAN[0], 255 * DIV2K_MEAN[1], 255 * DIV2K_MEAN[2]);
	}

	private List<Layer> body() {
		final List<Layer> body = new ArrayList<>();
		for (int i = 0; i < blocks; i++) {
			final String block = "block" + i;
			body.add(new Residual(List.of(
				new Convolution(block + ".conv1", 3, filters, filters),
				Activation.RELU,
				new Convolution(block + ".conv2", 3, filters, filters)), residualScaling));
		}
		body.add(new Convolution("body_out", 3, filters, filters));
		return body;
	}

	/** One shuffle by 2 or 3; for 4, two by 2. */
	private List<Layer> upsampler() {
		if (scale == 4) {
			return List.of(
				new Convolution("upsample1", 3, filters, 4 * filters), new PixelShuffle(2),
				new Convolution("upsample2", 3, filters, 4 * filters), new PixelShuffle(2));
		}
		return List.of(new Convolution("upsample", 3, filters, scale * scale * filters), new PixelShuffle(scale));
	}

	@Override
	public String title() {
		return "EDSR";
	}

	@Override
	public Paper paper() {
		return new Paper("B. Lim, S. Son, H. Kim, S. Nah, K. M. Lee: Enhanced Deep Residual Networks for Single Image " +
			"Super-Resolution. CVPR Workshops 2017", "10.1109/CVPRW.2017.151");
	}
}
