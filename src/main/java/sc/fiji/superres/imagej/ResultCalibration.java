package sc.fiji.superres.imagej;

import ij.ImagePlus;
import ij.measure.Calibration;
import net.imglib2.Interval;

/**
 * The calibration of a result, so that each of its pixels keeps its place in space, time and value.
 */
final class ResultCalibration {

	private static final double ALMOST_ZERO = 1e-9;

	private ResultCalibration() {}

	/**
	 * Pixel width and height are divided by the scale, and the origin moves with the region. Slices and frames that were chosen
	 * in constant steps lie that much further apart, and the first of them is the new beginning; where the steps differ, their
	 * spacing and origin stay as they were. Value calibration and units are kept.
	 */
	static Calibration of(final ImagePlus input, final PlaneSelection selection, final Interval region, final int scale) {
		final Calibration calibration = input.getCalibration().copy();
		calibration.pixelWidth /= scale;
		calibration.pixelHeight /= scale;
		calibration.xOrigin = (calibration.xOrigin - region.min(0)) * scale;
		calibration.yOrigin = (yOrigin(input, region) - region.min(1)) * scale;
		if (calibration.getInvertY() && calibration.yOrigin == 0 && !isLowerEdge(input, region)) calibration.yOrigin = ALMOST_ZERO;
		final int slices = PlaneSelection.step(selection.slices());
		if (slices > 0) {
			calibration.pixelDepth *= slices;
			calibration.zOrigin = (calibration.zOrigin - selection.slices().get(0) + 1) / slices;
		}
		final int frames = Math.max(1, PlaneSelection.step(selection.frames()));
		calibration.frameInterval *= frames;
		calibration.fps /= frames;
		return calibration;
	}

	/** With inverted y, ImageJ takes an origin of 0 as the lower edge, which is another one where a part is cut out. */
	private static double yOrigin(final ImagePlus input, final Interval region) {
		final Calibration calibration = input.getCalibration();
		if (!calibration.getInvertY() || calibration.yOrigin != 0) return calibration.yOrigin;
		return isLowerEdge(input, region) ? region.min(1) : input.getHeight() - 1;
	}

	private static boolean isLowerEdge(final ImagePlus input, final Interval region) {
		return input.getCalibration().yOrigin == 0 && region.max(1) == input.getHeight() - 1;
	}

	static void apply(final Calibration calibration, final ImagePlus result) {
		result.setIgnoreGlobalCalibration(true); // which would give it the input's pixel size
		result.setCalibration(calibration);
		final Calibration applied = result.getCalibration();
		// which ImageJ forgets for signed 16-bit
		if (applied.getFunction() == calibration.getFunction()) applied.setValueUnit(calibration.getValueUnit());
	}
}
