package sc.fiji.superres.upscale;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.NumericType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.superres.FakeEngine;
import sc.fiji.superres.TestImages;
import sc.fiji.superres.TestNetworks;
import sc.fiji.superres.engine.Progress;
import sc.fiji.superres.model.Model;
import sc.fiji.superres.network.Edsr;

/** NaN, infinite and no-data values: filled before the network, set again after it. */
class BadPixelsTest {

	private static final int WIDTH = 26;
	private static final int HEIGHT = 19;
	private static final Interval SIZE = new FinalInterval(WIDTH, HEIGHT);
	private static final float NAN = Float.NaN;

	private final Model model = TestNetworks.model(new Edsr(2, 1, 2, 1).network(), 3);
	private final SlowEngine engine = new SlowEngine();

	/** Planes with holes: one pixel, clusters, the border, nearly all, and random ones of each density. */
	static Stream<boolean[][]> holes() {
		final Random random = new Random(9);
		final boolean[][] one = new boolean[HEIGHT][WIDTH], cluster = new boolean[HEIGHT][WIDTH], border =
			new boolean[HEIGHT][WIDTH], nearlyAll = new boolean[HEIGHT][WIDTH];
		one[7][11] = true;
		for (int y = 0; y < HEIGHT; y++)
			for (int x = 0; x < WIDTH; x++) {
				cluster[y][x] = Math.hypot(x - 12, y - 8) < 6.5;
				border[y][x] = x < 3 || y < 2 || x == WIDTH - 1 || y > HEIGHT - 6;
				nearlyAll[y][x] = x != 20 || y != 3 && y != 4;
			}
		final Stream<boolean[][]> randoms = Stream.of(0.1, 0.5, 0.9, 0.98).map(density -> {
			final boolean[][] holes = new boolean[HEIGHT][WIDTH];
			for (final boolean[] row : holes)
				for (int x = 0; x < WIDTH; x++)
					row[x] = random.nextDouble() < density;
			return holes;
		});
		return Stream.concat(Stream.of(one, cluster, border, nearlyAll), randoms);
	}

	@ParameterizedTest
	@MethodSource("holes")
	void filledAsByTheSlowReference(final boolean[][] holes) {
		final Img<FloatType> image = withHoles(holes, NAN);
		assertArrayEquals(slowlyFilled(image), floats(BadPixels.fill(image, image, BadValues.of(new FloatType(), NoData.NONE), Progress.NONE)));
	}

	/** The network sees the filled plane; the result has NaN in the blocks of the bad pixels and nowhere else. */
	@ParameterizedTest
	@MethodSource("holes")
	void theResultIsThatOfTheFilledPlaneWithItsHoles(final boolean[][] holes) throws IOException {
		final Img<FloatType> image = withHoles(holes, NAN);
		final UpscaleOptions options = UpscaleOptions.defaults().tileSize(new TileSize(9));
		final List<Img<FloatType>> results = new ArrayList<>();
		final Map<String, String> facts = run(options, image, SIZE, results);
		final Img<FloatType> filled = ArrayImgs.floats(slowlyFilled(image), WIDTH, HEIGHT);
		final double[] expected = TestImages.values(Upscaler.of(model).engine(engine).options(options.intensity(Intensity.parse(facts.get(
			"intensity")))).upscale(filled));
		long count = 0;
		for (int y = 0; y < 2 * HEIGHT; y++)
			for (int x = 0; x < 2 * WIDTH; x++)
				if (holes[y / 2][x / 2]) {
					expected[y * 2 * WIDTH + x] = Double.NaN;
					count++;
				}
		assertArrayEquals(expected, TestImages.values(results.get(0)));
		assertEquals(count / 4 + (count == 4 ? " pixel" : " pixels") + " (NaN or infinite)", facts.get("no_data"));
	}

