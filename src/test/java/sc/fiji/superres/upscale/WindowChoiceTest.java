package sc.fiji.superres.upscale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import sc.fiji.superres.engine.Placement;

class WindowChoiceTest {

	private static final long MB = 1_000_000;

	@Test
	void automaticWindowsTakeAShareOfWhatIsFree() {
		final WindowPlan plan = choice(5000, 5000, 500 * MB).choose(TileSize.AUTO);
		assertTrue(memory(plan.pixels()) <= 300 * MB, plan.toString());
		assertTrue(memory(plan.pixels()) > 250 * MB, plan.toString());
	}

	@Test
	void automaticWindowsLeaveRoomHoweverMuchIsFree() {
		final WindowPlan plan = choice(50_000, 50_000, 100_000 * MB).choose(TileSize.AUTO);
		assertTrue(memory(plan.pixels()) <= 2000 * MB, plan.toString());
	}

	@Test
	void settledWindowsDoNotDependOnWhatIsFree() {
		final TileSize settled = TileSize.within(400 * MB);
		final WindowPlan plan = choice(5000, 5000, 500 * MB).choose(settled);
		assertEquals(plan, choice(5000, 5000, 9000 * MB).choose(settled));
		assertTrue(memory(plan.pixels()) <= 400 * MB, plan.toString());
		final String message = assertThrows(IllegalArgumentException.class, () -> choice(5000, 5000, 300 * MB).choose(settled))
			.getMessage();
		assertTrue(message.contains("only 270 MB may be taken here"), message);
	}

	@Test
	void theUsersTileSizeIsKept() {
		final WindowPlan plan = choice(5000, 5000, 10_000 * MB).choose(TileSize.parse("100"));
		assertEquals(172, plan.width());
		assertEquals(172, plan.height());
	}

	@Test
	void aTileThatDoesNotFitIsRefusedWithOneThatDoes() {
		final WindowChoice choice = choice(9000, 9000, 1000 * MB);
		final String message = assertThrows(IllegalArgumentException.class, () -> choice.choose(TileSize.parse("8000"))).getMessage();
		final String largest = message.replaceFirst(".*at most (\\d+), or auto\\.", "$1");
		assertTrue(memory(choice.choose(TileSize.parse(largest)).pixels()) <= 900 * MB, message);
	}

	@Test
	void tooLittleForAnyWindowIsRefused() {
		final String message = assertThrows(IllegalArgumentException.class, () -> choice(9000, 9000, 20 * MB).choose(TileSize.AUTO))
			.getMessage();
		assertTrue(message.contains("MB may be taken"), message);
	}

	@Test
	void onAGpuAutomaticWindowsMayBeLarger() {
		final WindowPlan plan = onGpu(50_000, 50_000, 100_000 * MB).choose(TileSize.AUTO);
		assertTrue(memory(plan.pixels()) <= 8000 * MB, plan.toString());
		assertTrue(memory(plan.pixels()) > 7000 * MB, plan.toString());
	}

	@Test
	void onASmallGpuTheyAreSmall() {
		final WindowPlan plan = onGpu(5000, 5000, 500 * MB).choose(TileSize.AUTO);
		assertEquals(choice(5000, 5000, 500 * MB).choose(TileSize.AUTO), plan);
		final String message = assertThrows(IllegalArgumentException.class, () -> onGpu(9000, 9000, 500 * MB).choose(TileSize.parse(
			"4000"))).getMessage();
		assertTrue(message.contains("MB of GPU memory, but only 450 MB may be taken"), message);
	}

	@Test
	void whatIsSettledForAllDependsOnTheDevice() {
		assertEquals(600 * MB, TileSize.automaticBytes(new Placement(0, "GPU 0", 1000 * MB)));
		assertEquals(8000 * MB, TileSize.automaticBytes(new Placement(0, "GPU 0", 80_000 * MB)));
		assertTrue(TileSize.automaticBytes(Placement.CPU) <= 2000 * MB);
	}

	private static WindowChoice onGpu(final int width, final int height, final long available) {
		return new WindowChoice(TestAreas.whole(width, height, 36), WindowChoiceTest::memory, available, true);
	}

	private static WindowChoice choice(final int width, final int height, final long available) {
		return new WindowChoice(TestAreas.whole(width, height, 36), WindowChoiceTest::memory, available, false);
	}

	private static long memory(final long pixels) {
		return 10 * MB + 4096 * pixels;
	}
}
