package sc.fiji.superres.ui;

/** Breaks a sentence into lines, which ImageJ's message windows do not. */
final class Lines {

	private static final int COLUMNS = 90;

	private Lines() {}

	static String wrap(final String text) {
		final StringBuilder lines = new StringBuilder();
		int column = 0;
		for (final String word : text.split(" ")) {
			final boolean fits = column == 0 || column + 1 + word.length() <= COLUMNS;
			lines.append(column == 0 ? "" : fits ? " " : "\n").append(word);
			column = fits ? column + (column == 0 ? 0 : 1) + word.length() : word.length();
		}
		return lines.toString();
	}
}
