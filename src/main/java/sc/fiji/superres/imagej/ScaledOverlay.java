package sc.fiji.superres.imagej;

import java.util.List;

import ij.gui.Arrow;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.gui.TextRoi;
import ij.plugin.RoiScaler;
import net.imglib2.Interval;

/**
 * Enlarges an overlay with its image. Items stay on their planes; those of planes that were not chosen, or outside the
 * region, are left out. Rectangles, ovals and points stay such; ImageJ's own scaling makes polygons of ovals and rectangles.
 */
final class ScaledOverlay {

	private final PlaneSelection selection;
	private final Interval region;
	private final int scale;

	ScaledOverlay(final PlaneSelection selection, final Interval region, final int scale) {
		this.selection = selection;
		this.region = region;
		this.scale = scale;
	}

	/** @param crop whether items outside the region are left out; in a whole image they may lie beyond its edge */
	Overlay of(final Overlay overlay, final boolean crop) {
		final Overlay scaled = overlay.create();
		for (final Roi roi : overlay) {
			if (crop && !meetsRegion(roi)) continue;
			final Roi large = roi instanceof PointRoi points ? new ScaledPoints(selection, region, scale).of(points, crop) :
				enlarge(shift(roi));
			if (large != null && place(large, roi)) scaled.add(large);
		}
		return scaled;
	}

	/** As ImageJ crops overlays: whole items, as soon as they touch it. */
	private boolean meetsRegion(final Roi roi) {
		final double x = roi.getXBase() - region.min(0);
		final double y = roi.getYBase() - region.min(1);
		return x < region.dimension(0) && y < region.dimension(1) && x + Math.max(roi.getFloatWidth(), 1) > 0 && y + Math.max(roi
			.getFloatHeight(), 1) > 0;
	}

	private Roi shift(final Roi roi) {
		final Roi shifted = (Roi) roi.clone();
		if (region.min(0) != 0 || region.min(1) != 0) shifted.translate(-region.min(0), -region.min(1));
		return shifted;
	}

	private Roi enlarge(final Roi roi) {
		final boolean oval = roi.getClass() == OvalRoi.class;
		if (!oval && roi.getClass() != Roi.class) return withStyle(RoiScaler.scale(roi, scale, scale, false), roi);
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

	/** What ImageJ's own scaling forgets of texts and arrows. */
	private static Roi withStyle(final Roi large, final Roi roi) {
		if (large instanceof TextRoi text && roi instanceof TextRoi old) {
			text.setAngle(old.getAngle());
			text.setJustification(old.getJustification());
			text.setAntiAlias(old.getAntiAlias());
		}
		if (large instanceof Arrow arrow && roi instanceof Arrow old) {
			arrow.setStyle(old.getStyle());
			arrow.setHeadSize(old.getHeadSize());
			arrow.setDoubleHeaded(old.getDoubleHeaded());
			arrow.setOutline(old.getOutline());
		}
		return large;
	}

	/** Puts an item on the planes of the result where it was in the input; false if none of them was chosen. */
	private boolean place(final Roi large, final Roi roi) {
		if (roi.hasHyperStackPosition()) {
			final int channel = place(selection.channels(), roi.getCPosition());
			final int slice = place(selection.slices(), roi.getZPosition());
			final int frame = place(selection.frames(), roi.getTPosition());
			if (Math.min(channel, Math.min(slice, frame)) < 0) return false;
			// ImageJ knows these positions in hyperstacks only.
			if (selection.channels().size() == 1 && selection.frames().size() == 1) large.setPosition(slice);
			else if (selection.channels().size() == 1 && selection.slices().size() == 1) large.setPosition(frame);
			else large.setPosition(channel, slice, frame);
		}
		else if (!(roi instanceof PointRoi)) {
			if (roi.getPosition() > 0 && selection.place(roi.getPosition()) < 0) return false;
			large.setPosition(roi.getPosition() > 0 ? selection.place(roi.getPosition()) + 1 : 0);
		}
		return true;
	}

	/** The place of the number, from 1; 0, which means all, stays 0; negative if it is not among them. */
	private static int place(final List<Integer> numbers, final int number) {
		if (number == 0) return 0;
		return numbers.contains(number) ? numbers.indexOf(number) + 1 : -1;
	}
}
