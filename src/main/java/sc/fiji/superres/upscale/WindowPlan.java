package sc.fiji.superres.upscale;

import java.util.AbstractList;
import java.util.List;

/**
 * The size that all windows of a run have, for planes of which a given area is read.
 *
 * @param area what they read and what their cores cover
 * @param width of a window in LR pixels, at most that of the area
 * @param height of a window in LR pixels, at most that of the area
 */
record WindowPlan(Area area, int width, int height) {

	/** Windows with a core of {@code core} × {@code core} LR pixels, or as large as the area. */
	static WindowPlan ofCore(final Area area, final int core) {
		final long side = core + 2L * area.halo();
		return new WindowPlan(area, (int) Math.min(area.width(), side), (int) Math.min(area.height(), side));
	}

	/**
	 * The plan that computes the fewest pixels with windows of no more than {@code maxPixels}; null where not even windows
	 * with a core of one pixel are that small.
	 */
	static WindowPlan ofPixels(final Area area, final long maxPixels) {
		WindowPlan best = null;
		for (int columns = 1, previous = 0; columns <= area.width(); columns++) {
			final int width = Axis.windowFor(area.width(), columns, area.halo());
			if (width == previous) continue;
			previous = width;
			final int height = tallest(area.height(), maxPixels / width, area.halo());
			if (height == 0) continue;
			final WindowPlan plan = new WindowPlan(area, width, height);
			if (best == null || plan.computedPixels() < best.computedPixels()) best = plan;
		}
		return best;
	}

	/** Height of windows that need the fewest rows; 0 where none is legal within the limit. */
	private static int tallest(final int areaHeight, final long limit, final int halo) {
		if (limit >= areaHeight) return areaHeight;
		final long core = limit - 2L * halo;
		if (core < 1) return 0;
		final int rows = (int) Math.max(1, (areaHeight - 2L * halo + core - 1) / core);
		return Axis.windowFor(areaHeight, rows, halo);
	}

	/** The plan with windows of half the core, for a memory that was smaller than thought; null if there is none. */
	WindowPlan smaller() {
		final int coreWidth = width - 2 * area.halo();
		final int coreHeight = height - 2 * area.halo();
		final int core = Math.max(coreWidth, coreHeight) / 2;
		if (core < 1) return null;
		final WindowPlan half = ofCore(area, core);
		return half.pixels() < pixels() ? half : null;
	}

	/** LR pixels of a window. */
	long pixels() {
		return (long) width * height;
	}

	/** LR pixels of all windows of a plane. */
	long computedPixels() {
		return pixels() * count();
	}

	/** Number of windows of a plane. */
	long count() {
		return Axis.count(area.width(), width, area.halo()) * Axis.count(area.height(), height, area.halo());
	}

	/** The windows whose cores cover the region, row by row. */
	List<Window> windows() {
		return cover(area.left(), area.top(), area.left() + (int) area.region().dimension(0), area.top() + (int) area.region()
			.dimension(1));
	}

	/** The windows whose cores cover the core of another, larger window. */
	List<Window> cover(final Window larger) {
		return cover(larger.x().coreStart(), larger.y().coreStart(), larger.x().coreEnd(), larger.y().coreEnd());
	}

	/** Made when they are asked for: a large plane has millions of small windows. */
	private List<Window> cover(final int left, final int top, final int right, final int bottom) {
		final List<Axis.Span> columns = Axis.cover(area.width(), width, area.halo(), left, right);
		final List<Axis.Span> rows = Axis.cover(area.height(), height, area.halo(), top, bottom);
		return new AbstractList<>() {

			@Override
			public Window get(final int index) {
				return new Window(columns.get(index % columns.size()), rows.get(index / columns.size()));
			}

			@Override
			public int size() {
				return Math.multiplyExact(columns.size(), rows.size());
			}
		};
	}
}
