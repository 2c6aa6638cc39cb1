package sc.fiji.superres.command;

import sc.fiji.superres.evaluation.EvaluationTable;

/** Adds an evaluation to ImageJ's Results table, in the columns of its CSV file. */
final class EvaluationRows {

	private EvaluationRows() {}

	static void add(final EvaluationTable evaluation) {
		ResultsRows.add(evaluation.rows(), (table, row) -> {
			table.addValue("model", row.model());
			table.addValue("image", row.image());
			table.addValue("psnr", row.psnr());
			table.addValue("ssim", row.ssim());
			table.addValue("consistency", row.consistency());
			table.addValue("seconds", row.seconds());
		});
	}
}
