package sc.fiji.superres.command;

import java.util.Locale;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.FloatProcessor;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.superres.imagej.Planes;

/**
 * The image that the error maps of all planes become: in grey, with one display range for all planes, in whose middle lies
 * no error.
 */
final class ErrorMapImage {

	/** What lies in memory beside the map: a pair of planes that are compared. */
	private static final int OTHER_PLANES = 2;
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
		checkMemory(test, freeMemory());
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

	private static long freeMemory() {
		System.gc(); // or images that were closed would count
		final Runtime java = Runtime.getRuntime();
		return java.maxMemory() - java.totalMemory() + java.freeMemory();
	}

	/** @param free bytes of Java's memory that nobody uses */
	static void checkMemory(final ImagePlus image, final long free) {
		final long plane = (long) Float.BYTES * image.getWidth() * image.getHeight();
		if (plane * (image.getStackSize() + OTHER_PLANES) <= free) return;
		throw new IllegalArgumentException(String.format(Locale.ROOT, "The error map would have %d x %d pixels in %d planes, which take " +
			"%d MB with what they are made of, but only %d of Java's %d MB are free. Choose error_map false, compare fewer planes, or " +
			"give Java more memory (-Xmx).", image.getWidth(), image.getHeight(), image.getStackSize(), megabytes(plane * (image
				.getStackSize() + OTHER_PLANES)), free / 1_000_000, Runtime.getRuntime().maxMemory() / 1_000_000));
	}

	private static long megabytes(final long bytes) {
		return (bytes + 999_999) / 1_000_000;
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
		final double limit = largest > 0 ? largest : 1;
		map.setDisplayRange(-limit, limit);
		map.setProperty("Info", info);
		if (planes.size() == 1 && labels[0] != null) map.setProp(SLICE_LABEL, labels[0]);
		return map;
	}
}
