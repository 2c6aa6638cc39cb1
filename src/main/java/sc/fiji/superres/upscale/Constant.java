package sc.fiji.superres.upscale;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.Type;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;

import sc.fiji.superres.engine.Progress;

/**
 * Finds planes whose good pixels all have one value: that is their result, whatever a network makes of it at the border of
 * the plane.
 */
final class Constant<T extends Type<T>> implements Pixels.Visitor<T> {

	private static final int RGB = 0xffffff;

	private final BadValues bad;
	private double value = Double.NaN;
	private T pixel;

	private Constant(final BadValues bad) {
		this.bad = bad;
	}

	/** The value of all good pixels, or any one where all are bad; null where there are several. */
	static <T extends Type<T>> T of(final RandomAccessibleInterval<T> plane, final BadValues bad, final Progress progress) {
		final Constant<T> constant = new Constant<>(bad);
		if (!Pixels.visit(plane, progress, constant)) return null;
		return constant.pixel != null ? constant.pixel : plane.getType().createVariable();
	}

	/** Goes on until a second value is found. */
	@Override
	public boolean visit(final long x, final long y, final T found) {
		final double next = found instanceof ARGBType colour ? colour.get() & RGB : ((RealType<?>) found).getRealDouble();
		if (bad.contain(next)) return true;
		if (pixel != null) return next == value;
		value = next;
		pixel = found.copy();
		if (pixel instanceof ARGBType colour) colour.set(colour.get() | ~RGB);
		return true;
	}
}
