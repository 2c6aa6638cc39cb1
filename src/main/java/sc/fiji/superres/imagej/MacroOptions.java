package sc.fiji.superres.imagej;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads the option string of a macro's {@code run(command, options)} as ImageJ reads it: {@code key=value},
 * {@code key=[value with spaces]}, {@code key='value with spaces'} and a bare {@code flag}, with spaces between them.
 *
 * <pre>
 * MacroOptions.parse("model=edsr-x2 input=[my cells.tif]").get("input"); // my cells.tif
 * </pre>
 */
public final class MacroOptions {

	private static final char OPENING = '[';
	private static final char CLOSING = ']';
	private static final char QUOTE = '\'';

	private MacroOptions() {}

	/**
	 * The texts of the keys, in their order. A bare flag is {@code true}; of a key that comes twice the first text counts.
	 *
	 * @param options null stands for none
	 * @throws IllegalArgumentException if a value has no key or is not closed; the message is for users
	 */
	public static Map<String, String> parse(final String options) {
		final Map<String, String> texts = new LinkedHashMap<>();
		final String text = options == null ? "" : options;
		for (int start = 0; start < text.length();) {
			final int space = text.indexOf(' ', start) < 0 ? text.length() : text.indexOf(' ', start);
			final int equals = text.indexOf('=', start);
			if (space == start) start++;
			else if (equals < 0 || equals > space) {
				texts.putIfAbsent(text.substring(start, space), "true");
				start = space;
			}
			else {
				if (equals == start) throw new IllegalArgumentException("\"" + text.substring(start, space) +
					"\" in the macro has no key. Options are written key=value.");
				final String key = text.substring(start, equals);
				final char first = equals + 1 < text.length() ? text.charAt(equals + 1) : ' ';
				final boolean enclosed = first == OPENING || first == QUOTE;
				final int end = enclosed ? close(text, equals + 1, key) : space;
				texts.putIfAbsent(key, text.substring(enclosed ? equals + 2 : equals + 1, end));
				start = enclosed ? end + 1 : end;
			}
		}
		return texts;
	}

	/**
	 * The error for a key that a command does not have; the message is for users.
	 *
	 * @param label of the command in the menu
	 * @param keys that it has
	 */
	public static IllegalArgumentException unknown(final String key, final String label, final Collection<String> keys) {
		return new IllegalArgumentException("\"" + key + "\" is not a key of \"" + label + "\"" + (keys.isEmpty()
			? ", which has none." : ". The keys are " + String.join(", ", keys) + "; a value with spaces is written key=[value]."));
	}

	/** Where the value ends that is opened at {@code start}; brackets may hold brackets. */
	private static int close(final String text, final int start, final String key) {
		final boolean quoted = text.charAt(start) == QUOTE;
		int depth = 1;
		for (int i = start + 1; i < text.length(); i++) {
			final char c = text.charAt(i);
			if (quoted ? c == QUOTE : c == CLOSING) depth--;
			else if (!quoted && c == OPENING) depth++;
			if (depth == 0) return i;
		}
		throw new IllegalArgumentException("The value of " + key + " in the macro begins with " + text.charAt(start) +
			", but its end, " + (quoted ? QUOTE : CLOSING) + ", is missing.");
	}
}
