package sc.fiji.superres.training;

import java.util.List;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.NumericType;

import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.engine.Inference;
import sc.fiji.superres.metric.MetricOptions;
import sc.fiji.superres.metric.Psnr;
import sc.fiji.superres.metric.Ssim;
import sc.fiji.superres.network.Network;
import sc.fiji.superres.network.Weights;

/** Mean PSNR and SSIM on the validation images: on Y, as many pixels of border as the scale, range 255. */
final class Validation {

	/** @param psnr in dB */
	record Score(double psnr, double ssim) {}

	private final List<ImagePair> images;
	private final Network network;
	private final Engine engine;

	/** @param images all of one size, with their noise */
	Validation(final List<ImagePair> images, final Network network, final Engine engine) {
		this.images = images;
		this.network = network;
		this.engine = engine;
	}

	/** The network's. */
	Score score(final Weights weights) {
		final Raster first = images.get(0).lr();
		try (Inference inference = engine.inference(network, weights, first.height(), first.width())) {
			final float[] hr = new float[images.get(0).hr().samples().length()];
			final MetricOptions options = MetricOptions.benchmark(network.scale());
			double psnr = 0, ssim = 0;
			for (final ImagePair image : images) {
				inference.run(image.lr().toFloats(), hr);
				final Img<? extends NumericType<?>> truth = image.hr().toImg();
				final Img<? extends NumericType<?>> result = Raster.of(hr, image.hr().width(), image.hr().height(), network.channels())
					.toImg();
				psnr += Psnr.of(options).compute(truth, result).psnr();
				ssim += Ssim.of(options).compute(truth, result).ssim();
			}
			return new Score(psnr / images.size(), ssim / images.size());
		}
	}

	/** The PSNR of MATLAB's bicubic, in dB. */
	double bicubic() {
		final Psnr psnr = Psnr.of(MetricOptions.benchmark(network.scale()));
		return images.stream().mapToDouble(image -> psnr.compute(image.hr().toImg(), image.lr().enlarged(network.scale()).toImg())
			.psnr()).average().orElseThrow();
	}
}
