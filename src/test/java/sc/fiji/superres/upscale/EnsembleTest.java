package sc.fiji.superres.upscale;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.superres.FakeEngine;
import sc.fiji.superres.TestImages;
import sc.fiji.superres.TestNetworks;
import sc.fiji.superres.engine.EngineMemoryException;
import sc.fiji.superres.engine.Placement;
import sc.fiji.superres.model.Model;
import sc.fiji.superres.network.Edsr;
import sc.fiji.superres.network.InputChannels;
import sc.fiji.superres.network.Network;
import sc.fiji.superres.resample.Interpolation;

/** Self-ensemble against eight runs on planes that are flipped and turned one by one. */
class EnsembleTest {

	private static final int WIDTH = 13;
	private static final int HEIGHT = 9;
	private static final UpscaleOptions OPTIONS = UpscaleOptions.defaults().intensity(Intensity.parse("100,900"));

	private final Model model = TestNetworks.model(new Edsr(2, 1, 2, 1).network(), 3);
	private final SlowEngine engine = new SlowEngine();

	static List<Method> methods() {
		final List<Method> methods = new ArrayList<>();
		for (final InputChannels channels : InputChannels.values())
			methods.add(new ModelMethod(TestNetworks.model(new Edsr(2, 1, 2, 1, channels).network(), 3)));
		methods.add(new Baseline(Interpolation.BICUBIC_IJ, 3));
		return methods;
	}

	@ParameterizedTest
	@MethodSource("methods")
	void meanAndDeviationOfEightRuns(final Method method) {
		final Img<FloatType> image = TestImages.random(new FloatType(), 2, 100, 900, WIDTH, HEIGHT);
		final Upscaler upscaler = Upscaler.of(method).engine(engine);
		final List<double[]> runs = new ArrayList<>();
		for (int turn = 0; turn < 8; turn++)
			runs.add(TestImages.values(turnedBack(upscaler.options(OPTIONS).upscale(turned(image, turn)), turn)));
		final double[] means = new double[runs.get(0).length], deviations = new double[means.length];
		for (int i = 0; i < means.length; i++) {
			for (final double[] run : runs)
				means[i] += run[i] / 8;
			for (final double[] run : runs)
				deviations[i] += (run[i] - means[i]) * (run[i] - means[i]) / 8;
			deviations[i] = Math.sqrt(deviations[i]);
		}
		for (final int tile : new int[] { 2, 5, 100 }) {
			final UpscaledPlane<FloatType> result = upscaler.options(OPTIONS.tileSize(new TileSize(tile)).ensemble(true).deviationMap(true))
				.run(image).plane();
			assertArrayEquals(means, TestImages.values(result.image()), 1e-2);
			assertArrayEquals(deviations, TestImages.values(result.deviation()), 1e-2);
		}
	}

	private static RandomAccessibleInterval<FloatType> turned(final RandomAccessibleInterval<FloatType> image, final int turn) {
		RandomAccessibleInterval<FloatType> result = image;
		if (turn % 2 == 1) result = Views.zeroMin(Views.invertAxis(result, 0));
		if (turn / 2 % 2 == 1) result = Views.zeroMin(Views.invertAxis(result, 1));
		return turn / 4 == 1 ? Views.permute(result, 0, 1) : result;
	}

	private static RandomAccessibleInterval<FloatType> turnedBack(final RandomAccessibleInterval<FloatType> image,
		final int turn)
	{
		return turned(turn / 4 == 1 ? Views.permute(image, 0, 1) : image, turn % 4);
	}

	/** Of grey colours, a model of one channel for each makes the same of each channel as of a grey plane. */
	@Test
	void channelsAreNotMixedUp() {
		final Upscaler upscaler = Upscaler.of(methods().get(InputChannels.ANY.ordinal())).engine(engine).options(UpscaleOptions.defaults()
			.ensemble(true));
		final Img<ARGBType> image = TestImages.randomColours(5, WIDTH, HEIGHT);
		final Img<ARGBType> result = upscaler.upscale(image);
		for (int channel = 0; channel < 3; channel++)
			assertArrayEquals(TestImages.values(upscaler.upscale(Converters.argbChannel(image, channel + 1))), TestImages.values(Converters.argbChannel(result, channel + 1)));
	}

	@Test
	void ofColoursTheDeviationIsTheRootMeanSquareOfTheChannels() {
		final Img<ARGBType> image = TestImages.randomColours(5, WIDTH, HEIGHT);
		final UpscaleOptions options = UpscaleOptions.defaults().ensemble(true).deviationMap(true);
		final Upscaler upscaler = Upscaler.of(methods().get(InputChannels.ANY.ordinal())).engine(engine).options(options);
		final double[] expected = new double[4 * WIDTH * HEIGHT];
		for (int channel = 1; channel <= 3; channel++) {
			final double[] deviations = TestImages.values(upscaler.run(Converters.argbChannel(image, channel)).plane().deviation());
			for (int i = 0; i < expected.length; i++)
				expected[i] += deviations[i] * deviations[i] / 3;
		}
		final double[] actual = TestImages.values(upscaler.run(image).plane().deviation());
		for (int i = 0; i < expected.length; i++)
			assertEquals(Math.sqrt(expected[i]), actual[i], 1e-3);
	}

