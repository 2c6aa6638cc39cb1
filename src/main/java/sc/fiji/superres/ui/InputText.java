package sc.fiji.superres.ui;

import java.io.File;
import java.math.BigDecimal;
import java.util.stream.Collectors;

import ij.ImagePlus;

import org.scijava.module.ModuleItem;
import org.scijava.util.Types;

import sc.fiji.superres.imagej.MacroValue;

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
		return MacroValue.isKnown(type) || type == String.class || type == File.class || type == ImagePlus.class || type.isEnum();
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
		if (MacroValue.isKnown(type)) return MacroValue.parse(item.getName(), type, text);
		if (type.isEnum()) return constant(item, text);
		throw new IllegalArgumentException(item.getName() + " is \"" + text + "\", but this input cannot be set by a text. " +
			"Leave it out.");
	}

	private static String number(final double value, final String text) {
		final boolean plain = Double.isFinite(value) && (value == 0 || Math.abs(value) >= 1e-9 && Math.abs(value) < 1e15);
		return plain ? new BigDecimal(text).stripTrailingZeros().toPlainString() : text;
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
