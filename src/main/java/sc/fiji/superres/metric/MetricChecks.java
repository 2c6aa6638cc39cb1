package sc.fiji.superres.metric;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;

/**
 * Refuses, in plain sentences, images that do not fit together and options that do not fit the images.
 */
final class MetricChecks {

	private MetricChecks() {}

	/** @param window the side in pixels of the smallest images that the metric can compare */
	static void check(final RandomAccessibleInterval<?> reference, final RandomAccessibleInterval<?> test,
		final MetricOptions options, final int window)
	{
		checkPlane("reference", reference);
		checkPlane("test image", test);
		final Object type = reference.getType();
		if (!type.getClass().equals(test.getType().getClass()))
			throw new IllegalArgumentException("The reference is " + PixelTypes.name(type) + " and the test image " +
				PixelTypes.name(test.getType()) + "; both must have the same pixel type. Convert one of them first.");
		if (reference.dimension(0) != test.dimension(0) || reference.dimension(1) != test.dimension(1))
			throw new IllegalArgumentException("The reference is " + size(reference) + " and the test image " + size(test) +
				" pixels; both must have the same size. Crop or rescale one of them first.");
		checkSize(reference, options.border(), window);
		if (options.channels() == Channels.Y && !PixelTypes.isByteOrRgb(type))
			throw new IllegalArgumentException("channels is y, which is for RGB and 8-bit images, but the images are " +
				PixelTypes.name(type) + ". Choose each or joint.");
	}

	private static void checkPlane(final String which, final RandomAccessibleInterval<?> image) {
		if (image.numDimensions() != 2)
			throw new IllegalArgumentException("The " + which + " has " + image.numDimensions() +
				" dimensions; a metric is of single planes with 2 dimensions. Take one slice of it.");
		if (image.dimension(0) < 1 || image.dimension(1) < 1)
			throw new IllegalArgumentException("The " + which + " is " + size(image) + " pixels; it must have at least one " +
				"pixel.");
		final Object type = image.getType();
		if (!(type instanceof RealType || type instanceof ARGBType))
			throw new IllegalArgumentException("The " + which + " has pixels of " + PixelTypes.name(type) +
				"; they must be real numbers or RGB. Convert it first.");
	}

	private static void checkSize(final RandomAccessibleInterval<?> image, final int border, final int window) {
		final long surplus = Math.min(image.dimension(0), image.dimension(1)) - window;
		final String smallest = window + " x " + window;
		if (surplus < 0)
			throw new IllegalArgumentException("The images are " + size(image) + " pixels; they must have at least " + smallest +
				", which is the window of this metric. Take larger images or another metric.");
		if (border > surplus / 2)
			throw new IllegalArgumentException("border is " + border + " pixels, which leaves " +
				(window > 1 ? "less than " + smallest + " (the window of this metric)" : "nothing") + " of " + size(image) +
				" pixels; it must be 0 to " + surplus / 2 + ".");
	}

	private static String size(final RandomAccessibleInterval<?> image) {
		return image.dimension(0) + " x " + image.dimension(1);
	}
}
