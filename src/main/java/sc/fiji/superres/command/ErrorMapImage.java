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
 * The image that the error maps of all planes become: in grey, with one display range for all planes, in whose middle lies
 * no error.
 */
final class ErrorMapImage {

	private static final String SLICE_LABEL = "Slice_Label";

	private final ImagePlus map = new ImagePlus();
	private final ImageStack planes;
	private final String[] labels;
	private final int[] dimensions;
	private final boolean hyperstack;
	private float largest;

	/**
	 * @param test gives title, dimensions, calibration and slice labels, and is not asked again: users close images
	 * @throws IllegalArgumentException if the map would not fit into Java's memory
	 */
	ErrorMapImage(final ImagePlus test) {
		size(test).check();
		dimensions = test.getDimensions();
		hyperstack = test.isHyperStack();
		planes = new ImageStack(test.getWidth(), test.getHeight());
		labels = labels(test);
		map.setTitle(test.getTitle() + " (error map)");
		map.setIgnoreGlobalCalibration(true);
		final Calibration calibration = test.getCalibration().copy();
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

	/** How large the error map of an image is. */
	static ResultSize size(final ImagePlus test) {
		return new ResultSize(test.getWidth(), test.getHeight(), test.getStackSize(), Float.SIZE);
	}

	/** Adds the map of the next plane. */
	void add(final RandomAccessibleInterval<FloatType> plane) {
		final FloatProcessor pixels = (FloatProcessor) Planes.processor(plane);
		for (final float error : (float[]) pixels.getPixels())
			if (Float.isFinite(error)) largest = Math.max(largest, Math.abs(error));
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
			image.setDisplayRange(-limit, limit);
		}
		image.setProperty("Info", info);
		if (planes.size() == 1 && labels[0] != null) image.setProp(SLICE_LABEL, labels[0]);
		return image;
	}
}
