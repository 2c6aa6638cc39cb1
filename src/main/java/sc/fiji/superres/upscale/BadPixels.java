package sc.fiji.superres.upscale;

import java.util.stream.LongStream;

import net.imglib2.Interval;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;
import net.imglib2.util.Util;
import net.imglib2.view.Views;

import sc.fiji.superres.engine.Progress;

/** Pixels that are no measurements: counted, filled before the network, and set again after it. */
final class BadPixels {

	/** Holes are mostly small. */
	private static final long FIRST_MARGIN = 8;

	private BadPixels() {}

	/** How many a part of a plane has. */
	static <T extends RealType<T>> long count(final RandomAccessibleInterval<T> plane, final Interval part, final BadValues bad,
		final Progress progress)
	{
		final long[] count = new long[1];
		Pixels.visit(Views.interval(plane, part), progress, (x, y, pixel) -> {
			if (bad.contain(pixel.getRealDouble())) count[0]++;
			return true;
		});
		return count[0];
	}

	/**
	 * A copy of a part of a plane in which they are filled: those with good ones among their eight neighbours by the mean of
	 * these, then layer by layer those with filled neighbours by the mean of these. It is larger than the part by as much as
	 * its values depend on.
	 *
	 * @param plane with at least one good pixel
	 */
	static <T extends RealType<T>> RandomAccessibleInterval<FloatType> fill(final RandomAccessibleInterval<T> plane,
		final Interval part, final BadValues bad, final Progress progress)
	{
		for (long margin = FIRST_MARGIN;; margin *= 2) {
			final Interval larger = Intervals.intersect(plane, Intervals.expand(part, margin));
			final Filled filled = fill(Views.interval(plane, larger), bad, progress);
			final boolean known = filled.layers <= margin && filled.holes < Intervals.numElements(larger);
			if (known || Intervals.equals(larger, plane)) return filled.image;
		}
	}

	private record Filled(RandomAccessibleInterval<FloatType> image, long holes, int layers) {}

	private static <T extends RealType<T>> Filled fill(final RandomAccessibleInterval<T> plane, final BadValues bad,
		final Progress progress)
	{
		final Img<FloatType> copy = Util.getArrayOrCellImgFactory(plane, new FloatType()).create(plane);
		final RandomAccess<FloatType> access = copy.randomAccess();
		final LongStream.Builder holes = LongStream.builder();
		Pixels.visit(plane, progress, (x, y, pixel) -> {
			final double value = pixel.getRealDouble();
			access.setPositionAndGet(x, y).setReal(bad.contain(value) ? HoleFilling.UNKNOWN : value);
			if (bad.contain(value)) holes.add(y * plane.dimension(0) + x);
			return true;
		});
		final long[] all = holes.build().toArray();
		final int layers = new HoleFilling(copy, progress).fill(all);
		return new Filled(Views.translate(copy, plane.minAsLongArray()), all.length, layers);
	}

	/** Sets the block of pixels that each of them has become in the result of a region. */
	static <T extends RealType<T>, R extends RealType<R>> void mark(final RandomAccessibleInterval<T> plane,
		final Interval region, final Img<R> result, final BadValues bad, final double mark, final Progress progress)
	{
		final long scale = result.dimension(0) / region.dimension(0);
		final RandomAccess<R> access = result.randomAccess();
		Pixels.visit(Views.interval(plane, region), progress, (x, y, pixel) -> {
			if (!bad.contain(pixel.getRealDouble())) return true;
			for (int dy = 0; dy < scale; dy++)
				for (int dx = 0; dx < scale; dx++)
					access.setPositionAndGet(scale * x + dx, scale * y + dy).setReal(mark);
			return true;
		});
	}
}
