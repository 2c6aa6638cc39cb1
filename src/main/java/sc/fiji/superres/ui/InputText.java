package sc.fiji.superres.ui;

import java.io.File;
import java.math.BigDecimal;
import java.util.function.Function;
import java.util.stream.Collectors;

import ij.ImagePlus;

import org.scijava.module.ModuleItem;
import org.scijava.util.Types;

/** The values of inputs as texts, in macros, in the fields of a dialog and in the recorder; in any locale the same. */
final class InputText {

	private InputText() {}

	/** @return empty for null */
	static String of(final Object value) {
		if (value == null) return "";
		if (value instanceof ImagePlus image) return image.getTitle();
		if (value instanceof Double || value instanceof Float) return number(((Number) value).doubleValue(), value.toString());
		return value instanceof Enum<?> constant ? constant.name() : value.toString();
	}

	/** Whether {@link #parse} knows the type of an input. */
	static boolean isKnown(final ModuleItem<?> item) {
		final Class<?> type = Types.box(item.getType());
		return type == String.class || type == Integer.class || type == Long.class || type == Double.class || type == Float.class ||
			type == Boolean.class || type == File.class || type == ImagePlus.class || type.isEnum();
	}

	/**
	 * The value that a text stands for, in the type of an input. Limits are the command's to check.
	 *
	 * @return null where nothing is given for a file, or for another input that may be left out
	 * @throws IllegalArgumentException if it stands for none; the message names the input, the text and what is allowed
	 */
	static Object parse(final ModuleItem<?> item, final String text) {
		final Class<?> type = Types.box(item.getType());
		if (type == String.class) return text;
		if (text.isBlank() && (type == File.class || !item.isRequired() && !item.getType().isPrimitive())) return null;
		if (type == File.class) return new File(text);
		if (type == ImagePlus.class) return OpenImages.find(item.getName(), text);
		if (type == Integer.class) return number(item, text, Integer::valueOf, "a whole number");
		if (type == Long.class) return number(item, text, Long::valueOf, "a whole number");
		if (type == Double.class) return number(item, text, InputText::finite, "a number");
		if (type == Float.class) return number(item, text, each -> finite(each).floatValue(), "a number");
		if (type == Boolean.class && (text.equals("true") || text.equals("false"))) return Boolean.valueOf(text);
		if (type == Boolean.class) throw wrong(item, text, "true or false");
		if (type.isEnum()) return constant(item, text);
		throw new IllegalArgumentException(item.getName() + " is \"" + text + "\", but this input cannot be set by a text. Leave it out.");
	}

	private static String number(final double value, final String text) {
		final boolean plain = Double.isFinite(value) && (value == 0 || Math.abs(value) >= 1e-9 && Math.abs(value) < 1e15);
		return plain ? new BigDecimal(text).stripTrailingZeros().toPlainString() : text;
	}

	private static Object number(final ModuleItem<?> item, final String text, final Function<String, Object> parse, final String what) {
		try {
			return parse.apply(text.strip());
		}
		catch (final NumberFormatException e) {
			throw wrong(item, text, what + (text.strip().matches("[+-]?\\d+") ? " that is not so large" : ""));
		}
	}

	/** Not as lenient as Java, which takes 4f and NaN. */
	private static Double finite(final String text) {
		final double value = new BigDecimal(text).doubleValue();
		if (Double.isInfinite(value)) throw new NumberFormatException();
		return value;
	}

	private static Object constant(final ModuleItem<?> item, final String text) {
		for (final Object choice : item.getChoices())
			if (of(choice).equals(text)) return choice;
		throw wrong(item, text, "one of " + item.getChoices().stream().map(InputText::of).collect(Collectors.joining(", ")));
	}

	private static IllegalArgumentException wrong(final ModuleItem<?> item, final String text, final String allowed) {
		return new IllegalArgumentException(item.getName() + " is \"" + text + "\", but must be " + allowed + ".");
	}
}
