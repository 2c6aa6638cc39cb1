package sc.fiji.superres.upscale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.Point;
import net.imglib2.util.Intervals;

import org.junit.jupiter.api.Test;

class WindowPlanTest {

	@Test
	void coresCoverEveryPixelOnceAndKeepTheirHalo() {
		final Random random = new Random(1);
		for (int i = 0; i < 500; i++) {
			final int halo = random.nextInt(12);
			final Area area = TestAreas.whole(1 + random.nextInt(70), 1 + random.nextInt(70), halo);
			final WindowPlan plan = WindowPlan.ofCore(area, 1 + random.nextInt(40));
			final int[][] covered = new int[area.height()][area.width()];
			for (final Window window : plan.windows()) {
				assertHalo(window.x(), plan.width(), area.width(), halo);
				assertHalo(window.y(), plan.height(), area.height(), halo);
				mark(covered, window);
			}
			assertAllOnce(covered, plan.toString());
			assertEquals(plan.windows().size(), plan.count());
		}
	}

	/** The cores cover the region and no more; sides of a window that are not sides of the plane are a halo away. */
	@Test
	void coresCoverRegions() {
		final Random random = new Random(3);
		for (int i = 0; i < 500; i++) {
			final int width = 1 + random.nextInt(70), height = 1 + random.nextInt(70), halo = random.nextInt(12);
			final int left = random.nextInt(width), top = random.nextInt(height);
			final Interval region = Intervals.createMinSize(left, top, 1 + random.nextInt(width - left), 1 + random.nextInt(height -
				top));
			final Area area = Area.of(new FinalInterval(width, height), region, 1, halo);
			final WindowPlan plan = WindowPlan.ofCore(area, 1 + random.nextInt(40));
			final int[][] covered = new int[height][width];
			final int x0 = (int) area.read().min(0), y0 = (int) area.read().min(1);
			for (final Window window : plan.windows()) {
				final Window onPlane = new Window(moved(window.x(), x0), moved(window.y(), y0));
				assertHalo(onPlane.x(), plan.width(), width, halo);
				assertHalo(onPlane.y(), plan.height(), height, halo);
				mark(covered, onPlane);
			}
			for (int y = 0; y < height; y++)
				for (int x = 0; x < width; x++)
					assertEquals(Intervals.contains(region, new Point(x, y)) ? 1 : 0, covered[y][x], plan.toString());
			assertEquals(plan.windows().size(), plan.count());
		}
	}

	private static Axis.Span moved(final Axis.Span span, final int by) {
		return new Axis.Span(span.start() + by, span.coreStart() + by, span.coreEnd() + by);
	}

	@Test
	void smallerWindowsCoverWhatWasLeft() {
		final WindowPlan plan = WindowPlan.ofCore(TestAreas.whole(100, 80, 5), 30);
		final List<Window> windows = plan.windows();
		final int[][] covered = new int[80][100];
		windows.subList(0, 4).forEach(window -> mark(covered, window));
		final WindowPlan smaller = plan.smaller();
		assertTrue(smaller.pixels() < plan.pixels());
		windows.subList(4, windows.size()).forEach(window -> smaller.cover(window).forEach(part -> mark(covered, part)));
		assertAllOnce(covered, smaller.toString());
	}

	@Test
	void halvingEndsAtACoreOfOnePixel() {
		WindowPlan plan = WindowPlan.ofCore(TestAreas.whole(1000, 1000, 3), 64);
		int halvings = 0;
		while (plan.smaller() != null) {
			plan = plan.smaller();
			halvings++;
		}
		assertEquals(6, halvings);
		assertEquals(7, plan.width());
	}

	@Test
	void anImageSmallerThanTheWindowIsOneWindow() {
		final WindowPlan plan = WindowPlan.ofCore(TestAreas.whole(50, 20, 36), 512);
		assertEquals(List.of(new Window(new Axis.Span(0, 0, 50), new Axis.Span(0, 0, 20))), plan.windows());
		assertEquals(1000, plan.pixels());
	}

	@Test
	void automaticWindowsStayWithinTheLimitAndWasteLittle() {
		final Random random = new Random(2);
		for (int i = 0; i < 300; i++) {
			final int halo = random.nextInt(37);
			final long limit = (2 * halo + 1) * (2 * halo + 1) + random.nextInt(300_000);
			final Area area = TestAreas.whole(1 + random.nextInt(3000), 1 + random.nextInt(3000), halo);
			final WindowPlan plan = WindowPlan.ofPixels(area, limit);
			assertTrue(plan.pixels() <= limit, plan + " " + limit);
			final int square = (int) Math.sqrt(limit) - 2 * halo;
			assertTrue(plan.computedPixels() <= WindowPlan.ofCore(area, square).computedPixels(), plan + " is worse than " +
				"squares of " + square);
		}
	}

	@Test
	void noWindowIsSmallEnough() {
		assertNull(WindowPlan.ofPixels(TestAreas.whole(1000, 1000, 36), 72 * 73));
	}

	@Test
	void aTileOfOnePixelIsLegal() {
		assertEquals(4 * 4, WindowPlan.ofCore(TestAreas.whole(10, 10, 3), 1).count());
	}

	private static void assertHalo(final Axis.Span span, final int window, final int length, final int halo) {
		assertTrue(span.start() >= 0 && span.start() + window <= length, span.toString());
		assertTrue(span.start() == 0 || span.coreStart() - span.start() >= halo, span.toString());
		assertTrue(span.start() + window == length || span.start() + window - span.coreEnd() >= halo, span.toString());
	}

	private static void mark(final int[][] covered, final Window window) {
		for (int y = window.y().coreStart(); y < window.y().coreEnd(); y++)
			for (int x = window.x().coreStart(); x < window.x().coreEnd(); x++)
				covered[y][x]++;
	}

	private static void assertAllOnce(final int[][] covered, final String message) {
		for (final int[] row : covered)
			for (final int times : row)
				assertEquals(1, times, message);
	}
}
