package sc.fiji.superres.upscale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;

import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.superres.FakeEngine;
import sc.fiji.superres.TestImages;
import sc.fiji.superres.TestNetworks;
import sc.fiji.superres.engine.Progress;
import sc.fiji.superres.model.Model;
import sc.fiji.superres.network.Edsr;

/** However a run ends, its error comes out as it is, and nothing of it goes on. */
class EndOfARunTest {

	private static final int PLANES = 10;
	private static final Interval SIZE = new FinalInterval(20, 20);

	private final Model model = TestNetworks.model(new Edsr(2, 1, 2, 1).network(), 1);
	private final FakeEngine engine = new FakeEngine();
	private final List<Integer> delivered = Collections.synchronizedList(new ArrayList<>());

	@AfterEach
	void nothingGoesOn() throws InterruptedException {
		assertEquals(0, engine.open());
		for (final Thread thread : Thread.getAllStackTraces().keySet())
			if (thread.getName().equals("super-resolution transport")) {
				thread.join(10_000); // it has nothing to do any more
				assertFalse(thread.isAlive());
			}
		assertEquals(new ArrayList<>(delivered).stream().sorted().toList(), delivered);
	}

	@ParameterizedTest
	@CsvSource({ "0, 7", "4, 7", "9, 7", "0, 100", "4, 100", "9, 100" })
	void aPlaneThatCannotBeRead(final int bad, final int tileSize) {
		final IOException error = new IOException("The file has gone.");
		assertSame(error, assertThrows(IOException.class, () -> run(upscaler(tileSize), new TestSeries<>(PLANES, plane -> {
			if (plane == bad) throw error;
			return series(index -> {}).plane(plane);
		}))));
		assertTrue(delivered.size() <= bad, delivered.toString());
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 4, 9 })
	void aPlaneThatEndsWithARuntimeException(final int bad) {
		final IllegalStateException error = new IllegalStateException("closed");
		assertSame(error, assertThrows(IllegalStateException.class, () -> run(upscaler(100), series(plane -> {
			if (plane == bad) throw error;
		}))));
	}

	@ParameterizedTest
	@CsvSource({ "0, 7", "4, 7", "9, 7", "0, 100", "4, 100", "9, 100" })
	void aResultThatCannotBeKept(final int bad, final int tileSize) {
		final IOException error = new IOException("The disk is full.");
		assertSame(error, assertThrows(IOException.class, () -> upscaler(tileSize).run(series(plane -> {}), SIZE, (plane,
			hr) -> {
			if (plane == bad) throw error;
			delivered.add(plane);
		})));
		assertEquals(bad, delivered.size());
	}

	@Test
	void aStatisticsPassThatFails() {
		final IllegalStateException error = new IllegalStateException("closed");
		final TestSeries<FloatType> series = new TestSeries<>(PLANES, plane -> {
			if (plane == 3) throw error;
			return TestImages.random(new FloatType(), plane, 0, 1, 20, 20);
		});
		assertSame(error, assertThrows(IllegalStateException.class, () -> upscaler(100).run(series, SIZE, (plane, hr) -> {})));
		assertEquals(List.of(0, 1, 2, 3), series.asked());
	}

	@ParameterizedTest
	@CsvSource({ "1, 7", "5, 7", "20, 7", "1, 100", "5, 100" })
	void cancelled(final int windows, final int tileSize) {
		final Cancel cancel = new Cancel(windows + 1); // the first update tells that the network is prepared
		assertCancelled(() -> run(upscaler(tileSize).progress(cancel), series(plane -> {})));
		assertEquals(windows, engine.runs().size());
	}

	@Test
	void cancelledWhileIntensitiesAreMeasured() {
		final TestSeries<FloatType> series = new TestSeries<>(PLANES, plane -> TestImages.random(new FloatType(), plane, 0, 1, 20, 20));
		assertCancelled(() -> upscaler(100).progress(new Cancel(4)).run(series, SIZE, (plane, hr) -> {}));
		assertEquals(List.of(0, 1, 2, 3), series.asked());
		assertEquals(List.of(), engine.runs());
	}

	/** A plane that is being read is read to its end, but not looked at, and its result is not delivered. */
	@Test
	void interruptedWhileAPlaneIsRead() throws InterruptedException {
		final CountDownLatch reading = new CountDownLatch(1);
		final CountDownLatch goOn = new CountDownLatch(1);
		final List<Throwable> ends = Collections.synchronizedList(new ArrayList<>());
		final Thread thread = new Thread(() -> {
			try {
				run(upscaler(100), series(plane -> {
					if (plane < 5) return;
					reading.countDown();
					awaitUninterrupted(goOn);
				}));
			}
			catch (final Throwable e) {
				ends.add(e);
				if (!Thread.currentThread().isInterrupted()) ends.add(new AssertionError("The interrupt is forgotten."));
			}
		});
		thread.start();
		reading.await();
		thread.interrupt();
		goOn.countDown();
		thread.join();
		assertEquals(1, ends.size(), ends.toString());
		assertTrue(ends.get(0) instanceof CancellationException, ends.toString());
		assertTrue(delivered.size() <= 5, delivered.toString());
	}

	private static void awaitUninterrupted(final CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (final InterruptedException e) {
			throw new AssertionError("A file of the user's would be closed by that.", e);
		}
	}

	/** What has begun when the network fails, here the delivery of a plane, comes to its end; what has not does not begin. */
	@Test
	void theEngineFails() throws InterruptedException {
		final CountDownLatch delivering = new CountDownLatch(1);
		final CountDownLatch goOn = new CountDownLatch(1);
		final IllegalStateException error = new IllegalStateException("broken");
		final int[] windows = new int[1];
		final FakeEngine broken = new FakeEngine(pixels -> {
			if (++windows[0] == 1) return true;
			awaitUninterrupted(delivering);
			throw error;
		});
		final TestSeries<UnsignedByteType> series = series(plane -> {});
		final List<Throwable> ends = Collections.synchronizedList(new ArrayList<>());
		final Thread thread = new Thread(() -> ends.add(assertThrows(IllegalStateException.class, () -> upscaler(100).engine(broken)
			.run(series, SIZE, (plane, hr) -> {
				delivering.countDown();
				awaitUninterrupted(goOn);
				delivered.add(plane);
			}))));
		thread.start();
		while (thread.isAlive() && Arrays.stream(thread.getStackTrace()).noneMatch(frame -> frame.getMethodName().equals(
			"awaitTermination")))
			Thread.onSpinWait();
		goOn.countDown();
		thread.join();
		assertEquals(List.of(error), ends);
		assertEquals(List.of(0), delivered);
		assertEquals(List.of(0, 1), series.asked());
		assertEquals(0, broken.open());
	}

	/** That the engine's memory is full does not hide that a plane cannot be read. */
	@Test
	void aPlaneThatCannotBeReadWhileTheEnginesMemoryIsFull() {
		final FakeEngine small = new FakeEngine(pixels -> pixels < 400);
		final IOException error = new IOException("The file has gone.");
		final boolean[] failed = new boolean[1];
		final TestSeries<UnsignedByteType> series = new TestSeries<>(PLANES, plane -> {
			if (plane == 1 && !failed[0]) {
				failed[0] = true;
				throw error;
			}
			return series(index -> {}).plane(plane);
		});
		assertSame(error, assertThrows(IOException.class, () -> run(upscaler(100).engine(small), series)));
		assertEquals(List.of(0, 1), series.asked());
		assertEquals(0, small.open());
	}

	/** Says after so many updates that the user has cancelled. */
	private static final class Cancel implements Progress {

		private int left;

		Cancel(final int updates) {
			left = updates;
		}

		@Override
		public synchronized void update(final String task, final long done, final long total) {
			left--;
		}

		@Override
		public synchronized boolean isCancelled() {
			return left <= 0;
		}
	}

	/** @param before called with each plane before it is made */
	private static TestSeries<UnsignedByteType> series(final IntConsumer before) {
		return new TestSeries<>(PLANES, plane -> {
			before.accept(plane);
			return TestImages.random(new UnsignedByteType(), plane, 0, 255, 20, 20);
		});
	}

	private void run(final Upscaler upscaler, final PlaneSeries<UnsignedByteType> series) throws IOException {
		upscaler.run(series, SIZE, (plane, hr) -> delivered.add(plane));
	}

	private static void assertCancelled(final Executable code) {
		assertThrows(CancellationException.class, code);
	}

	private Upscaler upscaler(final int tileSize) {
		return Upscaler.of(model).engine(engine).options(UpscaleOptions.defaults().tileSize(new TileSize(tileSize)));
	}
}
