package sc.fiji.superres.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import sc.fiji.superres.io.WholeFile;

/** The learning curve of a training, kept as a CSV file that is whole after every row. */
final class Curve {

	private static final String HEADER = "step,rate,loss,psnr,bicubic,seconds";

	/**
	 * @param step steps done
	 * @param rate learning rate of the last of them
	 * @param loss mean L1 since the row before, in grey levels
	 * @param psnr on the held-back images, in dB
	 * @param bicubic the same for bicubic interpolation
	 * @param seconds of training up to here, over all its parts
	 */
	record Row(long step, double rate, double loss, double psnr, double bicubic, double seconds) {

		private String toCsv() {
			return String.format(Locale.ROOT, "%d,%.3e,%.4f,%.4f,%.4f,%.1f", step, rate, loss, psnr, bicubic, seconds);
		}

		private static Row of(final String csv) {
			final String[] cells = csv.split(",");
			return new Row(Long.parseLong(cells[0]), Double.parseDouble(cells[1]), Double.parseDouble(cells[2]), Double.parseDouble(
				cells[3]), Double.parseDouble(cells[4]), Double.parseDouble(cells[5]));
		}
	}

	private final Path file;
	private final List<Row> rows = new ArrayList<>();

	/** The curve in a file as far as a step; a new one where there is no file. */
	Curve(final Path file, final long upToStep) throws IOException {
		this.file = file;
		if (!Files.exists(file)) return;
		try {
			for (final String line : Files.readAllLines(file))
				if (!line.equals(HEADER) && Row.of(line).step <= upToStep) rows.add(Row.of(line));
		}
		catch (final RuntimeException e) {
			throw new IOException(file + " is not the curve of a training. Move it away, or name another folder.", e);
		}
	}

	void add(final Row row) throws IOException {
		rows.add(row);
		final List<String> lines = new ArrayList<>(List.of(HEADER));
		rows.forEach(each -> lines.add(each.toCsv()));
		WholeFile.write(file, part -> Files.write(part, lines));
	}

	double seconds() {
		return rows.isEmpty() ? 0 : last().seconds;
	}

	/** The last row; there is one after the first validation. */
	Row last() {
		return rows.get(rows.size() - 1);
	}

	/** The best row so far; null before the first. */
	Row best() {
		return rows.stream().max(Comparator.comparingDouble(Row::psnr)).orElse(null);
	}
}
