package sc.fiji.superres.upscale;

import java.util.ArrayList;
import java.util.List;

/**
 * The size that all windows of a run have, for a plane of a given size.
 *
 * @param imageWidth of the plane in LR pixels
 * @param imageHeight of the plane in LR pixels
 * @param width of a window in LR pixels, at most that of the plane
 * @param height of a window in LR pixels, at most that of the plane
 * @param halo LR pixels between the core of a window and its sides inside the plane
 */
record WindowPlan(int imageWidth, int imageHeight, int width, int height, int halo) {

	/** Windows with a core of {@code core} × {@code core} LR pixels, or as large as the plane. */
	static WindowPlan ofCore(final int imageWidth, final int imageHeight, final int core, final int halo) {
		final long side = core + 2L * halo;
		return new WindowPlan(imageWidth, imageHeight, (int) Math.min(imageWidth, side), (int) Math.min(imageHeight, side), halo);
	}

	/**
	 * The plan that computes the fewest pixels with windows of no more than {@code maxPixels}; null where not even windows
	 * with a core of one pixel are that small.
	 */
	static WindowPlan ofPixels(final int imageWidth, final int imageHeight, final long maxPixels, final int halo) {
		WindowPlan best = null;
		for (int columns = 1, previous = 0; columns <= imageWidth; columns++) {
			final int width = Axis.windowFor(imageWidth, columns, halo);
			if (width == previous) continue;
			previous = width;
			final int height = tallest(imageHeight, maxPixels / width, halo);
			if (height == 0) continue;
			final WindowPlan plan = new WindowPlan(imageWidth, imageHeight, width, height, halo);
			if (best == null || plan.computedPixels() < best.computedPixels()) best = plan;
		}
		return best;
	}

	/** Height of windows that need the fewest rows; 0 where none is legal within the limit. */
	private static int tallest(final int imageHeight, final long limit, final int halo) {
		if (limit >= imageHeight) return imageHeight;
		final long core = limit - 2L * halo;
		if (core < 1) return 0;
		final int rows = (int) Math.max(1, (imageHeight - 2L * halo + core - 1) / core);
		return Axis.windowFor(imageHeight, rows, halo);
	}

	/** The plan with windows of half the core, for a memory that was smaller than thought; null if there is none. */
	WindowPlan smaller() {
		final int coreWidth = width - 2 * halo;
		final int coreHeight = height - 2 * halo;
		final int core = Math.max(coreWidth, coreHeight) / 2;
		if (core < 1) return null;
		final WindowPlan half = ofCore(imageWidth, imageHeight, core, halo);
		return half.pixels() < pixels() ? half : null;
	}

	/** LR pixels of a window. */
	long pixels() {
		return (long) width * height;
	}

	/** LR pixels of all windows of the whole plane. */
	long computedPixels() {
		return pixels() * count();
	}

	/** Number of windows of the whole plane. */
	long count() {
		return Axis.count(imageWidth, width, halo) * Axis.count(imageHeight, height, halo);
	}

	/** The windows of the whole plane, row by row. */
	List<Window> windows() {
		return cover(0, 0, imageWidth, imageHeight);
	}

	/** The windows whose cores cover the core of another, larger window. */
	List<Window> cover(final Window larger) {
		return cover(larger.x().coreStart(), larger.y().coreStart(), larger.x().coreEnd(), larger.y().coreEnd());
	}

	private List<Window> cover(final int left, final int top, final int right, final int bottom) {
		final List<Axis.Span> columns = Axis.cover(imageWidth, width, halo, left, right);
		final List<Window> windows = new ArrayList<>();
		for (final Axis.Span row : Axis.cover(imageHeight, height, halo, top, bottom))
			for (final Axis.Span column : columns)
				windows.add(new Window(column, row));
		return windows;
	}
}
