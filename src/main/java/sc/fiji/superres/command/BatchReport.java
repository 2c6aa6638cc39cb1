package sc.fiji.superres.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import sc.fiji.superres.batch.BatchFolder;
import sc.fiji.superres.batch.BatchTable;
import sc.fiji.superres.batch.Plan;
import sc.fiji.superres.batch.Row;
import sc.fiji.superres.batch.Shard;
import sc.fiji.superres.batch.Speed;
import sc.fiji.superres.batch.Status;

/** What is said of a batch: in ImageJ's Results table, and in words. */
final class BatchReport {

	/** Images without a result that are named in words; the table has all. */
	private static final int NAMED = 20;

	private BatchReport() {}

	/**
	 * Writes the table of a batch to its folder, and adds it to ImageJ's.
	 *
	 * @return the same in words
	 */
	static String publish(final BatchTable table, final BatchFolder folder, final Shard shard) throws IOException {
		final Path file = folder.write(table, shard);
		addRows(table);
		return of(table, file);
	}

	/** The counts, the images without a result, and where the table is. */
	private static String of(final BatchTable table, final Path file) {
		final StringBuilder text = new StringBuilder(table.summary());
		if (table.rows().stream().anyMatch(row -> !Double.isNaN(row.psnr())))
			text.append(" (").append(ReferenceFolder.CONVENTION).append(")");
		final List<Row> without = table.rows().stream()
			.filter(row -> row.status() == Status.FAILED || row.status() == Status.MISSING).toList();
		without.stream().limit(NAMED).forEach(row -> text.append('\n').append(row.file()).append(": ").append(row.reason()));
		if (without.size() > NAMED) text.append("\nand ").append(without.size() - NAMED).append(" more");
		return text.append("\nTable: ").append(file).toString();
	}

	/** @throws IllegalStateException if no image has a result */
	static void checkHasResult(final BatchTable table) {
		if (!table.isVain()) return;
		final Row first = table.rows().get(0);
		throw new IllegalStateException((table.rows().size() == 1 ? "The image has no result: " : "None of the " + table.rows()
			.size() + " images has a result; of the first: ") + first.reason() + (first.reason().endsWith(".") ? "" : "."));
	}

	/** A row for each image. */
	private static void addRows(final BatchTable batch) {
		ResultsRows.add(batch.rows(), (table, row) -> {
			table.addValue("file", row.file());
			table.addValue("status", row.status().toString());
			table.addValue("reason", row.reason());
			table.addValue("seconds", row.seconds());
			table.addValue("PSNR", row.psnr());
		});
	}

	/** A row for each image of what there is to do. */
	static void addRows(final Plan plan, final Speed speed) {
		ResultsRows.add(plan.items(), (table, item) -> {
			table.addValue("file", item.file());
			table.addValue("status", item.statusText());
			table.addValue("reason", item.reason());
			table.addValue("result", item.output());
			table.addValue("size", item.sizeText());
			table.addValue("MB", item.megabytes());
			table.addValue("seconds", speed == null ? 0 : item.seconds(speed));
		});
	}

	/** What there is to do, as a table of Markdown with its sum. */
	static String of(final Plan plan, final Speed speed) {
		final StringBuilder table = new StringBuilder("| file | status | result | size | MB | seconds |\n" +
			"|---|---|---|---|---|---|\n");
		for (final Plan.Item item : plan.items())
			table.append(String.format(Locale.ROOT, "| %s | %s | %s | %s | %.1f | %.0f |\n", cell(item.file()), item.statusText() +
				(item.reason().isEmpty() ? "" : ": " + cell(item.reason())), cell(item.output()), item.sizeText(), item.megabytes(),
				speed == null ? 0 : item.seconds(speed)));
		return table + "\n" + plan.summary(speed);
	}

	private static String cell(final String text) {
		return text.replace("|", "\\|").replaceAll("\\p{Cntrl}", " "); // names of files may hold the end of a line
	}
}
