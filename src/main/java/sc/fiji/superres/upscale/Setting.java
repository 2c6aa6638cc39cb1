package sc.fiji.superres.upscale;

/** Reads the settings that users write as words or numbers. */
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
}
