package sc.fiji.superres.upscale;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.superres.FakeEngine;
import sc.fiji.superres.TestImages;
import sc.fiji.superres.TestNetworks;
import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.engine.Placement;
import sc.fiji.superres.loader.Engines;
import sc.fiji.superres.model.Model;
import sc.fiji.superres.network.Edsr;

/** The result of a region is the same part of the whole result. */
class RegionTest {

	private static final int WIDTH = 40;
	private static final int HEIGHT = 31;

	private final Model model = TestNetworks.model(new Edsr(2, 1, 2, 1).network(), 3);
	private final SlowEngine engine = new SlowEngine();

	@Test
	void randomRegions() throws IOException {
		final Img<FloatType> image = image();
		final double[][] whole = rows(upscaler(UpscaleOptions.defaults()).upscale(image));
		final Random random = new Random(4);
		for (int i = 0; i < 40; i++) {
			final int left = random.nextInt(WIDTH), top = random.nextInt(HEIGHT);
			final Interval region = Intervals.createMinSize(left, top, 1 + random.nextInt(WIDTH - left), 1 + random.nextInt(HEIGHT -
				top));
			assertCrop(whole, image, region, UpscaleOptions.defaults().tileSize(new TileSize(1 + random.nextInt(WIDTH))));
		}
	}

	@ParameterizedTest
	@CsvSource({ "0, 0, 1, 1", "39, 30, 1, 1", "20, 15, 1, 1", "0, 0, 40, 31", "0, 10, 40, 1", "39, 0, 1, 31", "2, 2, 36, 27",
		"30, 0, 10, 10" })
	void regionsAtTheBorder(final int left, final int top, final int width, final int height) throws IOException {
		final Img<FloatType> image = image();
		final double[][] whole = rows(upscaler(UpscaleOptions.defaults()).upscale(image));
		for (final int tile : new int[] { 1, 5, 100 })
			assertCrop(whole, image, Intervals.createMinSize(left, top, width, height), UpscaleOptions.defaults().tileSize(
				new TileSize(tile)));
	}

