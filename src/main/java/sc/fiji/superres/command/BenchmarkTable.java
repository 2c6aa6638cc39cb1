package sc.fiji.superres.command;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import ij.measure.ResultsTable;

import sc.fiji.superres.model.ModelCard;

/**
 * A benchmark as a table of text, and of ImageJ.
 *
 * @param sets data sets that something was measured on
 * @param rows one for each model or interpolation
 */
record BenchmarkTable(List<BenchmarkSet> sets, List<BenchmarkRow> rows) {

	/** With the convention below it. */
	String text() {
		return table() + "\n\n" + sets.stream().map(set -> set.name() + ": " + set.size() + (set.size() == 1 ? " image. "
			: " images. ")).collect(Collectors.joining()) + "PSNR in dB / SSIM / sharpness, means over the images, on luma (Y), as many pixels " +
			"of border left out as the scale, range 255. LR images by MATLAB's bicubic: those of the data set, or made; for " +
			"methods of one channel made of Y, as SRCNN's demo does. " +
			"Sharpness is the mean gradient over that of the truth: 1 is as sharp, be the detail true or invented.";
	}

	private String table() {
		final List<String> header = new ArrayList<>(List.of("model", "architecture", "scale", "parameters"));
		sets.forEach(set -> header.add(set.name()));
		final List<List<String>> table = new ArrayList<>(List.of(header));
		rows.forEach(row -> table.add(cells(row)));
		return AlignedTable.of(table);
	}

	private List<String> cells(final BenchmarkRow row) {
		final List<String> cells = new ArrayList<>(List.of(row.model(), row.kind(), number(row.scale()), number(row
			.parameters())));
		sets.forEach(set -> cells.add(row.text(set.name())));
		return cells;
	}

	private static String number(final long number) {
		return number == 0 ? "" : String.valueOf(number);
	}

	/** Adds it to the Results table; the columns of scores have the names of their data sets in front. */
	void addToResults() {
		ResultsRows.add(rows, (table, row) -> {
			table.addValue("model", row.model());
			table.addValue("architecture", row.kind());
			if (row.scale() > 0) table.addValue("scale", row.scale());
			if (row.parameters() > 0) table.addValue("parameters", row.parameters());
			row.scores().forEach((set, score) -> {
				final String column = set.replaceAll("\\s", "_");
				table.addValue(column + "_psnr", score.psnr());
				table.addValue(column + "_ssim", score.ssim());
				table.addValue(column + "_sharpness", score.sharpness());
				if (row.card() != null && row.card().scores().containsKey(set)) addCard(table, column, row.card().scores().get(set));
			});
			table.addValue("problem", row.problem());
		});
	}

	private static void addCard(final ResultsTable table, final String column, final ModelCard.Score score) {
		table.addValue(column + "_card_psnr", score.psnr());
		table.addValue(column + "_card_ssim", score.ssim());
		if (!Double.isNaN(score.sharpness())) table.addValue(column + "_card_sharpness", score.sharpness());
	}
}
