package sc.fiji.superres.imagej;

import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.plugin.RoiScaler;

/**
 * An overlay enlarged with its image. Rectangles and ovals stay such; ImageJ's own scaling makes polygons of them.
 */
final class ScaledOverlay {

	private ScaledOverlay() {}

	static Overlay of(final Overlay overlay, final int scale) {
		final Overlay scaled = overlay.create();
		for (final Roi roi : overlay) {
			final Roi large = enlarge(roi, scale);
			large.setPosition(roi.getPosition());
			scaled.add(large);
		}
		return scaled;
	}

	private static Roi enlarge(final Roi roi, final int scale) {
		final boolean oval = roi.getClass() == OvalRoi.class;
		if (!oval && roi.getClass() != Roi.class) return RoiScaler.scale(roi, scale, scale, false);
		final double x = roi.getXBase() * scale;
		final double y = roi.getYBase() * scale;
		final double width = roi.getFloatWidth() * scale;
		final double height = roi.getFloatHeight() * scale;
		final Roi large = oval ? new OvalRoi(x, y, width, height) : new Roi(x, y, width, height);
		large.copyAttributes(roi);
		if (!oval) large.setCornerDiameter(roi.getCornerDiameter() * scale);
		if (roi.getStrokeWidth() != 0) large.setStrokeWidth(roi.getStrokeWidth() * scale);
		return large;
	}
}
