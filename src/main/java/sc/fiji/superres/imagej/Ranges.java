package sc.fiji.superres.imagej;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Lists of numbers and ranges as ImageJ writes them: {@code all}, {@code 3}, {@code 1-5,8}.
 */
final class Ranges {

	private static final Pattern RANGE = Pattern.compile("\\s*(\\d+)(\\s*-\\s*(\\d+))?\\s*");

	/** Longer numbers are above any count, and may be above any int. */
	private static final int MAX_DIGITS = 9;

	private final String key;
	private final String text;
	private final int count;

	private Ranges(final String key, final String text, final int count) {
		this.key = key;
		this.text = text;
		this.count = count;
	}

	/**
	 * The numbers that a text names, ascending, each once.
	 *
	 * @param key what is counted, in the plural, such as {@code slices}
	 * @param text numbers and ranges with commas between them; {@code all}, blank or null for all
	 * @param count how many the image has
	 * @throws IllegalArgumentException if the text is none of these, or names what the image has not
	 */
	static List<Integer> parse(final String key, final String text, final int count) {
		if (text == null || text.isBlank() || text.strip().toLowerCase(Locale.ROOT).equals("all"))
			return IntStream.rangeClosed(1, count).boxed().toList();
		return new Ranges(key, text.strip(), count).parse();
	}

	private List<Integer> parse() {
		final TreeSet<Integer> numbers = new TreeSet<>();
		for (final String part : text.split(",", -1)) {
			final Matcher range = RANGE.matcher(part);
			if (!range.matches())
				throw refused("that is no list of numbers and ranges such as 2 or 1-3,5; " + has());
			final int first = number(range.group(1));
			final int last = range.group(3) == null ? first : number(range.group(3));
			if (last < first) throw refused("a range goes from the smaller to the larger number; " + has());
			for (int number = first; number <= last; number++)
				numbers.add(number);
		}
		return List.copyOf(numbers);
	}

	private int number(final String digits) {
		final String significant = digits.replaceFirst("^0+", "");
		if (significant.isEmpty() || significant.length() > MAX_DIGITS || Integer.parseInt(significant) > count)
			throw refused(has());
		return Integer.parseInt(significant);
	}

	private String has() {
		final String one = key.substring(0, key.length() - 1);
		return "the image has " + (count == 1 ? "only " + one + " 1." : key + " 1 to " + count + ".");
	}

	private IllegalArgumentException refused(final String reason) {
		return new IllegalArgumentException(key + " is \"" + text + "\", but " + reason);
	}
}
