package sc.fiji.superres.upscale;

import net.imglib2.type.Type;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;

/**
 * Which values of a type are no measurements: NaN, infinite ones, and the user's no-data value.
 *
 * @param whole whether the type is one of whole numbers, so that only the no-data value is bad
 * @param noData what the user says
 * @param value the same as the type has it, NaN where there is none
 */
record BadValues(boolean whole, NoData noData, double value) {

	/** @throws IllegalArgumentException if images of the type cannot have the no-data value */
	static BadValues of(final Type<?> type, final NoData wish) {
		final boolean whole = type instanceof ARGBType || type instanceof IntegerType<?>;
		if (wish.isNone()) return new BadValues(whole, wish, wish.value());
		if (!(type instanceof RealType<?> real))
			throw new IllegalArgumentException("no_data is \"" + wish + "\", but is for images of one channel, not for RGB " +
				"images. Use none.");
		if (whole && (wish.value() != Math.rint(wish.value()) || wish.value() < real.getMinValue() || wish.value() > real
			.getMaxValue()))
			throw new IllegalArgumentException("no_data is \"" + wish + "\", but the image holds whole numbers from " +
				Setting.number(real.getMinValue()) + " to " + Setting.number(real.getMaxValue()) + ". Use one of them, or none.");
		return new BadValues(whole, wish, asOf(real, wish.value()));
	}

	/** The nearest value that the type has, as a 32-bit image has no 0.1. */
	private static <T extends RealType<T>> double asOf(final RealType<T> type, final double value) {
		final T nearest = type.createVariable();
		nearest.setReal(value);
		return nearest.getRealDouble();
	}

	/** Whether there can be any. */
	boolean possible() {
		return !whole || !noData.isNone();
	}

	/** What is too large for the network's floats counts as infinite. */
	boolean contain(final double pixel) {
		return pixel == value || !Float.isFinite((float) pixel);
	}

	/** The same for a value that was read as a float. */
	boolean contain(final float pixel) {
		return pixel == (float) value || !Float.isFinite(pixel);
	}

	/** What stands in the result where a bad value stood in the image. */
	double mark() {
		return whole ? value : Double.NaN;
	}

	/** For users, such as {@code NaN, infinite or -9999}. */
	@Override
	public String toString() {
		if (noData.isNone()) return "NaN or infinite";
		return whole ? noData.toString() : "NaN, infinite or " + noData;
	}
}
