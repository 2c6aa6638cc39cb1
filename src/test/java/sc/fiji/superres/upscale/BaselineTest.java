package sc.fiji.superres.upscale;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.img.Img;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import sc.fiji.superres.TestImages;
import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.resample.Interpolation;
import sc.fiji.superres.resample.MatlabResize;

/** Baselines are the interpolation of the whole plane, in whatever windows, and need no engine. */
class BaselineTest {

	private static final TileSize[] TILES = { new TileSize(1), new TileSize(11), new TileSize(100) };

	static List<Baseline> all() {
		return Baseline.all();
	}

	@ParameterizedTest
	@MethodSource("all")
	void eachTypeIsInterpolatedAsItIs(final Baseline baseline) {
		assertInterpolated(baseline, new UnsignedByteType(), 0, 255);
		assertInterpolated(baseline, new UnsignedShortType(), 3, 65_535);
		assertInterpolated(baseline, new ShortType(), -32_768, 32_767);
		assertInterpolated(baseline, new FloatType(), -1e-3, 1e5);
	}

	private static <T extends RealType<T> & NativeType<T>> void assertInterpolated(final Baseline baseline, final T type,
		final double min, final double max)
	{
		final Img<T> image = TestImages.random(type, 3, min, max, 19, 15);
		final double[] expected = TestImages.values(baseline.interpolation().enlarge(image, baseline.scale()));
		for (final TileSize tile : TILES)
			assertArrayEquals(expected, TestImages.values(upscaler(baseline, tile).upscale(image)), type + ", tiles of " + tile);
	}

	@ParameterizedTest
	@MethodSource("all")
	void coloursAreInterpolatedAs8Bits(final Baseline baseline) {
		final Img<ARGBType> image = TestImages.randomColours(3, 19, 15);
		for (final TileSize tile : TILES) {
			final Img<ARGBType> result = upscaler(baseline, tile).upscale(image);
			for (int channel = 1; channel <= 3; channel++)
				assertArrayEquals(TestImages.values(baseline.interpolation().enlarge(bytes(Converters.argbChannel(image, channel)), baseline
					.scale())), TestImages.values(Converters.argbChannel(result, channel)));
			result.forEach(pixel -> assertEquals(255, ARGBType.alpha(pixel.get())));
		}
	}

	private static Img<UnsignedByteType> bytes(final RandomAccessibleInterval<UnsignedByteType> channel) {
		return Interpolation.NEAREST.enlarge(channel, 1);
	}

	@Test
	void bicubicIsThatOfMatlab() {
		final Img<UnsignedByteType> image = TestImages.random(new UnsignedByteType(), 8, 0, 255, 31, 22);
		assertArrayEquals(TestImages.values(MatlabResize.enlarge(image, 2)), TestImages.values(Upscaler.of(new Baseline(
			Interpolation.BICUBIC, 2)).upscale(image)));
	}

	/** The intensity map is for networks. */
	@Test
	void theIntensityRangeDoesNotShow() {
		final Img<UnsignedByteType> image = TestImages.random(new UnsignedByteType(), 8, 0, 255, 31, 22);
		final Upscaler upscaler = Upscaler.of(new Baseline(Interpolation.LANCZOS, 3));
		assertArrayEquals(TestImages.values(upscaler.upscale(image)), TestImages.values(upscaler.options(UpscaleOptions.defaults().intensity(
			Intensity.parse("17,33.3"))).upscale(image)));
	}

	@Test
	void ofARegionThePixelsAroundItAreSeen() throws IOException {
		final Img<UnsignedByteType> image = TestImages.random(new UnsignedByteType(), 8, 0, 255, 31, 22);
		final Upscaler upscaler = Upscaler.of(new Baseline(Interpolation.BICUBIC, 2));
		final List<Img<UnsignedByteType>> results = new ArrayList<>();
		upscaler.run(PlaneSeries.of(image), Intervals.createMinSize(7, 5, 12, 9), (plane, result) -> results.add(result.image()));
		assertArrayEquals(TestImages.values(Views.interval(upscaler.upscale(image), Intervals.createMinSize(14, 10, 24, 18))), TestImages
			.values(results.get(0)));
	}

	@Test
	void theFactsNameItAndNoWeights() {
		final Upscaled<FloatType> result = Upscaler.of(new Baseline(Interpolation.BICUBIC_IJ, 3)).run(TestImages.random(new FloatType(), 1,
			0, 9, 8, 6));
		assertEquals("bicubic-ij-x3 (Bicubic (ImageJ))", result.facts().get("model"));
		assertEquals("CPU, Java", result.facts().get("device"));
		assertFalse(result.facts().containsKey("weights"));
		assertEquals("2", result.facts().get("halo"));
	}

	@Test
	void titles() {
		assertEquals(List.of("Nearest neighbour x2", "Bilinear x2", "Bicubic x2", "Bicubic (ImageJ) x2", "Lanczos x2",
			"Iterative back-projection x2"), Baseline.all().subList(0, 6).stream().map(Baseline::title).toList());
	}

	@Test
	void otherScalesAreRefused() {
		final String message = assertThrows(IllegalArgumentException.class, () -> new Baseline(Interpolation.BICUBIC, 5)).getMessage();
		assertTrue(message.contains("5") && message.contains("2, 3 or 4"), message);
	}

	@Test
	void noEngineIsAskedForAnything() {
		final Engine engine = (Engine) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { Engine.class }, (proxy, method,
			arguments) -> {
			throw new AssertionError(method + " was called.");
		});
		final Upscaler upscaler = Upscaler.of(new Baseline(Interpolation.IBP, 2)).engine(engine).options(UpscaleOptions.defaults().ensemble(
			true));
		assertEquals("ibp-x2 (Iterative back-projection)", upscaler.run(TestImages.random(new FloatType(), 1, 0, 9, 8, 6)).facts().get(
			"model"));
	}

	private static Upscaler upscaler(final Baseline baseline, final TileSize tile) {
		return Upscaler.of(baseline).options(UpscaleOptions.defaults().tileSize(tile));
	}
}