	@ParameterizedTest
	@MethodSource("holes")
	void aRegionIsThatPartOfTheWhole(final boolean[][] holes) throws IOException {
		final Img<FloatType> image = withHoles(holes, NAN);
		final List<Img<FloatType>> results = new ArrayList<>();
		run(UpscaleOptions.defaults(), image, SIZE, results);
		final Interval region = Intervals.createMinSize(10, 6, 5, 4);
		final Map<String, String> facts = run(UpscaleOptions.defaults(), image, region, results);
		assertArrayEquals(TestImages.values(Views.interval(results.get(0), Intervals.createMinSize(20, 12, 10, 8))), TestImages.values(
			results.get(1)));
		long count = 0;
		for (int y = 6; y < 10; y++)
			for (int x = 10; x < 15; x++)
				if (holes[y][x]) count++;
		assertEquals(count == 0 ? null : count + (count == 1 ? " pixel" : " pixels") + " (NaN or infinite)", facts.get("no_data"));
	}

	/** Of a large plane only as much is copied as the values of a part depend on; they are those of the whole. */
	@Test
	void aPartIsFilledAsTheWholeIs() {
		final FinalInterval size = new FinalInterval(300, 200);
		for (int seed = 0; seed < 12; seed++) {
			final Random random = new Random(seed);
			final Img<FloatType> plane = TestImages.random(new FloatType(), seed, 0, 255, 300, 200);
			for (int hole = 0; hole < 4; hole++) {
				final int x = random.nextInt(300), y = random.nextInt(200), side = 1 + random.nextInt(90);
				Views.interval(plane, Intervals.intersect(size, Intervals.createMinSize(x, y, side, side))).forEach(pixel -> pixel.set(
					Float.NaN));
			}
			final Interval part = Intervals.createMinSize(random.nextInt(280), random.nextInt(180), 20, 20);
			final BadValues bad = BadValues.of(new FloatType(), NoData.NONE);
			final RandomAccessibleInterval<FloatType> whole = BadPixels.fill(plane, size, bad, Progress.NONE);
			final RandomAccessibleInterval<FloatType> filled = BadPixels.fill(plane, part, bad, Progress.NONE);
			assertTrue(Intervals.contains(filled, part));
			for (long y = part.min(1); y <= part.max(1); y++)
				for (long x = part.min(0); x <= part.max(0); x++)
					assertEquals(whole.getAt(x, y).get(), filled.getAt(x, y).get());
		}
	}

	@Test
	void infiniteValuesAreBad() throws IOException {
		final float[] values = { 1, Float.POSITIVE_INFINITY, 2, Float.NEGATIVE_INFINITY, 3, 4 };
		final List<Img<FloatType>> results = new ArrayList<>();
		final Map<String, String> facts = run(UpscaleOptions.defaults(), ArrayImgs.floats(values, 3, 2), new FinalInterval(3, 2),
			results);
		assertEquals("1,4", facts.get("intensity"));
		assertEquals("2 pixels (NaN or infinite)", facts.get("no_data"));
		final float[] floats = floats(results.get(0));
		for (int i = 0; i < floats.length; i++)
			assertEquals(!Float.isFinite(values[i / 12 * 3 + i % 6 / 2]), Float.isNaN(floats[i]));
	}

	@Test
	void noDataIn32BitBecomesNaN() throws IOException {
		final Img<FloatType> image = withHoles(holes().toList().get(1), -9999);
		image.getAt(0, 0).set(NAN);
		final List<Img<FloatType>> results = new ArrayList<>();
		final Map<String, String> facts = run(UpscaleOptions.defaults().noData(new NoData(-9999)), image, SIZE, results);
		for (final FloatType pixel : image)
			if (pixel.get() == -9999) pixel.set(NAN);
		final Map<String, String> same = run(UpscaleOptions.defaults(), image, SIZE, results);
		assertArrayEquals(floats(results.get(1)), floats(results.get(0)));
		assertEquals(same.get("no_data").replace("NaN or infinite", "NaN, infinite or -9999"), facts.get("no_data"));
		assertEquals(same.get("intensity"), facts.get("intensity"));
	}

