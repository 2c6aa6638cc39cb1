package sc.fiji.superres.upscale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import sc.fiji.superres.TestImages;
import sc.fiji.superres.TestNetworks;
import sc.fiji.superres.engine.Engines;
import sc.fiji.superres.metric.MetricOptions;
import sc.fiji.superres.metric.Psnr;
import sc.fiji.superres.model.Model;
import sc.fiji.superres.model.ModelPackage;
import sc.fiji.superres.model.SafeTensors;
import sc.fiji.superres.network.Edsr;
import sc.fiji.superres.network.Weights;

/** Models on the benchmark Set5 at x2, where its images are there: mean PSNR on Y, border 2. */
class Set5Test {

	private static final Path SET5 = TestImages.SHARED_DATA.resolve("test/Set5");
	private static final Path REFERENCE = TestImages.SHARED_DATA.resolve("weights/edsr8_x2_krasserm.safetensors");

	/** Fully trained weights from elsewhere, measured independently: architecture, normalisation and shuffle are right. */
	@Test
	void referenceWeights() throws IOException {
		assumeTrue(Files.exists(REFERENCE) && Files.exists(SET5), "no reference weights or no Set5");
		final Weights weights = SafeTensors.read(REFERENCE).weights();
		final Edsr edsr = Edsr.of(weights, 1);
		assertEquals(37.804, psnr(new Model("reference", REFERENCE, edsr.network(), weights, TestNetworks.card())), 0.002);
	}

	@Test
	void shippedModel() throws IOException {
		assumeTrue(Files.exists(SET5), "no Set5");
		final double psnr = psnr(ModelPackage.read(Path.of("models/edsr-x2"), Engines.tensorflow()));
		assertTrue(psnr >= 36.8, psnr + " dB");
	}

	private static double psnr(final Model model) throws IOException {
		final Upscaler upscaler = Upscaler.of(model);
		final Psnr psnr = Psnr.of(MetricOptions.benchmark(2));
		double sum = 0;
		final List<Path> images;
		try (Stream<Path> files = Files.list(SET5.resolve("LR_x2"))) {
			images = files.toList();
		}
		for (final Path lr : images)
			sum += psnr.compute(TestImages.read(SET5.resolve("HR_x2").resolve(lr.getFileName())), upscaler.upscale(TestImages.read(lr)))
				.psnr();
		return sum / images.size();
	}
}
