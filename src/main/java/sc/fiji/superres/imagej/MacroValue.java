package sc.fiji.superres.imagej;

import java.math.BigDecimal;
import java.util.Set;
import java.util.function.Function;

/**
 * Numbers and truth values in the options of macros and in the fields of dialogs, read strictly and in any locale the same.
 * SciJava would make 0 of what is no number.
 */
public final class MacroValue {

	private static final Set<Class<?>> TYPES = Set.of(Integer.class, Long.class, Double.class, Float.class, Boolean.class,
		int.class, long.class, double.class, float.class, boolean.class);

	private MacroValue() {}

	/** Whether {@link #parse} knows a type: int, long, double, float, boolean, or one of their classes. */
	public static boolean isKnown(final Class<?> type) {
		return TYPES.contains(type);
	}

	/**
	 * The value that a text stands for.
	 *
	 * @param name of the input, for the message
	 * @param type one that {@link #isKnown}
	 * @throws IllegalArgumentException if it stands for none; the message names the input, the text and what is allowed
	 */
	public static Object parse(final String name, final Class<?> type, final String text) {
		if (type == Integer.class || type == int.class) return number(name, text, Integer::valueOf, "a whole number");
		if (type == Long.class || type == long.class) return number(name, text, Long::valueOf, "a whole number");
		if (type == Double.class || type == double.class) return number(name, text, MacroValue::finite, "a number");
		if (type == Float.class || type == float.class) return number(name, text, each -> finite(each).floatValue(), "a number");
		if (text.equals("true") || text.equals("false")) return Boolean.valueOf(text);
		throw wrong(name, text, "true or false");
	}

	private static Object number(final String name, final String text, final Function<String, Object> parse,
		final String what)
	{
		try {
			return parse.apply(text.strip());
		}
		catch (final NumberFormatException e) {
			throw wrong(name, text, what + (text.strip().matches("[+-]?\\d+") ? " that is not so large" : ""));
		}
	}

	/** Not as lenient as Java, which takes 4f and NaN. */
	private static Double finite(final String text) {
		final double value = new BigDecimal(text).doubleValue();
		if (Double.isInfinite(value)) throw new NumberFormatException();
		return value;
	}

	private static IllegalArgumentException wrong(final String name, final String text, final String allowed) {
		return new IllegalArgumentException(name + " is \"" + text + "\", but must be " + allowed + ".");
	}
}
