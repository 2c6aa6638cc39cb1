package sc.fiji.superres.training;

import java.util.List;
import java.util.function.BiFunction;

import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.engine.Inference;
import sc.fiji.superres.metric.MetricOptions;
import sc.fiji.superres.metric.Psnr;
import sc.fiji.superres.network.Network;
import sc.fiji.superres.network.Weights;

/** Mean PSNR on the held-back images: on Y, as many pixels of border as the scale, range 255. */
final class Validation {

	private final List<ImagePair> images;
	private final Network network;
	private final Engine engine;

	Validation(final List<ImagePair> images, final Network network, final Engine engine) {
		this.images = images;
		this.network = network;
		this.engine = engine;
	}

	/** The network's, in dB. */
	double psnr(final Weights weights) {
		final RgbImage first = images.get(0).lr();
		try (Inference inference = engine.inference(network, weights, first.height(), first.width())) {
			final float[] hr = new float[images.get(0).hr().values().length];
			return mean((lr, scale) -> {
				inference.run(lr.toFloats(), hr);
				return RgbImage.of(hr, scale * lr.width(), scale * lr.height());
			});
		}
	}

	/** That of MATLAB's bicubic, in dB. */
	double bicubic() {
		return mean(RgbImage::enlarge);
	}

	private double mean(final BiFunction<RgbImage, Integer, RgbImage> upscale) {
		final Psnr psnr = Psnr.of(MetricOptions.benchmark(network.scale()));
		return images.stream().mapToDouble(image -> psnr.compute(image.hr().toImg(),
			upscale.apply(image.lr(), network.scale()).toImg()).psnr()).average().orElseThrow();
	}
}
