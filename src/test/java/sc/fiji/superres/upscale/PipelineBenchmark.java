package sc.fiji.superres.upscale;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.NumericType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import sc.fiji.superres.TestImages;
import sc.fiji.superres.TestNetworks;
import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.engine.Inference;
import sc.fiji.superres.engine.Progress;
import sc.fiji.superres.loader.Engines;
import sc.fiji.superres.model.Model;
import sc.fiji.superres.network.Architecture;
import sc.fiji.superres.network.Edsr;
import sc.fiji.superres.network.Espcn;
import sc.fiji.superres.network.InputChannels;
import sc.fiji.superres.network.Network;

/**
 * Speed of the whole pipeline (reading, map, network, writing, consistency) in relation to the bare network on the same
 * windows, measured in turns in one run. Prints the median of the ratios. And what the consistency costs by itself.
 */
class PipelineBenchmark {

	private static final int ROUNDS = 5;

	static Stream<Arguments> runs() {
		final Img<UnsignedByteType> grey = TestImages.random(new UnsignedByteType(), 1, 0, 255, 1024, 1024);
		final Img<ARGBType> colour = TestImages.randomColours(1, 1024, 1024);
		return Stream.of(
			Arguments.of(new Edsr(2, 16, 64, 1), TestImages.randomColours(1, 512, 512), 128),
			Arguments.of(new Edsr(2, 4, 16, 1), colour, 256),
			Arguments.of(new Espcn(3, InputChannels.Y), grey, 256),
			Arguments.of(new Espcn(3, InputChannels.Y), colour, 256),
			Arguments.of(new Espcn(3, InputChannels.RGB), grey, 256),
			Arguments.of(new Espcn(3, InputChannels.RGB), colour, 256));
	}

	@ParameterizedTest
	@MethodSource("runs")
	<T extends NumericType<T> & NativeType<T>> void pipelineAgainstBareNetwork(final Architecture architecture, final Img<T> image,
		final int tile)
	{
		final Engine engine = Engines.tensorflow();
		final Model model = TestNetworks.model(architecture.network(), 1);
		final Network network = model.network().forPlanes(PlaneSource.channels(image.getType()));
		final WindowPlan plan = WindowPlan.ofCore(TestAreas.whole((int) image.dimension(0), (int) image.dimension(1), network.radius()),
			tile);
		final Upscaler upscaler = Upscaler.of(model).options(UpscaleOptions.defaults().tileSize(new TileSize(tile)));
		final double[] ratios = new double[ROUNDS];
		for (int round = -1; round < ROUNDS; round++) {
			final double bare = bareSeconds(engine, network, model, plan);
			final long start = System.nanoTime();
			upscaler.upscale(image);
			final double pipeline = (System.nanoTime() - start) / 1e9;
			if (round >= 0) ratios[round] = bare / pipeline; // the first round warms up
		}
		Arrays.sort(ratios);
		System.out.printf(Locale.ROOT, "%s on %s, %d windows of %d x %d: pipeline has %.3f of the bare network's speed (%.3f " +
			"to %.3f)%n",
			architecture, image.getType().getClass().getSimpleName(), plan.count(), plan.width(), plan.height(), ratios[ROUNDS / 2],
			ratios[0], ratios[ROUNDS - 1]);
	}

	private static double bareSeconds(final Engine engine, final Network network, final Model model, final WindowPlan plan) {
		final List<Window> windows = plan.windows();
		final float[] lr = TestNetworks.randomGreyLevels((int) (network.channels() * plan.pixels()), 1);
		final float[] hr = new float[network.scale() * network.scale() * lr.length];
		final long start = System.nanoTime();
		try (Inference inference = engine.inference(network, model.weights(), plan.height(), plan.width())) {
			for (int i = 0; i < windows.size(); i++)
				inference.run(lr, hr);
		}
		return (System.nanoTime() - start) / 1e9;
	}

	@Test
	void consistency() {
		print(TestImages.random(new UnsignedByteType(), 1, 0, 255, 1000, 1000), ArrayImgs.unsignedBytes(3000, 3000));
		print(TestImages.random(new UnsignedShortType(), 1, 0, 255, 1000, 1000), ArrayImgs.unsignedShorts(3000, 3000));
		print(TestImages.random(new FloatType(), 1, 0, 255, 1000, 1000), ArrayImgs.floats(3000, 3000));
		print(TestImages.randomColours(1, 1000, 1000), ArrayImgs.argbs(3000, 3000));
	}

	private static <T extends NumericType<T>> void print(final RandomAccessibleInterval<T> lr, final Img<T> hr) {
		final BadValues bad = BadValues.of(lr.getType(), NoData.NONE);
		final Consistency consistency = new Consistency();
		final double[] nanoseconds = new double[ROUNDS];
		for (int round = -1; round < ROUNDS; round++) {
			final long start = System.nanoTime();
			consistency.add(lr, lr, hr, 3, 255, bad, null, Progress.NONE);
			if (round >= 0) nanoseconds[round] = (double) (System.nanoTime() - start) / hr.size();
		}
		Arrays.sort(nanoseconds);
		System.out.printf(Locale.ROOT, "Consistency of %s: %.2f ns for each HR pixel%n", lr.getType().getClass().getSimpleName(),
			nanoseconds[ROUNDS / 2]);
	}
}