	/** Windows that end at the pixels that were read, not at the border of the plane, keep the halo there. */
	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 4 })
	void anyHaloOfWholeWindows(final int halo) throws IOException {
		final Img<FloatType> image = image();
		final UpscaleOptions options = UpscaleOptions.defaults().halo(new Halo(halo)).tileSize(new TileSize(6));
		final Interval core = Intervals.createMinSize(12 + halo, 6 + halo, 6, 6); // one of the cores of the whole plane
		assertCrop(rows(upscaler(options).upscale(image)), image, core, options);
	}

	@Test
	void planesThatBeginElsewhere() throws IOException {
		final RandomAccessibleInterval<FloatType> image = Views.translate(image(), -7, 100);
		final double[][] whole = rows(upscaler(UpscaleOptions.defaults()).upscale(image));
		final double[][] part = new double[2 * 5][];
		for (int y = 0; y < part.length; y++)
			part[y] = Arrays.copyOfRange(whole[2 * 20 + y], 2 * 3, 2 * 11);
		assertArrayEquals(part, rows(run(upscaler(UpscaleOptions.defaults()), image, Intervals.createMinSize(-4, 120, 8, 5))));
	}

	@Test
	void tensorFlow() throws IOException {
		final Engine tensorflow = Engines.tensorflow();
		final Img<FloatType> image = image();
		final Upscaler upscaler = Upscaler.of(model).engine(tensorflow).options(UpscaleOptions.defaults().tileSize(new TileSize(9)));
		final double[][] whole = rows(upscaler.upscale(image));
		final double[][] part = rows(run(upscaler, image, Intervals.createMinSize(13, 9, 20, 22)));
		final double tolerance = System.getProperty("os.arch").equals("amd64") ? 0 : 1e-3;
		for (int y = 0; y < part.length; y++)
			for (int x = 0; x < part[y].length; x++)
				assertEquals(whole[2 * 9 + y][2 * 13 + x], part[y][x], tolerance);
	}

	/** No window is larger than the region with its halo, and there are no more than they need. */
	@Test
	void onlyWhatTheRegionNeedsIsComputed() throws IOException {
		final Interval region = Intervals.createMinSize(15, 12, 9, 3);
		final Map<String, String> facts = upscaler(UpscaleOptions.defaults().halo(new Halo(4))).run(PlaneSeries.of(image()), region, (
			plane, hr) -> {});
		assertEquals(List.of(new FakeEngine.Window(3 + 8, 9 + 8)), engine.runs());
		assertEquals("1 of 17 x 11", facts.get("windows"));
	}

	@Test
	void progressCountsTheRegion() throws IOException {
		final List<Long> done = new ArrayList<>();
		upscaler(UpscaleOptions.defaults().tileSize(new TileSize(4))).progress((task, now, total) -> {
			if (total > 0) done.add(now);
			assertTrue(total == 0 || total == 27, task);
		}).run(PlaneSeries.of(image()), Intervals.createMinSize(15, 12, 9, 3), (plane, hr) -> {});
		assertEquals(List.of(0L, 12L, 24L, 27L), done);
	}

	@ParameterizedTest
	@CsvSource({ "-1, 0, 5, 5", "36, 0, 5, 5", "0, 27, 5, 5", "0, 0, 0, 5", "0, 0, 41, 31", "50, 50, 2, 2" })
	void regionsOutsideAreRefused(final int left, final int top, final int width, final int height) {
		final Interval region = Intervals.createMinSize(left, top, width, height);
		final String message = assertThrows(IllegalArgumentException.class, () -> run(upscaler(UpscaleOptions.defaults()), image(),
			region)).getMessage();
		assertEquals("The region is " + width + " x " + height + " pixels from (" + left + ", " + top +
			") on, but must lie within the image of 40 x 31 pixels.", message);
		assertEquals(message, assertThrows(IllegalArgumentException.class, () -> RunSize.of(new ModelMethod(model), Placement.CPU, UpscaleOptions.defaults(),
			new UnsignedByteType(), image(), region)).getMessage());
	}

	@ParameterizedTest
	@CsvSource({ "0, 0, 40, 31, 7", "0, 0, 40, 31, 100", "13, 9, 20, 22, 5", "39, 30, 1, 1, 5" })
	void theSizeIsKnownBeforehand(final int left, final int top, final int width, final int height, final int tile)
		throws IOException
	{
		final Interval region = Intervals.createMinSize(left, top, width, height);
		final UpscaleOptions options = UpscaleOptions.defaults().tileSize(new TileSize(tile));
		final RunSize size = RunSize.of(new ModelMethod(model), Placement.CPU, options, new UnsignedByteType(), image(), region);
		final Img<UnsignedByteType> result = run(upscaler(options), TestImages.random(new UnsignedByteType(), 1, 0, 255, WIDTH, HEIGHT),
			region);
		assertEquals(new RunSize(result.dimension(0), result.dimension(1), engine.runs().size(), engine.runs().get(0).width(), engine
			.runs().get(0).height()), size);
	}

	@Test
	void aSizeThatTheRunRefusesIsRefusedBeforehand() {
		final Interval huge = new FinalInterval(60_000, 60_000);
		final UpscaleOptions options = UpscaleOptions.defaults().tileSize(new TileSize(60_000));
		final String message = assertThrows(IllegalArgumentException.class, () -> RunSize.of(new NetworkOutline("edsr", new Edsr(2, 16, 64, 1).network()), Placement.CPU, options,
			new UnsignedByteType(), huge, huge)).getMessage();
		assertTrue(message.startsWith("Windows of 60000 x 60000 pixels (tile_size 60000 and a halo of 36) need "), message);
		assertThrows(IllegalArgumentException.class, () -> RunSize.of(new ModelMethod(model), Placement.CPU, options, new UnsignedByteType(),
			new FinalInterval(4, 4, 4), huge));
	}

	private void assertCrop(final double[][] whole, final Img<FloatType> image, final Interval region, final UpscaleOptions options)
		throws IOException
	{
		final double[][] part = rows(run(upscaler(options), image, region));
		assertEquals(2 * region.dimension(1), part.length);
		for (int y = 0; y < part.length; y++) {
			final int left = 2 * (int) region.min(0);
			assertArrayEquals(Arrays.copyOfRange(whole[2 * (int) region.min(1) + y], left, left + 2 * (int) region.dimension(
				0)), part[y], region + ", row " + y);
		}
	}

	private static <T extends RealType<T> & NativeType<T>> Img<T> run(final Upscaler upscaler,
		final RandomAccessibleInterval<T> image, final Interval region) throws IOException
	{
		final List<Img<T>> results = new ArrayList<>();
		upscaler.run(PlaneSeries.of(image), region, (plane, hr) -> results.add(hr.image()));
		return results.get(0);
	}

	private Upscaler upscaler(final UpscaleOptions options) {
		return Upscaler.of(model).engine(engine).options(options);
	}

	private static Img<FloatType> image() {
		return TestImages.random(new FloatType(), 6, -3, 500, WIDTH, HEIGHT);
	}

	private static double[][] rows(final Img<? extends RealType<?>> image) {
		final double[] values = TestImages.values(image);
		final int width = (int) image.dimension(0);
		final double[][] rows = new double[(int) image.dimension(1)][];
		for (int y = 0; y < rows.length; y++)
			rows[y] = Arrays.copyOfRange(values, y * width, (y + 1) * width);
		return rows;
	}
}
