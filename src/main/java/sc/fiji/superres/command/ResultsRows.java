package sc.fiji.superres.command;

import java.util.function.BiConsumer;

import ij.measure.ResultsTable;

/** Adds rows to ImageJ's Results table, and shows it. */
final class ResultsRows {

	private ResultsRows() {}

	/**
	 * A row for each item. A number that a row lacks, or that is NaN, is an empty cell.
	 *
	 * @param cells fills the row of an item
	 */
	static <T> void add(final Iterable<T> items, final BiConsumer<ResultsTable, T> cells) {
		final ResultsTable table = ResultsTable.getResultsTable();
		table.setNaNEmptyCells(true);
		for (final T item : items) {
			table.incrementCounter();
			cells.accept(table, item);
		}
		table.show("Results");
	}
}