	@Test
	void noDataIsThatOfTheType() throws IOException {
		final float[] values = { 0.1f, 1, 2, 0.1f };
		assertEquals("2 pixels (NaN, infinite or 0.1)", run(UpscaleOptions.defaults().noData(new NoData(0.1)), ArrayImgs.floats(values,
			4, 1), new FinalInterval(4, 1), new ArrayList<>()).get("no_data"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "auto", "0,255", "percentile" })
	void noDataInIntegers(final String intensity) throws IOException {
		final UpscaleOptions options = UpscaleOptions.defaults().intensity(Intensity.parse(intensity));
		assertNoData(new UnsignedByteType(), 255, options);
		assertNoData(new UnsignedByteType(), 0, options);
		assertNoData(new UnsignedShortType(), 65_535, options);
		assertNoData(new ShortType(), -9999, options);
	}

	/** The result is that of the filled plane, rounded to the type, but for the blocks of the bad pixels. */
	private <T extends RealType<T> & NativeType<T>> void assertNoData(final T type, final int noData, final UpscaleOptions options)
		throws IOException
	{
		final boolean[][] holes = holes().toList().get(1);
		final Img<T> image = TestImages.random(type, 5, 20, 120, WIDTH, HEIGHT);
		final Img<FloatType> floats = withHoles(holes, NAN);
		for (int y = 0; y < HEIGHT; y++)
			for (int x = 0; x < WIDTH; x++) {
				floats.getAt(x, y).setReal(holes[y][x] ? Double.NaN : image.getAt(x, y).getRealDouble());
				if (holes[y][x]) image.getAt(x, y).setReal(noData);
			}
		final List<Img<T>> results = new ArrayList<>();
		final Map<String, String> facts = run(options.noData(new NoData(noData)), image, SIZE, results);
		final List<Img<FloatType>> expected = new ArrayList<>();
		run(options.intensity(Intensity.parse(facts.get("intensity"))), floats, SIZE, expected);
		final double[] values = TestImages.values(expected.get(0));
		final double[] actual = TestImages.values(results.get(0));
		for (int i = 0; i < values.length; i++) {
			final double clipped = Math.max(type.getMinValue(), Math.min(type.getMaxValue(), values[i]));
			if (Double.isNaN(values[i])) assertEquals(noData, actual[i]);
			else assertEquals(clipped, actual[i], 0.501, "rounded");
		}
		assertTrue(facts.get("no_data").endsWith(" pixels (" + noData + ")"), facts.get("no_data"));
	}

	@Test
	void aPlaneWithoutGoodPixelsComesOutWithoutAny() throws IOException {
		final Img<FloatType> bad = ArrayImgs.floats(new float[] { NAN, NAN, NAN, NAN, NAN, NAN }, 3, 2);
		final Img<FloatType> good = TestImages.random(new FloatType(), 1, 0, 1, 3, 2);
		final List<Img<FloatType>> results = new ArrayList<>();
		final Map<String, String> facts = Upscaler.of(model).engine(engine).run(TestSeries.of(List.of(good, bad, good)),
			new FinalInterval(3, 2), (plane, hr) -> results.add(hr.image()));
		assertEquals("6 pixels (NaN or infinite)", facts.get("no_data"));
		for (final float value : floats(results.get(1)))
			assertTrue(Float.isNaN(value));
		assertArrayEquals(floats(results.get(0)), floats(results.get(2)));
		final List<Img<UnsignedByteType>> bytes = new ArrayList<>();
		run(UpscaleOptions.defaults().noData(new NoData(7)), TestImages.random(new UnsignedByteType(), 1, 7, 7, 5, 5), new FinalInterval(5,
			5), bytes);
		for (final double value : TestImages.values(bytes.get(0)))
			assertEquals(7, value);
	}

	@Test
	void aChannelWithoutGoodPixelsIsRefused() {
		final Img<FloatType> bad = ArrayImgs.floats(new float[] { NAN, Float.POSITIVE_INFINITY }, 2, 1);
		final Img<FloatType> good = ArrayImgs.floats(new float[] { 1, 2 }, 2, 1);
		assertEquals("All pixels of the image are NaN or infinite, so there is nothing to upscale.", refusal(TestSeries.of(List
			.of(bad)), NoData.NONE));
		assertEquals("All pixels of channel 2 are NaN or infinite, so there is nothing to upscale.", refusal(new TestSeries<FloatType>(4,
			plane -> plane % 2, plane -> plane % 2 == 0 ? good : bad), NoData.NONE));
		assertEquals("All pixels of the image are 5, so there is nothing to upscale.", refusal(TestSeries.of(List.of(ArrayImgs
			.unsignedShorts(new short[] { 5, 5 }, 2, 1))), new NoData(5)));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"-9999 | no_data is \"-9999\", but the image holds whole numbers from 0 to 65535. Use one of them, or none.",
		"65536 | no_data is \"65536\", but the image holds whole numbers from 0 to 65535. Use one of them, or none.",
		"0.5   | no_data is \"0.5\", but the image holds whole numbers from 0 to 65535. Use one of them, or none." })
	void aNumberThatTheTypeCannotHoldIsRefused(final String noData, final String message) {
		assertEquals(message, refusal(TestSeries.of(List.of(ArrayImgs.unsignedShorts(2, 1))), NoData.parse(noData)));
	}

