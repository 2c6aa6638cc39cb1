package sc.fiji.superres.cli;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.util.Map;
import java.util.function.Function;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import sc.fiji.superres.imagej.ImageTextReader;

/** Reads the values of options whose types picocli would read with words of Java, or too leniently. */
final class Converters {

	private static final Map<Class<?>, ITypeConverter<?>> ALL = Map.of(File.class, Converters::file, int.class,
		text -> whole(text, Integer::valueOf), long.class, text -> whole(text, Long::valueOf), double.class, Converters::number,
		boolean.class, Converters::truth);

	private Converters() {}

	/** The converter for a type; null where picocli's own is right. */
	static ITypeConverter<?> of(final Class<?> type) {
		return ALL.get(type);
	}

	/** The converter for the name of an image, which stays a text. */
	static ITypeConverter<String> ofImage(final boolean output) {
		return text -> {
			if (!ImageTextReader.isText(text)) return file(text).getPath();
			if (output) return text;
			throw new TypeConversionException("an image as text is not taken from the command line; name a file that holds it, or -");
		};
	}

	private static File file(final String text) {
		if (text.isBlank()) throw new TypeConversionException("the name is empty");
		try {
			return new File(text).toPath().toFile();
		}
		catch (final InvalidPathException e) {
			throw new TypeConversionException("'" + text + "' cannot be the name of a file here (" + e.getReason() + ")");
		}
	}

	private static <N> N whole(final String text, final Function<String, N> parse) {
		try {
			return parse.apply(text);
		}
		catch (final NumberFormatException e) {
			throw new TypeConversionException("'" + text + "' is " +
				(text.matches("[+-]?\\d+") ? "too large" : "not a whole number"));
		}
	}

	private static Double number(final String text) {
		try {
			return Double.valueOf(text);
		}
		catch (final NumberFormatException e) {
			throw new TypeConversionException("'" + text + "' is not a number");
		}
	}

	/** Java takes any other word for false. */
	private static Boolean truth(final String text) {
		if (text.equals("true") || text.equals("false")) return Boolean.valueOf(text);
		throw new TypeConversionException("'" + text + "' is neither true nor false");
	}
}
