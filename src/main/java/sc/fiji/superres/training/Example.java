package sc.fiji.superres.training;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.NumericType;

import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.engine.Inference;
import sc.fiji.superres.network.Architecture;
import sc.fiji.superres.network.Network;
import sc.fiji.superres.network.Weights;

/**
 * What a network makes of one image, to be shown beside bicubic interpolation. Both have the size of the truth, and are RGB
 * or, of networks of one channel, 8-bit.
 *
 * @param bicubic the LR image enlarged by MATLAB's bicubic
 * @param result of the network
 */
public record Example(Img<? extends NumericType<?>> bicubic, Img<? extends NumericType<?>> result) {

	private static final long SEED = 1;

	/**
	 * Degrades an image as the network expects it, and enlarges it again.
	 *
	 * @param hr the truth, 2-D, colour or one channel; its sides are multiples of the scale
	 * @param degradation where it was seen in LR images only, MATLAB's bicubic takes its place
	 */
	public static Example of(final RandomAccessibleInterval<?> hr, final Architecture architecture, final Weights weights,
		final Degradation degradation, final Engine engine)
	{
		final Network network = architecture.network();
		final Degradation made = degradation.seen() == null ? degradation : Degradation.BICUBIC;
		final Raster truth = Rasters.of(hr, architecture.channels()).get(0);
		final Raster lr = made.noise().on(made.shrink(truth, network.scale()), SEED);
		final float[] result = new float[truth.samples().length()];
		try (Inference inference = engine.inference(network, weights, lr.height(), lr.width())) {
			inference.run(lr.toFloats(), result);
		}
		return new Example(lr.enlarged(network.scale()).toImg(), Raster.of(result, truth.width(), truth.height(), network
			.channels()).toImg());
	}
}