	@Test
	void noDataIsNotForColours() {
		assertEquals("no_data is \"0\", but is for images of one channel, not for RGB images. Use none.", refusal(TestSeries.of(List
			.of(ArrayImgs.argbs(2, 1))), new NoData(0)));
	}

	/** A plane is not copied for bad pixels that it does not have, or that are not read: what changes later is seen. */
	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void goodPixelsAreReadWhenTheirWindowIs(final boolean badOutside) throws IOException {
		final Img<FloatType> image = withHoles(new boolean[HEIGHT][WIDTH], NAN);
		if (badOutside) image.getAt(WIDTH - 1, HEIGHT - 1).set(NAN);
		final Interval region = Intervals.createMinSize(0, 0, WIDTH - 4, HEIGHT - 4);
		final UpscaleOptions options = UpscaleOptions.defaults().tileSize(new TileSize(4)).halo(new Halo(1)).intensity(Intensity.parse(
			"0,255"));
		final List<Img<FloatType>> results = new ArrayList<>();
		final Map<String, String> facts = Upscaler.of(model).engine(new FakeEngine()).options(options).progress((task, done, total) -> {
			if (task.startsWith("Window 1 ")) image.getAt(WIDTH - 5, HEIGHT - 5).set(-1);
		}).run(PlaneSeries.of(image), region, (plane, hr) -> results.add(hr.image()));
		assertFalse(facts.containsKey("no_data"));
		assertEquals(-1, results.get(0).getAt(2 * WIDTH - 9, 2 * HEIGHT - 9).get());
	}

	private <T extends NumericType<T> & NativeType<T>> String refusal(final PlaneSeries<T> series, final NoData noData) {
		final Upscaler upscaler = Upscaler.of(model).engine(engine).options(UpscaleOptions.defaults().noData(noData));
		return assertThrows(IllegalArgumentException.class, () -> upscaler.run(series, new FinalInterval(2, 1), (plane, hr) -> {}))
			.getMessage();
	}

	private <T extends RealType<T> & NativeType<T>> Map<String, String> run(final UpscaleOptions options,
		final RandomAccessibleInterval<T> image, final Interval region, final List<Img<T>> results) throws IOException
	{
		return Upscaler.of(model).engine(engine).options(options).run(PlaneSeries.of(image), region, (plane, hr) -> results.add(hr.image()));
	}

	private static Img<FloatType> withHoles(final boolean[][] holes, final float bad) {
		final Img<FloatType> image = TestImages.random(new FloatType(), 2, 100, 900, WIDTH, HEIGHT);
		for (int y = 0; y < HEIGHT; y++)
			for (int x = 0; x < WIDTH; x++)
				if (holes[y][x]) image.getAt(x, y).set(bad);
		return image;
	}

	/** Layer by layer over the whole plane, each from a copy of what was there before it. */
	private static float[] slowlyFilled(final Img<FloatType> image) {
		final int width = (int) image.dimension(0);
		float[] now = floats(image);
		while (true) {
			final float[] before = now;
			now = before.clone();
			for (int i = 0; i < now.length; i++) {
				if (!Float.isNaN(before[i])) continue;
				double sum = 0;
				int count = 0;
				for (int j = 0; j < now.length; j++)
					if (Math.abs(j % width - i % width) <= 1 && Math.abs(j / width - i / width) <= 1 && !Float.isNaN(before[j])) {
						sum += before[j];
						count++;
					}
				if (count > 0) now[i] = (float) (sum / count);
			}
			if (Arrays.equals(before, now)) return now;
		}
	}

	private static float[] floats(final RandomAccessibleInterval<FloatType> image) {
		final double[] values = TestImages.values(image);
		final float[] floats = new float[values.length];
		for (int i = 0; i < floats.length; i++)
			floats[i] = (float) values[i];
		return floats;
	}
}
