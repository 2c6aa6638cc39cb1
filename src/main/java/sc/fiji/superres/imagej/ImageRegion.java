package sc.fiji.superres.imagej;

import ij.ImagePlus;
import ij.gui.Roi;
import net.imglib2.FinalInterval;
import net.imglib2.Interval;

/**
 * The part of an image that its selection (ROI) means: the smallest rectangle of whole pixels around it.
 */
public final class ImageRegion {

	private static final String REMEDY = " Draw an area, or take the selection away with Edit > Selection > Select None.";

	private ImageRegion() {}

	/**
	 * The bounding rectangle of the image's selection as far as it lies in the image, the whole plane where there is none.
	 *
	 * @return pixels of x and y, first and last
	 * @throws IllegalArgumentException if the selection has no area or lies outside, or the image has no pixels; the message is
	 *           for users
	 */
	public static Interval of(final ImagePlus image) {
		final long width = ImageChecks.pixels(image).getWidth();
		final long height = image.getHeight();
		final Roi roi = image.getRoi();
		if (roi == null) return new FinalInterval(width, height);
		if (!roi.isArea() || roi.getFloatWidth() <= 0 || roi.getFloatHeight() <= 0)
			throw refused(image, "(" + roi.getTypeAsString() + ") has no area.");
		final long left = Math.max(0, (long) Math.floor(roi.getXBase()));
		final long top = Math.max(0, (long) Math.floor(roi.getYBase()));
		final long right = Math.min(width, (long) Math.ceil(roi.getXBase() + roi.getFloatWidth()));
		final long bottom = Math.min(height, (long) Math.ceil(roi.getYBase() + roi.getFloatHeight()));
		if (left >= right || top >= bottom)
			throw refused(image, "lies outside its " + width + " x " + height + " pixels.");
		return new FinalInterval(new long[] { left, top }, new long[] { right - 1, bottom - 1 });
	}

	private static IllegalArgumentException refused(final ImagePlus image, final String reason) {
		return new IllegalArgumentException("The selection of the image '" + image.getTitle() + "' " + reason + REMEDY);
	}
}
