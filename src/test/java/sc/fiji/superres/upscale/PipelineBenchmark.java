package sc.fiji.superres.upscale;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.superres.TestImages;
import sc.fiji.superres.TestNetworks;
import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.engine.Engines;
import sc.fiji.superres.engine.Inference;
import sc.fiji.superres.model.Model;
import sc.fiji.superres.network.Edsr;

/**
 * Speed of the whole pipeline (reading, map, network, writing) in relation to the bare network on the same windows,
 * measured in turns in one run. Prints the median of the ratios.
 */
class PipelineBenchmark {

	private static final int ROUNDS = 5;

	@ParameterizedTest
	@CsvSource({ "16, 64, 512, 128", "4, 16, 1024, 256" })
	void pipelineAgainstBareNetwork(final int blocks, final int filters, final int side, final int tile) {
		final Engine engine = Engines.tensorflow();
		final Model model = TestNetworks.model(new Edsr(2, blocks, filters, 1).network(), 1);
		final Img<ARGBType> image = TestImages.randomColours(1, side, side);
		final WindowPlan plan = WindowPlan.ofCore(TestAreas.whole(side, side, model.network().radius()), tile);
		final double[] ratios = new double[ROUNDS];
		for (int round = -1; round < ROUNDS; round++) {
			final double bare = bareSeconds(engine, model, plan);
			final long start = System.nanoTime();
			Upscaler.of(model).options(UpscaleOptions.defaults().tileSize(new TileSize(tile))).upscale(image);
			final double pipeline = (System.nanoTime() - start) / 1e9;
			if (round >= 0) ratios[round] = bare / pipeline; // the first round warms up
		}
		Arrays.sort(ratios);
		System.out.printf(Locale.ROOT, "EDSR %d x %d, %d windows of %d x %d: pipeline has %.3f of the bare network's speed (%.3f to %.3f)%n",
			blocks, filters, plan.count(), plan.width(), plan.height(), ratios[ROUNDS / 2], ratios[0], ratios[ROUNDS - 1]);
	}

	private static double bareSeconds(final Engine engine, final Model model, final WindowPlan plan) {
		final List<Window> windows = plan.windows();
		final float[] lr = TestNetworks.randomGreyLevels((int) (3 * plan.pixels()), 1);
		final float[] hr = new float[4 * lr.length];
		final long start = System.nanoTime();
		try (Inference inference = engine.inference(model.network(), model.weights(), plan.height(), plan.width())) {
			for (int i = 0; i < windows.size(); i++)
				inference.run(lr, hr);
		}
		return (System.nanoTime() - start) / 1e9;
	}
}
