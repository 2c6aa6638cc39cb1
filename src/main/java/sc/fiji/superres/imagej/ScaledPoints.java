package sc.fiji.superres.imagej;

import java.util.Arrays;

import ij.gui.PointRoi;
import ij.process.FloatPolygon;
import net.imglib2.Interval;

/**
 * Moves points with the enlarged image. Each may lie on a plane of its own and belong to a counter.
 */
final class ScaledPoints {

	/** ImageJ keeps the counter of a point in the lower bits of a number, its plane in the upper ones. */
	private static final int COUNTER_BITS = 8;

	private final PlaneSelection selection;
	private final Interval region;
	private final int scale;

	ScaledPoints(final PlaneSelection selection, final Interval region, final int scale) {
		this.selection = selection;
		this.region = region;
		this.scale = scale;
	}

	/**
	 * The points on planes that were chosen; null if there are none.
	 *
	 * @param crop whether those outside the region are left out
	 */
	PointRoi of(final PointRoi points, final boolean crop) {
		final FloatPolygon old = points.getFloatPolygon();
		final int[] marks = points.getCounters();
		final float[] xs = new float[old.npoints];
		final float[] ys = new float[old.npoints];
		final int[] newMarks = new int[old.npoints];
		int count = 0;
		for (int i = 0; i < old.npoints; i++) {
			final double x = old.xpoints[i] - region.min(0);
			final double y = old.ypoints[i] - region.min(1);
			final int plane = marks == null ? 0 : marks[i] >> COUNTER_BITS;
			final int place = plane == 0 ? 0 : selection.place(plane) + 1;
			final boolean outside = x < 0 || y < 0 || x >= region.dimension(0) || y >= region.dimension(1);
			if (crop && outside || plane > 0 && place == 0) continue;
			xs[count] = (float) (x * scale);
			ys[count] = (float) (y * scale);
			newMarks[count++] = place << COUNTER_BITS | (marks == null ? 0 : marks[i] & (1 << COUNTER_BITS) - 1);
		}
		return count == 0 ? null : copy(points, new PointRoi(xs, ys, count), Arrays.copyOf(newMarks, count));
	}

	private static PointRoi copy(final PointRoi from, final PointRoi to, final int[] marks) {
		to.copyAttributes(from);
		to.setPointType(from.getPointType());
		to.setSize(from.getSize());
		to.setShowLabels(from.getShowLabels());
		if (Arrays.stream(marks).anyMatch(mark -> mark != 0)) to.setCounters(marks);
		return to;
	}
}
