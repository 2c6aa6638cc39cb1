package sc.fiji.superres.upscale;

import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.util.Intervals;

/**
 * What is read of a plane to upscale a region of it: the region and the halo around it, as far as the plane goes. Windows
 * lie in the area and are counted from its corner; their cores cover the region.
 *
 * @param read in LR pixels of the plane
 * @param region in LR pixels of the plane, within {@code read}
 * @param halo LR pixels between the core of a window and its sides inside the plane
 */
record Area(Interval read, Interval region, int halo) {

	/** @throws IllegalArgumentException if the plane is not 2-D, empty or too large, or the region is not a part of it */
	static Area of(final Interval plane, final Interval region, final int scale, final int halo) {
		if (plane.numDimensions() != 2)
			throw new IllegalArgumentException("The image has " + plane.numDimensions() +
				" dimensions, but a plane has 2. Upscale its planes one by one.");
		for (int d = 0; d < 2; d++)
			if (plane.dimension(d) < 1 || plane.dimension(d) > Integer.MAX_VALUE / scale)
				throw new IllegalArgumentException("The image is " + size(plane) + " pixels, but a side must have 1 to " +
					Integer.MAX_VALUE / scale + ".");
		if (region.numDimensions() != 2)
			throw new IllegalArgumentException("The region has " + region.numDimensions() + " dimensions, but must have 2.");
		if (Intervals.isEmpty(region) || !Intervals.contains(plane, region))
			throw new IllegalArgumentException("The region is " + size(region) + " pixels from (" + (region.min(0) - plane.min(0)) +
				", " + (region.min(1) - plane.min(1)) + ") on, but must lie within the image of " + size(plane) + " pixels.");
		return new Area(Intervals.intersect(plane, Intervals.expand(region, halo)), new FinalInterval(region), halo);
	}

	private static String size(final Interval interval) {
		return interval.dimension(0) + " x " + interval.dimension(1);
	}

	int width() {
		return (int) read.dimension(0);
	}

	int height() {
		return (int) read.dimension(1);
	}

	/** Of the region, counted from the corner of the area. */
	int left() {
		return (int) (region.min(0) - read.min(0));
	}

	/** Of the region, counted from the corner of the area. */
	int top() {
		return (int) (region.min(1) - read.min(1));
	}

	/** LR pixels of the region. */
	long pixels() {
		return Intervals.numElements(region);
	}
}
