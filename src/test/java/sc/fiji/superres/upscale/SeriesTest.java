package sc.fiji.superres.upscale;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.NumericType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.superres.FakeEngine;
import sc.fiji.superres.TestImages;
import sc.fiji.superres.TestNetworks;
import sc.fiji.superres.model.Model;
import sc.fiji.superres.network.Edsr;

/** Many planes in one run. */
class SeriesTest {

	private static final Interval SIZE = new FinalInterval(23, 17);

	private final Model model = TestNetworks.model(new Edsr(2, 1, 2, 1).network(), 1);
	private final SlowEngine engine = new SlowEngine();

	@ParameterizedTest
	@ValueSource(ints = { 1, 6, 100 })
	void aSeriesEqualsItsPlanes(final int tileSize) throws IOException {
		final Upscaler upscaler = upscaler(tileSize);
		final List<Img<UnsignedByteType>> planes = bytes(5);
		final List<Img<UnsignedByteType>> results = new ArrayList<>();
		final TestSeries<UnsignedByteType> series = TestSeries.of(planes);
		upscaler.run(series, SIZE, (plane, hr) -> {
			assertEquals(results.size(), plane);
			results.add(hr.image());
		});
		assertEquals(1, engine.inferences());
		assertEquals(0, engine.open());
		assertEquals(List.of(0, 1, 2, 3, 4), series.asked());
		for (int i = 0; i < planes.size(); i++)
			assertArrayEquals(TestImages.values(upscaler.upscale(planes.get(i))), TestImages.values(results.get(i)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "min-max", "percentile" })
	void channelsAreMeasuredOverAllTheirPlanes(final String intensity) throws IOException {
		final List<Img<UnsignedShortType>> planes = new ArrayList<>();
		for (int i = 0; i < 6; i++)
			planes.add(TestImages.random(new UnsignedShortType(), i, 100 + 10 * i, i % 2 == 0 ? 4000 : 50_000 + i, 23, 17));
		final TestSeries<UnsignedShortType> series = new TestSeries<>(6, plane -> plane % 2, planes::get);
		final Upscaler upscaler = upscaler(100).options(UpscaleOptions.defaults().intensity(Intensity.parse(intensity)));
		final List<Img<UnsignedShortType>> results = new ArrayList<>();
		final String fact = upscaler.run(series, SIZE, (plane, hr) -> results.add(hr.image())).get("intensity");
		assertEquals(List.of(0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5), series.asked());
		final String[] maps = fact.split(";? ?\\(channel [12]\\)(; )?");
		assertEquals(maps[0] + " (channel 1); " + maps[1] + " (channel 2)", fact);
		for (int i = 0; i < 6; i++) {
			final UpscaleOptions options = UpscaleOptions.defaults().intensity(Intensity.parse(maps[i % 2]));
			assertArrayEquals(TestImages.values(upscaler.options(options).upscale(planes.get(i))), TestImages.values(results.get(i)));
		}
	}

	@Test
	void extremesAreThoseOfTheWholeChannel() throws IOException {
		final float[][] values = { { 5, Float.NaN }, { -100, 100 }, { 7, 6 }, { 300, 200 } };
		final TestSeries<FloatType> series = new TestSeries<>(4, plane -> plane % 2, plane -> ArrayImgs.floats(values[plane], 2, 1));
		assertEquals("5,7 (channel 1); -100,300 (channel 2)", run(upscaler(100), series, new FinalInterval(2, 1)).get("intensity"));
		final TestSeries<FloatType> one = new TestSeries<>(4, plane -> ArrayImgs.floats(values[plane], 2, 1));
		assertEquals("-100,300", run(upscaler(100), one, new FinalInterval(2, 1)).get("intensity"));
	}

	/** Percentiles of 32 bits need the extremes first. */
	@Test
	void percentilesOf32BitsTakeAPassMore() throws IOException {
		final TestSeries<FloatType> series = new TestSeries<>(2, plane -> TestImages.random(new FloatType(), plane, 0, 1, 23, 17));
		run(upscaler(100).options(UpscaleOptions.defaults().intensity(Intensity.parse("percentile"))), series, SIZE);
		assertEquals(List.of(0, 1, 0, 1, 0, 1), series.asked());
	}

	@Test
	void channelsWithEqualMapsShareTheFact() throws IOException {
		final TestSeries<UnsignedByteType> series = new TestSeries<>(4, plane -> plane, bytes(4)::get);
		final Map<String, String> facts = run(upscaler(6), series, SIZE);
		assertEquals("0,255", facts.get("intensity"));
		final FakeEngine.Window window = engine.runs().get(0);
		assertEquals(engine.runs().size() / 4 + " of " + window.width() + " x " + window.height() + " in each of 4 planes", facts.get(
			"windows"));
		assertEquals(List.of("model", "weights", "scale", "windows", "halo", "intensity", "consistency", "precision", "device", "seconds"), List
			.copyOf(facts.keySet()));
	}

	@ParameterizedTest
	@ValueSource(ints = { 2, 9, 17 })
	void whereTheEnginesMemoryIsFullPlanesAreNotReadAgain(final int windowsThatFit) throws IOException {
		final int[] allowed = { windowsThatFit };
		final SlowEngine tired = new SlowEngine(pixels -> pixels < 350 || allowed[0]-- > 0);
		final List<Img<UnsignedByteType>> planes = bytes(20);
		final TestSeries<UnsignedByteType> series = TestSeries.of(planes);
		final List<double[]> results = new ArrayList<>();
		final List<Long> done = new ArrayList<>();
		final Map<String, String> facts = upscaler(100).engine(tired).progress((task, now, total) -> done.add(now)).run(series, SIZE, (
			plane, hr) -> results.add(TestImages.values(hr.image())));
		assertEquals(IntStream.range(0, 20).boxed().toList(), series.asked());
		assertEquals(done.stream().sorted().toList(), done, "progress never goes back");
		assertEquals(20 * 23 * 17, done.get(done.size() - 1));
		assertEquals(2, tired.inferences());
		assertNotEquals("1 of 23 x 17 in each of 20 planes", facts.get("windows"));
		for (int i = 0; i < planes.size(); i++)
			assertArrayEquals(TestImages.values(upscaler(100).upscale(planes.get(i))), results.get(i));
	}

	/** Neither planes nor results are kept, whatever the windows of a plane. */
	@ParameterizedTest
	@ValueSource(ints = { 5, 100 })
	void ofTwoThousandPlanesFewAreAlive(final int tileSize) throws IOException {
		final List<WeakReference<Object>> made = Collections.synchronizedList(new ArrayList<>());
		final int[] most = new int[1];
		final TestSeries<FloatType> series = new TestSeries<>(2000, plane -> {
			if (plane % 250 == 249) {
				System.gc();
				made.removeIf(reference -> reference.get() == null);
				most[0] = Math.max(most[0], made.size());
			}
			final Img<FloatType> image = TestImages.random(new FloatType(), plane, 0, 1, 8, 8);
			image.firstElement().set(plane % 3 == 0 ? Float.NaN : 0);
			made.add(new WeakReference<>(image));
			return image;
		});
		final int[] delivered = new int[1];
		upscaler(tileSize).engine(new FakeEngine()).run(series, new FinalInterval(8, 8), (plane, hr) -> {
			assertEquals(delivered[0]++, plane);
			made.add(new WeakReference<>(hr.image()));
		});
		assertEquals(2000, delivered[0]);
		assertEquals(4000, series.asked().size());
		assertTrue(most[0] <= 8, most[0] + " planes and results are alive");
	}

	@Test
	void progressNamesPlanesAndWindows() throws IOException {
		assertEquals(List.of("Preparing the network", "Window 1 of 2", "Window 2 of 2"), tasks(13, 1));
		assertEquals(List.of("Preparing the network", "Plane 1 of 2, window 1 of 2", "Plane 1 of 2, window 2 of 2",
			"Plane 2 of 2, window 1 of 2", "Plane 2 of 2, window 2 of 2"), tasks(13, 2));
		assertEquals(List.of("Preparing the network", "Plane 1 of 3", "Plane 2 of 3", "Plane 3 of 3"), tasks(100, 3));
	}

	@Test
	void progressNamesTheMeasuring() throws IOException {
		final List<String> tasks = new ArrayList<>();
		final TestSeries<FloatType> series = new TestSeries<>(2, plane -> TestImages.random(new FloatType(), plane, 0, 1, 23, 17));
		run(upscaler(100).progress((task, done, total) -> tasks.add(task)), series, SIZE);
		assertEquals(List.of("Measuring intensities, plane 1 of 2", "Measuring intensities, plane 2 of 2", "Preparing the network",
			"Plane 1 of 2", "Plane 2 of 2"), tasks);
	}

	private List<String> tasks(final int tileSize, final int planes) throws IOException {
		final List<String> tasks = new ArrayList<>();
		final UpscaleOptions options = UpscaleOptions.defaults().tileSize(new TileSize(tileSize)).halo(new Halo(2));
		run(upscaler(tileSize).options(options).progress((task, done, total) -> {
			tasks.add(task);
			assertEquals(planes * 23L * 17, total);
		}), TestSeries.of(bytes(planes)), SIZE);
		return tasks;
	}

	@Test
	void planesThatAreUnlikeTheFirstAreRefused() {
		final TestSeries<UnsignedByteType> series = TestSeries.of(Stream.concat(bytes(2).stream(), Stream.of(ArrayImgs.unsignedBytes(
			23, 18))).toList());
		final String message = assertThrows(IllegalArgumentException.class, () -> run(upscaler(100), series, SIZE)).getMessage();
		assertEquals("Plane 3 is not of the same size and type as the first. Upscale them apart from each other.", message);
	}

	@Test
	void anEmptySeriesIsRefused() {
		final TestSeries<UnsignedByteType> series = TestSeries.of(List.of());
		assertThrows(IllegalArgumentException.class, () -> run(upscaler(100), series, SIZE));
	}

	private Upscaler upscaler(final int tileSize) {
		return Upscaler.of(model).engine(engine).options(UpscaleOptions.defaults().tileSize(new TileSize(tileSize)));
	}

	private static <T extends NumericType<T> & NativeType<T>> Map<String, String> run(final Upscaler upscaler,
		final PlaneSeries<T> series, final Interval region) throws IOException
	{
		return upscaler.run(series, region, (plane, hr) -> {});
	}

	private static List<Img<UnsignedByteType>> bytes(final int count) {
		return IntStream.range(0, count).mapToObj(i -> (Img<UnsignedByteType>) TestImages.random(new UnsignedByteType(), i, 0, 255, 23,
			17)).toList();
	}
}
