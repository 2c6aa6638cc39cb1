package sc.fiji.superres.upscale;

/**
 * The value that stands for pixels without a measurement in images of one channel. It is left out like NaN and infinite
 * values, and stands in the result where it stood in the image (in 32 bits as NaN).
 *
 * @param value any finite number; {@link #NONE} has NaN
 */
public record NoData(double value) {

	/** @throws IllegalArgumentException if it is infinite */
	public NoData {
		if (Double.isInfinite(value)) throw wrong(String.valueOf(value));
	}

	/** All pixels are measurements but NaN and infinite ones. */
	public static final NoData NONE = new NoData(Double.NaN);

	/**
	 * Reads {@code none} or a number.
	 *
	 * @throws IllegalArgumentException if it is neither
	 */
	public static NoData parse(final String text) {
		if (text.equals("none")) return NONE;
		try {
			final double value = Double.parseDouble(text.trim());
			if (Double.isFinite(value)) return new NoData(value);
		}
		catch (final NumberFormatException e) {
			// said below
		}
		throw wrong(text);
	}

	private static IllegalArgumentException wrong(final String found) {
		return new IllegalArgumentException("no_data is \"" + found + "\", but must be a number, or none.");
	}

	/** The same where every value of the image is larger by an offset. */
	public NoData plus(final double offset) {
		return isNone() ? this : new NoData(value + offset);
	}

	boolean isNone() {
		return Double.isNaN(value);
	}

	@Override
	public String toString() {
		return isNone() ? "none" : Setting.number(value);
	}
}
