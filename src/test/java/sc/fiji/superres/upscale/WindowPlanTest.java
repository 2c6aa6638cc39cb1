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
			final WindowPlan plan = WindowPlan.ofCore(1 + random.nextInt(70), 1 + random.nextInt(70), 1 + random.nextInt(40), halo);
			final int[][] covered = new int[plan.imageHeight()][plan.imageWidth()];
			for (final Window window : plan.windows()) {
				assertHalo(window.x(), plan.width(), plan.imageWidth(), halo);
				assertHalo(window.y(), plan.height(), plan.imageHeight(), halo);
				mark(covered, window);
			}
			assertAllOnce(covered, plan.toString());
			assertEquals(plan.windows().size(), plan.count());
		}
	}

	@Test
	void smallerWindowsCoverWhatWasLeft() {
		final WindowPlan plan = WindowPlan.ofCore(100, 80, 30, 5);
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
		WindowPlan plan = WindowPlan.ofCore(1000, 1000, 64, 3);
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
		final WindowPlan plan = WindowPlan.ofCore(50, 20, 512, 36);
		assertEquals(List.of(new Window(new Axis.Span(0, 0, 50), new Axis.Span(0, 0, 20))), plan.windows());
		assertEquals(1000, plan.pixels());
	}

	@Test
	void automaticWindowsStayWithinTheLimitAndWasteLittle() {
		final Random random = new Random(2);
		for (int i = 0; i < 300; i++) {
			final int halo = random.nextInt(37);
			final long limit = (2 * halo + 1) * (2 * halo + 1) + random.nextInt(300_000);
			final WindowPlan plan = WindowPlan.ofPixels(1 + random.nextInt(3000), 1 + random.nextInt(3000), limit, halo);
			assertTrue(plan.pixels() <= limit, plan + " " + limit);
			final int square = (int) Math.sqrt(limit) - 2 * halo;
			assertTrue(plan.computedPixels() <= WindowPlan.ofCore(plan.imageWidth(), plan.imageHeight(), square, halo)
				.computedPixels(), plan + " is worse than squares of " + square);
		}
	}

	@Test
	void noWindowIsSmallEnough() {
		assertNull(WindowPlan.ofPixels(1000, 1000, 72 * 73, 36));
	}

	@Test
	void aTileOfOnePixelIsLegal() {
		assertEquals(4 * 4, WindowPlan.ofCore(10, 10, 1, 3).count());
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
