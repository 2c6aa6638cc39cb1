package sc.fiji.superres.upscale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.superres.TestImages;
import sc.fiji.superres.TestNetworks;
import sc.fiji.superres.engine.Progress;
import sc.fiji.superres.network.Edsr;
import sc.fiji.superres.resample.Interpolation;
import sc.fiji.superres.resample.MatlabResize;

/** Results, shrunk again, against their inputs: computed obviously, from whole images. */
class ConsistencyTest {

	private static final Interval SIZE = new FinalInterval(17, 14);
	private static final UpscaleOptions MAPS = UpscaleOptions.defaults().consistencyMap(true);

	private final SlowEngine engine = new SlowEngine();
	private final Upscaler model = Upscaler.of(TestNetworks.model(new Edsr(3, 1, 2, 1).network(), 3)).engine(engine).options(MAPS);

	@ParameterizedTest
	@ValueSource(strings = { "auto", "1000,3000", "type" })
	void of16Bits(final String intensity) throws IOException {
		final Img<UnsignedShortType> image = TestImages.random(new UnsignedShortType(), 1, 500, 4000, 17, 14);
		final Map<String, String> facts = assertMap(model.options(MAPS.intensity(Intensity.parse(intensity))), image, SIZE);
		final String[] range = facts.get("intensity").split(",");
		assertPsnr(Double.parseDouble(range[1]) - Double.parseDouble(range[0]), facts);
	}

	/** Whatever the intensity map, 8 bits have a peak of 255. */
	@ParameterizedTest
	@ValueSource(strings = { "auto", "0,100" })
	void of8Bits(final String intensity) throws IOException {
		final Img<UnsignedByteType> image = TestImages.random(new UnsignedByteType(), 1, 5, 90, 17, 14);
		assertPsnr(255, assertMap(model.options(MAPS.intensity(Intensity.parse(intensity))), image, SIZE));
	}

	/** Baselines have no intensity map, but the range of the image is known all the same. */
	@Test
	void ofBaselines() throws IOException {
		for (final Baseline baseline : Baseline.all()) {
			final Img<FloatType> image = TestImages.random(new FloatType(), 1, -3, 70, 17, 14);
			final Map<String, String> facts = assertMap(Upscaler.of(baseline).options(MAPS), image, SIZE);
			final String[] range = facts.get("intensity").split(",");
			assertPsnr(Double.parseDouble(range[1]) - Double.parseDouble(range[0]), facts);
		}
	}

	@ParameterizedTest
	@CsvSource({ "0, 0, 6, 5", "3, 4, 11, 8", "16, 13, 1, 1", "2, 2, 4, 3", "0, 5, 17, 2" })
	void ofRegions(final int left, final int top, final int width, final int height) throws IOException {
		final Img<UnsignedByteType> image = TestImages.random(new UnsignedByteType(), 1, 0, 255, 17, 14);
		assertPsnr(255, assertMap(model, image, Intervals.createMinSize(left, top, width, height)));
	}

	private final List<double[][]> maps = new ArrayList<>();

	/** Keeps the map, after a look whether it is what shrinking the result gives. */
	private <T extends RealType<T> & NativeType<T>> Map<String, String> assertMap(final Upscaler upscaler,
		final RandomAccessibleInterval<T> image, final Interval region) throws IOException
	{
		return upscaler.run(PlaneSeries.of(image), region, (plane, result) -> {
			final Img<DoubleType> shrunk = shrunk(result.image(), (int) (result.image().dimension(0) / region.dimension(0)));
			final double[][] map = new double[(int) region.dimension(1)][(int) region.dimension(0)];
			for (int y = 0; y < map.length; y++)
				for (int x = 0; x < map[y].length; x++) {
					map[y][x] = shrunk.getAt(x, y).get() - image.getAt(region.min(0) + x, region.min(1) + y).getRealDouble();
					assertEquals(map[y][x], result.consistency().getAt(x, y).get(), 1e-5 * (1 + Math.abs(map[y][x])));
				}
			assertNull(result.deviation());
			maps.add(map);
		});
	}

	private static Img<DoubleType> shrunk(final RandomAccessibleInterval<? extends RealType<?>> image, final int factor) {
		return MatlabResize.shrink(ArrayImgs.doubles(TestImages.values(image), image.dimension(0), image.dimension(1)), factor);
	}

	private void assertPsnr(final double peak, final Map<String, String> facts) {
		double sum = 0;
		int count = 0;
		for (final double[][] map : maps)
			for (int y = border(map.length); y < map.length - border(map.length); y++)
				for (int x = border(map[y].length); x < map[y].length - border(map[y].length); x++)
					if (!Double.isNaN(map[y][x])) {
						sum += map[y][x] * map[y][x] / peak / peak;
						count++;
					}
		assertEquals(-10 * Math.log10(sum / count), Double.parseDouble(facts.get("consistency").replace(" dB", "")), 0.0051);
		maps.clear();
	}

	private static int border(final int size) {
		return size >= 5 ? 2 : size >= 3 ? 1 : 0;
	}

