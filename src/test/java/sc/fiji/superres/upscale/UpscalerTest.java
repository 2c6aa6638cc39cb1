package sc.fiji.superres.upscale;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.NumericType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import org.junit.jupiter.api.Test;

import sc.fiji.superres.FakeEngine;
import sc.fiji.superres.TestImages;
import sc.fiji.superres.TestNetworks;
import sc.fiji.superres.engine.EngineMemoryException;
import sc.fiji.superres.engine.Progress;
import sc.fiji.superres.model.Model;
import sc.fiji.superres.network.Edsr;

/** The upscaler on an engine that repeats pixels. */
class UpscalerTest {

	private static final int SCALE = 3;

	private final Model model = TestNetworks.model(new Edsr(SCALE, 2, 4, 1).network(), 1);
	private final FakeEngine engine = new FakeEngine();

	@Test
	void eachTypeKeepsItsValues() {
		assertRepeated(TestImages.random(new UnsignedByteType(), 1, 0, 255, 23, 17), 0);
		assertRepeated(TestImages.random(new UnsignedShortType(), 2, 100, 65_535, 23, 17), 0);
		assertRepeated(TestImages.random(new FloatType(), 3, -5, 1e6, 23, 17), 0.1);
		assertRepeated(TestImages.random(new DoubleType(), 4, -1, 1, 23, 17), 1e-6);
	}

	@Test
	void coloursAreKept() {
		final Img<ARGBType> image = TestImages.randomColours(5, 23, 17);
		final Img<ARGBType> result = upscaler().upscale(image);
		final var from = image.randomAccess();
		for (final var to = result.localizingCursor(); to.hasNext();) {
			to.fwd();
			from.setPosition(new long[] { to.getLongPosition(0) / SCALE, to.getLongPosition(1) / SCALE });
			assertEquals(from.get().get() | 0xff000000, to.get().get());
		}
	}

	/** Halved by the map before the network, and doubled after it. */
	@Test
	void coloursAreMappedWhereTheUserSaysSo() {
		final Img<ARGBType> image = ArrayImgs.argbs(new int[] { 0xff102030 }, 1, 1);
		final float[] lr = new float[3];
		final WindowPlan plan = WindowPlan.ofCore(TestAreas.whole(1, 1, 0), 1);
		final IntensityMap map = new IntensityMap(0, 510);
		PlaneSource.of(image, new PlaneSource.Buffer()).read(0, 0, 1, 1, lr);
		map.toGreyLevels(lr);
		assertArrayEquals(new float[] { 8, 16, 24 }, lr, 1e-5f);
		PlaneSink.of(image, 1, map).write(plan.windows().get(0), plan, new float[] { 10, 20, 200 });
		assertEquals(0xff1428ff, image.getAt(0, 0).get());
	}

	@Test
	void floatsOutsideTheMapAreNotClipped() {
		final float[] values = { -100, 0, 50, 400 };
		final Img<FloatType> result = upscaler().options(UpscaleOptions.defaults().intensity(Intensity.parse("0,50"))).upscale(ArrayImgs
			.floats(values, 4, 1));
		assertEquals(-100, result.getAt(0, 0).get(), 1e-3);
		assertEquals(400, result.getAt(11, 0).get(), 1e-3);
	}

	@Test
	void integersAreRoundedAndClipped() {
		final Img<UnsignedByteType> image = ArrayImgs.unsignedBytes(new byte[] { 0, (byte) 255 }, 2, 1);
		final PlaneSink sink = PlaneSink.of(image, 1, IntensityMap.IDENTITY);
		final WindowPlan plan = WindowPlan.ofCore(TestAreas.whole(2, 1, 0), 9);
		sink.write(plan.windows().get(0), plan, new float[] { 7.5f, 290 });
		assertEquals(8, image.getAt(0, 0).get());
		assertEquals(255, image.getAt(1, 0).get());
	}

	@Test
	void aConstantImageStaysConstant() {
		final Img<UnsignedShortType> image = TestImages.random(new UnsignedShortType(), 1, 777, 777, 9, 9);
		for (final UnsignedShortType pixel : upscaler().upscale(image))
			assertEquals(777, pixel.get());
	}

	@Test
	void viewsThatBeginElsewhere() {
		final Img<UnsignedByteType> image = TestImages.random(new UnsignedByteType(), 1, 0, 255, 40, 30);
		final RandomAccessibleInterval<UnsignedByteType> part = Views.interval(image, new long[] { 11, 7 }, new long[] { 29, 24 });
		assertArrayEquals(TestImages.values(upscaler().upscale(Views.zeroMin(part))), TestImages.values(upscaler().upscale(part)));
	}

	@Test
	void allWindowsHaveOneShape() {
		final Upscaled<UnsignedByteType> result = tiled(upscaler(), 7).run(TestImages.random(new UnsignedByteType(), 1, 0, 255, 60, 50));
		assertEquals(1, engine.runs().stream().distinct().count());
		assertEquals(engine.runs().size() + " of " + engine.runs().get(0).width() + " x " + engine.runs().get(0).height(), result
			.facts().get("windows"));
	}

	@Test
	void whereTheEnginesMemoryIsFullSmallerWindowsGoOn() {
		final FakeEngine small = new FakeEngine(600);
		final Img<UnsignedByteType> image = TestImages.random(new UnsignedByteType(), 1, 0, 255, 90, 70);
		final Upscaler upscaler = tiled(Upscaler.of(model).engine(small), 40);
		assertArrayEquals(TestImages.values(upscaler().upscale(image)), TestImages.values(upscaler.upscale(image)));
		assertTrue(small.runs().stream().distinct().count() > 1);
		assertEquals(0, small.open());
	}