	@ParameterizedTest
	@CsvSource({ "9, 9, 1", "13, 9, 2" })
	void onlyWindowsThatAreNotSquareNeedASecondInference(final int width, final int height, final int inferences) {
		final Upscaler upscaler = Upscaler.of(model).engine(engine).options(OPTIONS.ensemble(true));
		final Upscaled<FloatType> result = upscaler.run(TestImages.random(new FloatType(), 2, 100, 900, width, height));
		assertEquals(inferences, engine.inferences());
		assertEquals(inferences, new HashSet<>(engine.runs()).size());
		assertEquals(8, engine.runs().size());
		assertEquals(0, engine.open());
		assertEquals("8", result.facts().get("ensemble"));
		assertEquals("1 of " + width + " x " + height, result.facts().get("windows"));
	}

	@ParameterizedTest
	@ValueSource(ints = { 3, 8, 13 })
	void whereTheEnginesMemoryIsFullSmallerWindowsGoOn(final int runsThatFit) {
		final int[] allowed = { runsThatFit };
		final SlowEngine tired = new SlowEngine(pixels -> pixels < 110 || allowed[0]-- > 0);
		final Img<FloatType> image = TestImages.random(new FloatType(), 2, 100, 900, 16, 9);
		final Upscaler upscaler = Upscaler.of(model).options(OPTIONS.ensemble(true).halo(new Halo(1)).tileSize(new TileSize(12)));
		upscaler.engine(tired).upscale(image);
		assertEquals(0, tired.open());
		final SlowEngine small = new SlowEngine(pixels -> false);
		assertThrows(EngineMemoryException.class, () -> upscaler.engine(small).upscale(image));
		assertEquals(0, small.open());
	}

	/** Nothing was computed, so there is nothing to differ. */
	@Test
	void aConstantPlaneHasNoDeviationAndBadPixelsNone() {
		final Img<FloatType> image = ArrayImgs.floats(new float[] { 5, 5, Float.NaN, 5 }, 2, 2);
		final UpscaledPlane<FloatType> constant = Upscaler.of(model).engine(engine).options(OPTIONS.ensemble(true).deviationMap(true)).run(
			image).plane();
		final double[] deviations = TestImages.values(constant.deviation());
		for (int i = 0; i < deviations.length; i++)
			assertEquals(i >= 8 && i % 4 < 2 ? Double.NaN : 0, deviations[i]);
		assertEquals(0, engine.runs().size());
	}

	@Test
	void deviationsAreInTheImagesValues() {
		final Img<FloatType> floats = TestImages.random(new FloatType(), 2, 0, 255, WIDTH, HEIGHT);
		final Img<UnsignedShortType> shorts = ArrayImgs.unsignedShorts(WIDTH, HEIGHT);
		for (int y = 0; y < HEIGHT; y++)
			for (int x = 0; x < WIDTH; x++) {
				floats.getAt(x, y).set(Math.round(floats.getAt(x, y).get()));
				shorts.getAt(x, y).setReal(1000 + 100 * floats.getAt(x, y).get());
			}
		final UpscaleOptions options = OPTIONS.ensemble(true).deviationMap(true);
		final Upscaler upscaler = Upscaler.of(model).engine(engine);
		final double[] ofFloats = TestImages.values(upscaler.options(options.intensity(Intensity.parse("0,255"))).run(floats).plane()
			.deviation());
		final double[] ofShorts = TestImages.values(upscaler.options(options.intensity(Intensity.parse("1000,26500"))).run(shorts).plane()
			.deviation());
		for (int i = 0; i < ofFloats.length; i++)
			assertEquals(100 * ofFloats[i], ofShorts[i], 0.05);
	}

	@Test
	void aDeviationWithoutAnEnsembleIsRefused() {
		final UpscaleOptions options = UpscaleOptions.defaults().deviationMap(true);
		final Upscaler upscaler = Upscaler.of(model).engine(engine).options(options);
		final String message = assertThrows(IllegalArgumentException.class, () -> upscaler.upscale(ArrayImgs.floats(3, 3))).getMessage();
		assertTrue(message.startsWith("deviation_map is true, but"), message);
		assertEquals(message, assertThrows(IllegalArgumentException.class, () -> RunSize.of(new ModelMethod(model), Placement.CPU, options,
			new FloatType(), new FinalInterval(3, 3), new FinalInterval(3, 3))).getMessage());
	}

	@Test
	void twoInferencesAndTheirSumsAreCountedAsMemory() {
		final long[] asked = new long[1];
		final Upscaler upscaler = Upscaler.of(model).options(OPTIONS.ensemble(true).tileSize(new TileSize(1))).engine(new FakeEngine() {

			@Override
			public long memory(final Network network, final long pixels) {
				asked[0] = Long.MAX_VALUE / 4;
				return asked[0];
			}
		});
		final String message = assertThrows(IllegalArgumentException.class, () -> upscaler.upscale(TestImages.random(new FloatType(), 1, 0,
			1, 9, 9))).getMessage();
		assertTrue(message.contains(" need " + (asked[0] * 2 + 4 * 81 * 9) / 1_000_000 + " MB of memory"), message);
	}
}
