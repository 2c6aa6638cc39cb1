package sc.fiji.superres.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import sc.fiji.superres.engine.Loss;
import sc.fiji.superres.io.WholeFile;

/** The learning curve of a training, kept as a CSV file that is whole after every row. */
final class Curve {

	private static final List<String> COLUMNS = List.of("step", "rate", "psnr", "ssim", "bicubic", "seconds");

	/**
	 * @param step steps done
	 * @param rate learning rate of the last of them
	 * @param psnr on the validation images, in dB
	 * @param ssim on the validation images
	 * @param bicubic PSNR of bicubic interpolation, in dB
	 * @param seconds of training up to here, over all its parts
	 * @param losses mean since the row before
	 */
	record Row(long step, double rate, double psnr, double ssim, double bicubic, double seconds, Map<Loss, Double> losses) {

		private static String header(final Iterable<Loss> losses) {
			final StringBuilder header = new StringBuilder(String.join(",", COLUMNS));
			for (final Loss loss : losses)
				header.append(',').append(loss);
			return header.toString();
		}

		private String toCsv() {
			final StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%d,%.3e,%.4f,%.5f,%.4f,%.1f", step, rate, psnr,
				ssim, bicubic, seconds));
			for (final double loss : losses.values())
				row.append(String.format(Locale.ROOT, ",%.6g", loss));
			return row.toString();
		}

		private static Row of(final String header, final String csv) {
			final String[] names = header.split(","), cells = csv.split(",", -1);
			if (!header.startsWith(String.join(",", COLUMNS)) || names.length != cells.length)
				throw new IllegalArgumentException(csv);
			final Map<Loss, Double> losses = new EnumMap<>(Loss.class);
			for (int i = COLUMNS.size(); i < names.length; i++)
				losses.put(Loss.valueOf(names[i].toUpperCase(Locale.ROOT)), Double.valueOf(cells[i]));
			return new Row(Long.parseLong(cells[0]), Double.parseDouble(cells[1]), Double.parseDouble(cells[2]), Double.parseDouble(
				cells[3]), Double.parseDouble(cells[4]), Double.parseDouble(cells[5]), losses);
		}
	}

	private final Path file;
	private final List<Row> rows = new ArrayList<>();

	/** The curve in a folder of checkpoints as far as a step; a new one where there is no file. */
	static Curve in(final Path folder, final long upToStep) throws IOException {
		return new Curve(folder.resolve("curve.csv"), upToStep);
	}

	Curve(final Path file, final long upToStep) throws IOException {
		this.file = file;
		if (!Files.exists(file)) return;
		try {
			final List<String> lines = Files.readAllLines(file);
			for (final String line : lines.subList(1, lines.size())) {
				final Row row = Row.of(lines.get(0), line);
				if (row.step <= upToStep) rows.add(row);
			}
		}
		catch (final RuntimeException e) {
			throw new IOException(file + " is not the curve of a training. Move it away, or name another folder.", e);
		}
	}

	void add(final Row row) throws IOException {
		rows.add(row);
		final List<String> lines = new ArrayList<>(List.of(Row.header(row.losses.keySet())));
		rows.forEach(each -> lines.add(each.toCsv()));
		WholeFile.write(file, part -> Files.write(part, lines));
	}

	List<Row> rows() {
		return List.copyOf(rows);
	}

	double seconds() {
		return rows.isEmpty() ? 0 : last().seconds;
	}

	boolean isEmpty() {
		return rows.isEmpty();
	}

	/** The last row; there is one after the first validation. */
	Row last() {
		return rows.get(rows.size() - 1);
	}

	/** The last row in which network and discriminator learned from each other; where there is none, the last. */
	Row lastBalanced() {
		return rows.stream().filter(row -> !Balance.of(row).collapsed()).reduce((before, row) -> row).orElse(last());
	}

	/** The row of the highest PSNR so far; null before the first. */
	Row best() {
		return rows.stream().max(Comparator.comparingDouble(Row::psnr)).orElse(null);
	}
}
