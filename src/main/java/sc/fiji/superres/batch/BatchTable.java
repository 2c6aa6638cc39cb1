package sc.fiji.superres.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import sc.fiji.superres.io.Csv;

/** What became of each image, once each, in the order of their names. */
public record BatchTable(List<Row> rows) {

	private static final String HEADER = "file,status,reason,seconds,psnr";

	public BatchTable {
		rows = List.copyOf(rows);
	}

	/** Number of images with a status. */
	int count(final Status status) {
		return (int) rows.stream().filter(row -> row.status() == status).count();
	}

	/** Whether each image has a result. */
	public boolean isComplete() {
		return count(Status.FAILED) + count(Status.MISSING) == 0;
	}

	/** Whether no image has a result. */
	public boolean isVain() {
		return count(Status.DONE) + count(Status.SKIPPED) == 0;
	}

	/** The mean of the measured PSNRs that are finite, in dB; NaN where there is none. */
	double meanPsnr() {
		return rows.stream().mapToDouble(Row::psnr).filter(Double::isFinite).average().orElse(Double.NaN);
	}

	/** Such as {@code 195 done, 5 failed}. */
	public String summary() {
		final String counts = Stream.of(Status.values()).filter(status -> count(status) > 0)
			.map(status -> count(status) + " " + status).collect(Collectors.joining(", "));
		final double psnr = meanPsnr();
		return counts + (Double.isNaN(psnr) ? "" : String.format(Locale.ROOT, ", mean PSNR %.3f dB", psnr));
	}

	/** A line with the names of the columns, and one for each row; empty where a number is not known. */
	public List<String> toCsv() {
		final List<String> lines = new ArrayList<>(List.of(HEADER));
		for (final Row row : rows)
			lines.add(Csv.line(row.file(), row.status().toString(), row.reason(), number("%.3f", row.seconds(), row.seconds() > 0),
				number("%.4f", row.psnr(), !Double.isNaN(row.psnr()))));
		return lines;
	}

	private static String number(final String format, final double value, final boolean known) {
		return known ? String.format(Locale.ROOT, format, value) : "";
	}
}
