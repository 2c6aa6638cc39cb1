package sc.fiji.superres.metric;

import java.util.Locale;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.NumericType;
import net.imglib2.type.numeric.RealType;

/**
 * The peak value of a metric, as a user wishes it: {@code auto | type | reference | NUMBER}.
 * <ul>
 * <li>{@link #AUTO}: 255 for 8-bit and RGB; other images have no range that goes without saying, and are refused.</li>
 * <li>{@link #TYPE}: the type's maximum minus its minimum: 255 for 8-bit and RGB, 65535 for 16-bit; 32-bit float has
 * none.</li>
 * <li>{@link #REFERENCE}: maximum minus minimum of the whole reference image, of a stack of all its planes, over all its
 * channels, NaN left out.</li>
 * <li>{@link #of(double)}: a number above 0, for example 4095 for a camera of 12 bits.</li>
 * </ul>
 */
public final class Range {

	public static final Range AUTO = new Range("auto", Double.NaN);
	public static final Range TYPE = new Range("type", Double.NaN);
	public static final Range REFERENCE = new Range("reference", Double.NaN);

	private static final double BYTE = 255;

	private final String wish;
	private final double number;

	private Range(final String wish, final double number) {
		this.wish = wish;
		this.number = number;
	}

	/** @throws IllegalArgumentException if the number is not above 0 or not finite */
	public static Range of(final double number) {
		if (!valid(number)) throw new IllegalArgumentException(refusal(format(number)));
		return new Range(format(number), number);
	}

	/**
	 * Reads {@code auto}, {@code type}, {@code reference} or a number with a decimal point.
	 *
	 * @throws IllegalArgumentException for any other text, and for numbers that are not above 0
	 */
	public static Range parse(final String text) {
		final String wish = text.trim().toLowerCase(Locale.ROOT);
		switch (wish) {
			case "auto":
				return AUTO;
			case "type":
				return TYPE;
			case "reference":
				return REFERENCE;
			default:
				return of(number(wish, text));
		}
	}

	private static double number(final String wish, final String text) {
		try {
			final double number = Double.parseDouble(wish);
			if (valid(number)) return number;
		}
		catch (final NumberFormatException e) {
			// Told below, like a number out of range.
		}
		throw new IllegalArgumentException(refusal("'" + text + "'"));
	}

	/**
	 * The peak value for a reference image.
	 *
	 * @param reference one channel of {@link RealType}, or {@link ARGBType}
	 * @return above 0 and finite
	 * @throws IllegalArgumentException if the wish says nothing about this image
	 */
	double resolve(final RandomAccessibleInterval<? extends NumericType<?>> reference) {
		final Object type = reference.getType();
		if (this == AUTO) return automatic(type);
		if (this == TYPE) return ofType(type);
		if (this == REFERENCE) return new ValueRange().include(reference).size();
		return number;
	}

	private static double automatic(final Object type) {
		if (PixelTypes.isByteOrRgb(type)) return BYTE;
		final String choice = type instanceof IntegerType ? "type (" + format(ofType(type)) + "), reference" : "reference";
		throw new IllegalArgumentException("range is auto, which means 255 and is for 8-bit and RGB images, but the " +
			"reference is " +
			PixelTypes.name(type) + ". Choose " + choice + " (its maximum minus its minimum) or a number above 0.");
	}

	private static double ofType(final Object type) {
		if (type instanceof ARGBType) return BYTE;
		if (type instanceof IntegerType)
			return ((IntegerType<?>) type).getMaxValue() - ((IntegerType<?>) type).getMinValue();
		throw new IllegalArgumentException("range is type, but the reference is " + PixelTypes.name(type) +
			", whose values have no largest one. Choose reference (its maximum minus its minimum) or a number above 0.");
	}

	static boolean valid(final double number) {
		return number > 0 && number < Double.POSITIVE_INFINITY;
	}

	private static String refusal(final String found) {
		return "range is " + found + "; it must be auto, type, reference or a number above 0, such as 255 or 4095.";
	}

	/** Whole numbers without a point; others with a decimal point in every locale. */
	static String format(final double number) {
		return number == Math.rint(number) && Math.abs(number) < 1e15 ? Long.toString((long) number) : Double.toString(number);
	}

	/** As {@link #parse} reads it. */
	@Override
	public String toString() {
		return wish;
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof Range && wish.equals(((Range) other).wish);
	}

	@Override
	public int hashCode() {
		return wish.hashCode();
	}
}
