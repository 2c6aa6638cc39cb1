package sc.fiji.superres.command;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.FloatProcessor;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.superres.imagej.Planes;
import sc.fiji.superres.imagej.ResultSize;

/**
 * The image that the maps of all planes become, such as of errors: one value for each pixel, in grey, with one display range
 * for all planes.
 */
final class MapImage {

	private static final String SLICE_LABEL = "Slice_Label";

	private final ImagePlus map = new ImagePlus();
	private final ImageStack planes;
	private final String[] labels;
	private final int[] dimensions;
	private final boolean hyperstack;
	private final boolean signed;
	private float largest;

	/**
	 * @param like gives title, dimensions, calibration and slice labels, and is not asked again: users close images
	 * @param name stands behind its title in brackets
	 * @param shrinking side of a pixel of the map in pixels of that image
	 * @param signed whether values may be negative; the middle of the display range is then 0
	 */
	MapImage(final ImagePlus like, final String name, final int shrinking, final boolean signed) {
		dimensions = like.getDimensions();
		hyperstack = like.isHyperStack();
		this.signed = signed;
		planes = new ImageStack(like.getWidth() / shrinking, like.getHeight() / shrinking);
		labels = labels(like);
		map.setTitle(like.getTitle() + " (" + name + ")");
		map.setIgnoreGlobalCalibration(true);
		final Calibration calibration = like.getCalibration().copy();
		calibration.pixelWidth *= shrinking;
		calibration.pixelHeight *= shrinking;
		calibration.xOrigin /= shrinking;
		calibration.yOrigin /= shrinking;
		calibration.disableDensityCalibration(); // differences are not densities
		map.setCalibration(calibration);
	}

	/** Of a single plane ImageJ makes up a label from title and Info, so that one is told by its property. */
	private static String[] labels(final ImagePlus image) {
		final String[] labels = new String[image.getStackSize()];
		for (int i = 0; i < labels.length; i++)
			labels[i] = labels.length > 1 ? image.getStack().getSliceLabel(i + 1) : image.getProp(SLICE_LABEL);
		return labels;
	}

	/** How large a map of this many pixels is. */
	static ResultSize size(final int width, final int height, final int planes) {
		return new ResultSize(width, height, planes, Float.SIZE);
	}

	/** Adds the map of the next plane. */
	void add(final RandomAccessibleInterval<FloatType> plane) {
		final FloatProcessor pixels = (FloatProcessor) Planes.processor(plane);
		for (final float value : (float[]) pixels.getPixels())
			if (Float.isFinite(value)) largest = Math.max(largest, Math.abs(value));
		planes.addSlice(labels[planes.size()], pixels);
	}

	/**
	 * The image, after all planes have been added.
	 *
	 * @param info what stands in its Info
	 */
	ImagePlus image(final String info) {
		map.setStack(planes, dimensions[2], dimensions[3], dimensions[4]);
		map.setOpenAsHyperStack(hyperstack);
		final ImagePlus image = dimensions[2] > 1 ? new CompositeImage(map, CompositeImage.GRAYSCALE) : map;
		final double limit = largest > 0 ? largest : 1;
		for (int channel = dimensions[2]; channel >= 1; channel--) {
			if (dimensions[2] > 1) image.setPositionWithoutUpdate(channel, 1, 1);
			image.setDisplayRange(signed ? -limit : 0, limit);
		}
		image.setProperty("Info", info);
		if (planes.size() == 1 && labels[0] != null) image.setProp(SLICE_LABEL, labels[0]);
		return image;
	}
}
