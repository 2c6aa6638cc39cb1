package sc.fiji.superres.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How a model learned, over all the trainings that it went through: what its validations came to.
 *
 * @param points in order
 */
public record LearningCurve(List<Point> points) {

	/** None. */
	public static final LearningCurve EMPTY = new LearningCurve(List.of());

	private static final String HEADER = "training,step,rate,psnr,ssim,bicubic,seconds";
	private static final int COLUMNS = HEADER.split(",").length;

	/**
	 * A validation.
	 *
	 * @param training counted from 1
	 * @param step of this training
	 * @param rate learning rate
	 * @param psnr on the validation images, in dB
	 * @param ssim on the validation images
	 * @param bicubic PSNR of bicubic interpolation there, in dB
	 * @param seconds of this training up to here
	 */
	public record Point(int training, long step, double rate, double psnr, double ssim, double bicubic, double seconds) {

		private String toCsv() {
			return String.format(Locale.ROOT, "%d,%d,%.3e,%.4f,%.5f,%.4f,%.1f", training, step, rate, psnr, ssim, bicubic, seconds);
		}

		private static Point of(final String csv) {
			final String[] cells = csv.split(",", -1);
			if (cells.length != COLUMNS) throw new IllegalArgumentException(csv);
			return new Point(Integer.parseInt(cells[0]), Long.parseLong(cells[1]), Double.parseDouble(cells[2]), Double.parseDouble(
				cells[3]), Double.parseDouble(cells[4]), Double.parseDouble(cells[5]), Double.parseDouble(cells[6]));
		}
	}

	public LearningCurve {
		points = List.copyOf(points);
	}

	/**
	 * That of a training.
	 *
	 * @param folder of its checkpoints
	 * @throws IOException if its curve cannot be read
	 */
	public static LearningCurve of(final Path folder) throws IOException {
		return new LearningCurve(Curve.in(folder, Long.MAX_VALUE).rows().stream().map(row -> new Point(1, row.step(), row.rate(), row
			.psnr(), row.ssim(), row.bicubic(), row.seconds())).toList());
	}

	/** @throws IllegalArgumentException if a text is not what {@link #csv()} gives */
	public static LearningCurve parse(final String csv) {
		final List<String> lines = csv.lines().toList();
		if (lines.isEmpty() || !lines.get(0).equals(HEADER))
			throw new IllegalArgumentException("A learning curve begins with the line " + HEADER + ".");
		return new LearningCurve(lines.stream().skip(1).map(Point::of).toList());
	}

	/** This one, and the trainings of another one after its own. */
	public LearningCurve then(final LearningCurve next) {
		final int before = points.isEmpty() ? 0 : points.get(points.size() - 1).training;
		final List<Point> all = new ArrayList<>(points);
		for (final Point point : next.points)
			all.add(new Point(before + point.training, point.step, point.rate, point.psnr, point.ssim, point.bicubic, point.seconds));
		return new LearningCurve(all);
	}

	/** As a table. */
	public String csv() {
		final StringBuilder csv = new StringBuilder(HEADER).append('\n');
		points.forEach(point -> csv.append(point.toCsv()).append('\n'));
		return csv.toString();
	}

	/** As a picture. */
	public String svg() {
		return new CurvePicture(this).svg();
	}
}