	@Test
	void windowsFitIntoTheMemoryOfAGpu() {
		final long pixels = 3000;
		final FakeEngine gpu = new FakeEngine();
		gpu.withGpu((long) (gpu.memory(model.network(), pixels) / 0.6) + 1);
		final Img<UnsignedByteType> image = TestImages.random(new UnsignedByteType(), 1, 0, 255, 90, 70);
		assertArrayEquals(TestImages.values(upscaler().upscale(image)), TestImages.values(Upscaler.of(model).engine(gpu).upscale(
			image)));
		assertTrue(gpu.runs().size() > 1);
		assertTrue(gpu.runs().stream().allMatch(window -> window.height() * window.width() <= pixels), gpu.runs().toString());
	}

	@Test
	void theDeviceThatComputedIsSaid() {
		final Img<UnsignedByteType> image = TestImages.random(new UnsignedByteType(), 1, 0, 255, 9, 7);
		assertEquals("GPU 0 (fake), Fake 2.18.0", Upscaler.of(model).engine(new FakeEngine().withGpu(1 << 30)).run(image).facts().get(
			"device"));
	}

	/** Less is free than the engine said: another program has taken it. */
	@Test
	void whereAGpuHasLessThanItSaysSmallerAutomaticWindowsGoOn() {
		final FakeEngine gpu = new FakeEngine(2000).withGpu(1 << 30);
		final Img<UnsignedByteType> image = TestImages.random(new UnsignedByteType(), 1, 0, 255, 90, 70);
		assertArrayEquals(TestImages.values(upscaler().upscale(image)), TestImages.values(Upscaler.of(model).engine(gpu).upscale(
			image)));
		assertTrue(gpu.runs().stream().distinct().count() > 1);
		assertEquals(0, gpu.open());
	}

	@Test
	void anEngineIsAskedForOnlyWhereOneIsNeeded() {
		final Img<UnsignedByteType> image = TestImages.random(new UnsignedByteType(), 1, 0, 255, 9, 7);
		final int[] asked = new int[1];
		Upscaler.of(Baseline.named("nearest-x2").orElseThrow()).engine(() -> {
			asked[0]++;
			return engine;
		}).upscale(image);
		assertEquals(0, asked[0]);
	}

	@Test
	void finishedWindowsAreKept() {
		final int[] allowed = { 3 };
		final FakeEngine tired = new FakeEngine(pixels -> pixels < 500 || allowed[0]-- > 0);
		final Img<UnsignedByteType> image = TestImages.random(new UnsignedByteType(), 1, 0, 255, 100, 40);
		final List<Long> progress = new ArrayList<>();
		final Img<UnsignedByteType> result = tiled(Upscaler.of(model).engine(tired), 20).progress((task, done, total) -> progress.add(
			done)).upscale(image);
		assertArrayEquals(TestImages.values(upscaler().upscale(image)), TestImages.values(result));
		assertEquals(progress.stream().sorted().toList(), progress, "progress never goes back");
	}

	@Test
	void noWindowFitsTheEngine() {
		final Upscaler upscaler = Upscaler.of(model).engine(new FakeEngine(10));
		final Img<UnsignedByteType> image = TestImages.random(new UnsignedByteType(), 1, 0, 255, 90, 70);
		assertThrows(EngineMemoryException.class, () -> upscaler.upscale(image));
	}

	@Test
	void cancelledBetweenWindows() {
		final int[] updates = new int[1];
		final Progress impatient = new Progress() {

			@Override
			public void update(final String task, final long done, final long total) {
				updates[0]++;
			}

			@Override
			public boolean isCancelled() {
				return updates[0] > 3;
			}
		};
		final Img<UnsignedByteType> image = TestImages.random(new UnsignedByteType(), 1, 0, 255, 100, 100);
		assertThrows(CancellationException.class, () -> tiled(upscaler(), 5).progress(impatient).upscale(image));
		assertEquals(3, engine.runs().size());
		assertEquals(0, engine.open());
	}

	@Test
	void anInterruptedThreadStops() {
		Thread.currentThread().interrupt();
		try {
			assertThrows(CancellationException.class, () -> upscaler().upscale(ArrayImgs.unsignedBytes(10, 10)));
		}
		finally {
			assertTrue(Thread.interrupted());
		}
	}

	@Test
	void stacksAndEmptyPlanesAreRefused() {
		final String stack = assertThrows(IllegalArgumentException.class, () -> upscaler().upscale(ArrayImgs.unsignedBytes(4, 4, 4)))
			.getMessage();
		assertTrue(stack.contains("3 dimensions"), stack);
		assertFalse(engine.runs().size() > 0);
	}

	@Test
	void aMoreThanIntSizedPlaneIsAddressedByLongs() {
		final Axis.Span last = Axis.cover(700_000_000, 1000, 36, 699_999_000, 700_000_000).get(1);
		assertEquals(700_000_000, last.coreEnd());
	}

	private Upscaler upscaler() {
		return Upscaler.of(model).engine(engine);
	}

	private static Upscaler tiled(final Upscaler upscaler, final int tileSize) {
		return upscaler.options(UpscaleOptions.defaults().tileSize(new TileSize(tileSize)));
	}

	private <T extends RealType<T> & NativeType<T> & NumericType<T>> void assertRepeated(final Img<T> image, final double tolerance) {
		final Img<T> result = tiled(upscaler(), 6).upscale(image);
		assertEquals(image.dimension(0) * SCALE, result.dimension(0));
		final var from = image.randomAccess();
		for (final var to = result.localizingCursor(); to.hasNext();) {
			to.fwd();
			from.setPosition(new long[] { to.getLongPosition(0) / SCALE, to.getLongPosition(1) / SCALE });
			assertEquals(from.get().getRealDouble(), to.get().getRealDouble(), tolerance);
		}
	}
}
