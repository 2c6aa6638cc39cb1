package sc.fiji.superres.upscale;

import java.util.Locale;

/** Reads the settings that users write as words or numbers, and writes numbers as they would. */
final class Setting {

	private Setting() {}

	/** @throws IllegalArgumentException naming the setting, what was found and what is allowed */
	static int wholeNumber(final String name, final String text, final int least, final String otherwise) {
		try {
			final int number = Integer.parseInt(text.trim());
			if (number >= least) return number;
		}
		catch (final NumberFormatException e) {
			// said below
		}
		throw new IllegalArgumentException(name + " is \"" + text + "\", but must be a whole number from " + least + " on, or " +
			otherwise + ".");
	}

	/** All digits that a number has; none behind the point where it is whole. */
	static String number(final double value) {
		final boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
		return whole ? String.format(Locale.ROOT, "%.0f", value) : Double.toString(value);
	}
}