	@Test
	void channelsArePooledByTheirOwnRanges() throws IOException {
		final List<Img<UnsignedShortType>> planes = List.of(TestImages.random(new UnsignedShortType(), 1, 0, 100, 17, 14), TestImages.random(
			new UnsignedShortType(), 2, 0, 60_000, 17, 14));
		final double[] relative = new double[2];
		for (int i = 0; i < 2; i++)
			relative[i] = Math.pow(10, -psnr(model.run(planes.get(i)).facts()) / 10);
		final TestSeries<UnsignedShortType> series = new TestSeries<>(2, plane -> plane, planes::get);
		assertEquals(-10 * Math.log10((relative[0] + relative[1]) / 2), psnr(model.run(series, SIZE, (plane, result) -> {})), 0.02);
	}

	private static double psnr(final Map<String, String> facts) {
		return Double.parseDouble(facts.get("consistency").replace(" dB", ""));
	}

	/** The map of colours is the root of the mean of the squares; the number is that of all channels. */
	@Test
	void ofColours() {
		final Img<ARGBType> image = TestImages.randomColours(4, 17, 14);
		final Upscaled<ARGBType> result = model.run(image);
		double sum = 0;
		final double[] squares = new double[17 * 14];
		for (int channel = 1; channel <= 3; channel++) {
			final Img<DoubleType> shrunk = shrunk(Converters.argbChannel(result.image(), channel), 3);
			final RandomAccessibleInterval<UnsignedByteType> input = Converters.argbChannel(image, channel);
			for (int y = 0; y < 14; y++)
				for (int x = 0; x < 17; x++) {
					final double difference = shrunk.getAt(x, y).get() - input.getAt(x, y).get();
					squares[17 * y + x] += difference * difference / 3;
					if (x >= 2 && x < 15 && y >= 2 && y < 12) sum += difference * difference / (3 * 13 * 10);
				}
		}
		assertEquals(String.format(Locale.ROOT, "%.2f dB", 10 * Math.log10(255 * 255 / sum)), result.facts().get("consistency"));
		final double[] map = TestImages.values(result.plane().consistency());
		for (int i = 0; i < map.length; i++)
			assertEquals(Math.sqrt(squares[i]), map[i], 1e-4);
	}

	/** Bad pixels do not count and are NaN in the map; the others are compared with what the filled plane became. */
	@Test
	void badPixelsAreLeftOut() throws IOException {
		final Img<UnsignedShortType> image = TestImages.random(new UnsignedShortType(), 1, 30_000, 33_000, 17, 14);
		final Interval hole = Intervals.createMinSize(5, 6, 3, 2);
		Views.interval(image, hole).forEach(pixel -> pixel.set(9));
		final Upscaled<UnsignedShortType> run = model.options(MAPS.noData(new NoData(9))).run(image);
		final double[][] map = new double[14][17];
		final float[] filled = new float[17 * 14];
		final RandomAccessibleInterval<FloatType> fill = BadPixels.fill(image, SIZE, BadValues.of(new UnsignedShortType(), new NoData(9)),
			Progress.NONE);
		for (int i = 0; i < filled.length; i++)
			filled[i] = fill.getAt(i % 17, i / 17).get();
		final UpscaledPlane<FloatType> good = model.run(ArrayImgs.floats(filled, 17, 14)).plane();
		for (int y = 0; y < 14; y++)
			for (int x = 0; x < 17; x++) {
				map[y][x] = run.plane().consistency().getAt(x, y).get();
				final boolean inHole = x >= 5 && x < 8 && y >= 6 && y < 8;
				assertEquals(inHole ? Double.NaN : good.consistency().getAt(x, y).get(), map[y][x], 1, "rounded to 16 bits");
			}
		maps.add(map);
		final String[] range = run.facts().get("intensity").split(",");
		assertPsnr(Double.parseDouble(range[1]) - Double.parseDouble(range[0]), run.facts());
	}

	@Test
	void ofConstantPlanesItIsInfinite() {
		final Upscaled<FloatType> result = model.run(TestImages.random(new FloatType(), 1, 0.1, 0.1, 17, 14));
		assertEquals("infinite", result.facts().get("consistency"));
		for (final double difference : TestImages.values(result.plane().consistency()))
			assertEquals(0, difference);
		assertEquals("infinite", model.run(TestImages.random(new UnsignedByteType(), 1, 7, 7, 17, 14)).facts().get("consistency"));
	}

	@Test
	void whereAllPixelsAreBadThereIsNone() {
		final Upscaled<UnsignedByteType> result = model.options(MAPS.noData(new NoData(7))).run(TestImages.random(new UnsignedByteType(), 1, 7,
			7, 17, 14));
		assertFalse(result.facts().containsKey("consistency"));
		for (final double difference : TestImages.values(result.plane().consistency()))
			assertEquals(Double.NaN, difference);
	}

	@Test
	void theMapIsMadeOnRequestOnly() {
		assertNull(Upscaler.of(new Baseline(Interpolation.LANCZOS, 2)).run(ArrayImgs.bytes(4, 4)).plane().consistency());
	}
}
