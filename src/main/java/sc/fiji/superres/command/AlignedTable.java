package sc.fiji.superres.command;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table in Markdown that people can read as it is: its columns are aligned, those of numbers to the right. */
final class AlignedTable {

	private AlignedTable() {}

	/** @param rows the header first, all of the same length */
	static String of(final List<List<String>> rows) {
		final int columns = rows.get(0).size();
		final List<List<String>> cells = rows.stream().map(row -> row.stream().map(cell -> cell.replace("|", "\\|")).toList())
			.toList();
		final int[] widths = IntStream.range(0, columns).map(column -> cells.stream().mapToInt(row -> row.get(column).length())
			.max().orElseThrow()).toArray();
		final boolean[] numbers = new boolean[columns];
		for (int column = 0; column < columns; column++)
			numbers[column] = isOfNumbers(cells, column);
		final String rule = IntStream.range(0, columns)
			.mapToObj(column -> "-".repeat(widths[column] + 1) + (numbers[column] ? ":" : "-"))
			.collect(Collectors.joining("|", "|", "|"));
		final List<String> lines = new ArrayList<>(cells.stream().map(row -> line(row, widths, numbers)).toList());
		lines.add(1, rule);
		return String.join("\n", lines);
	}

	private static boolean isOfNumbers(final List<List<String>> cells, final int column) {
		return cells.stream().skip(1).map(row -> row.get(column)).allMatch(cell -> cell.matches("(-?\\d+(\\.\\d+)?)?"));
	}

	private static String line(final List<String> row, final int[] widths, final boolean[] numbers) {
		return IntStream.range(0, widths.length).mapToObj(column -> {
			final String space = " ".repeat(widths[column] - row.get(column).length());
			return numbers[column] ? space + row.get(column) : row.get(column) + space;
		}).collect(Collectors.joining(" | ", "| ", " |"));
	}
}
