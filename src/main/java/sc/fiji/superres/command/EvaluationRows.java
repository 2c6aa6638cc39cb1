package sc.fiji.superres.command;

import ij.measure.ResultsTable;

import sc.fiji.superres.evaluation.EvaluationTable;
import sc.fiji.superres.evaluation.Score;

/** Adds an evaluation to ImageJ's Results table, in the columns of its CSV file. */
final class EvaluationRows {

	private EvaluationRows() {}

	static void add(final EvaluationTable evaluation) {
		final ResultsTable table = ResultsTable.getResultsTable();
		table.setNaNEmptyCells(true);
		for (final Score row : evaluation.rows()) {
			table.incrementCounter();
			table.addValue("model", row.model());
			table.addValue("image", row.image());
			table.addValue("psnr", row.psnr());
			table.addValue("ssim", row.ssim());
			table.addValue("consistency", row.consistency());
			table.addValue("seconds", row.seconds());
		}
		table.show("Results");
	}
}
