package sc.fiji.superres.upscale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.superres.TestImages;
import sc.fiji.superres.TestNetworks;
import sc.fiji.superres.loader.Engines;
import sc.fiji.superres.metric.MetricOptions;
import sc.fiji.superres.metric.Psnr;
import sc.fiji.superres.metric.Ssim;
import sc.fiji.superres.model.Model;
import sc.fiji.superres.model.ModelPackage;
import sc.fiji.superres.model.PyTorchShuffle;
import sc.fiji.superres.model.SafeTensors;
import sc.fiji.superres.network.Architecture;
import sc.fiji.superres.network.Edsr;
import sc.fiji.superres.network.SrResNet;
import sc.fiji.superres.network.Weights;

/** Models on the benchmark Set5, where its images are there: mean PSNR and SSIM on Y, as many pixels of border as the scale. */
class Set5Test {

	private static final Path SET5 = TestImages.SHARED_DATA.resolve("test/Set5");
	private static final Path WEIGHTS = TestImages.SHARED_DATA.resolve("weights");

	private record Scores(double psnr, double ssim) {}

	/** Fully trained weights from elsewhere, measured independently: architecture, normalisation and shuffle are right. */
	@Test
	void referenceWeightsOfEdsr() throws IOException {
		final Weights weights = reference("edsr8_x2_krasserm.safetensors");
		assertScores(37.804, 0.9598, scores(model(Edsr.of(weights, 1), weights), UpscaleOptions.defaults()));
	}

	/** With batch normalisation and PReLU, and made for PyTorch's shuffle. */
	@Test
	void referenceWeightsOfSrResNet() throws IOException {
		final Weights weights = reference("srresnet8_x4_pytorchtutorial.safetensors");
		final SrResNet network = SrResNet.of(weights);
		final Weights reordered = PyTorchShuffle.reorder(network.network(), weights.select(network.network()));
		assertScores(31.884, 0.8900, scores(model(network, reordered), UpscaleOptions.defaults()));
	}

	@ParameterizedTest
	@CsvSource({ "edsr-x2, 37.5", "edsr-x4, 31.5", "espcn-x3, 32.4", "srresnet-x4, 29.9" })
	void shippedModels(final String name, final double bar) throws IOException {
		final double psnr = scores(shipped(name), UpscaleOptions.defaults()).psnr();
		assertTrue(psnr >= bar, psnr + " dB");
	}

	@Test
	void selfEnsembleIsBetter() throws IOException {
		final Model edsr = shipped("edsr-x2");
		final double gain = scores(edsr, UpscaleOptions.defaults().ensemble(true)).psnr() - scores(edsr, UpscaleOptions.defaults())
			.psnr();
		assertTrue(gain >= 0.05, gain + " dB");
	}

	private static Weights reference(final String file) throws IOException {
		assumeTrue(Files.exists(WEIGHTS.resolve(file)) && Files.exists(SET5), "no reference weights or no Set5");
		return SafeTensors.read(WEIGHTS.resolve(file)).weights();
	}

	private static Model model(final Architecture architecture, final Weights weights) {
		return new Model("reference", WEIGHTS, architecture.network(), weights, TestNetworks.card());
	}

	private static Model shipped(final String name) throws IOException {
		assumeTrue(Files.exists(SET5), "no Set5");
		return ModelPackage.read(Path.of("models", name), Engines.tensorflow());
	}

	private static void assertScores(final double psnr, final double ssim, final Scores found) {
		assertEquals(psnr, found.psnr(), 0.002);
		assertEquals(ssim, found.ssim(), 0.0002);
	}

	private static Scores scores(final Model model, final UpscaleOptions options) throws IOException {
		final int scale = model.network().scale();
		final Upscaler upscaler = Upscaler.of(model).options(options);
		final MetricOptions metric = MetricOptions.benchmark(scale);
		double psnr = 0, ssim = 0;
		final List<Path> images;
		try (Stream<Path> files = Files.list(SET5.resolve("LR_x" + scale))) {
			images = files.toList();
		}
		for (final Path lr : images) {
			final Img<ARGBType> hr = TestImages.read(SET5.resolve("HR_x" + scale).resolve(lr.getFileName()));
			final Img<ARGBType> sr = upscaler.upscale(TestImages.read(lr));
			psnr += Psnr.of(metric).compute(hr, sr).psnr();
			ssim += Ssim.of(metric).compute(hr, sr).ssim();
		}
		return new Scores(psnr / images.size(), ssim / images.size());
	}
}
