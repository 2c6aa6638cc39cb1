package sc.fiji.superres.io;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lines of a table with commas between the columns, as RFC 4180 has it. */
public final class Csv {

	private Csv() {}

	/** A line without its end; texts that hold a comma, a quotation mark or the end of a line are quoted. */
	public static String line(final String... cells) {
		return Stream.of(cells).map(Csv::quoted).collect(Collectors.joining(","));
	}

	private static String quoted(final String text) {
		return text.matches("(?s).*[,\"\n\r].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
	}
}
