package sc.fiji.superres.upscale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

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
			assertTrue(plan.computedPixels() <= WindowPlan.ofCore(area, square).computedPixels(), plan + " is worse than squares of " + square);
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
