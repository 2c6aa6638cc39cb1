package sc.fiji.superres.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import sc.fiji.superres.io.Csv;

/** Scores of methods on images, and the mean of each method. */
public final class EvaluationTable {

	/** The name of the mean in the column of images. */
	public static final String MEAN = "mean";

	private static final String HEADER = "model,image,psnr,ssim,consistency,seconds";

	private final Map<String, List<Score>> scores = new LinkedHashMap<>();

	public void add(final Score score) {
		scores.computeIfAbsent(score.model(), model -> new ArrayList<>()).add(score);
	}

	/** Takes out the scores on an image. */
	public void remove(final String image) {
		scores.values().forEach(each -> each.removeIf(score -> score.image().equals(image)));
		scores.values().removeIf(List::isEmpty);
	}

	public boolean isEmpty() {
		return scores.isEmpty();
	}

	/** Number of images. */
	public int images() {
		return (int) scores.values().stream().flatMap(List::stream).map(Score::image).distinct().count();
	}

	/** The scores of one method after the other, each with its mean at the end. */
	public List<Score> rows() {
		final List<Score> rows = new ArrayList<>();
		scores.values().forEach(each -> {
			rows.addAll(each);
			rows.add(mean(each));
		});
		return rows;
	}

	/** The mean of each method, of finite values where there are any. */
	public List<Score> means() {
		return scores.values().stream().map(EvaluationTable::mean).toList();
	}

	private static Score mean(final List<Score> scores) {
		return new Score(scores.get(0).model(), MEAN, mean(scores, Score::psnr), mean(scores, Score::ssim), mean(scores,
			Score::consistency), mean(scores, Score::sharpness), mean(scores, Score::seconds));
	}

	private static double mean(final List<Score> scores, final ToDoubleFunction<Score> value) {
		final double[] finite = scores.stream().mapToDouble(value).filter(Double::isFinite).toArray();
		if (finite.length == 0) return value.applyAsDouble(scores.get(0));
		double sum = 0;
		for (final double each : finite)
			sum += each;
		return sum / finite.length;
	}

	/** A line with the columns model, image, psnr, ssim, consistency, seconds, and one for each of {@link #rows}. */
	public List<String> toCsv() {
		final List<String> lines = new ArrayList<>(List.of(HEADER));
		for (final Score row : rows())
			lines.add(Csv.line(row.model(), row.image()) + String.format(Locale.ROOT, ",%.4f,%.5f,%.2f,%.3f", row.psnr(), row.ssim(),
				row.consistency(), row.seconds()));
		return lines;
	}

	/** The means as a table. */
	public String toMarkdown() {
		final StringBuilder table = new StringBuilder("| model | PSNR (dB) | SSIM | consistency (dB) | seconds " +
			"|\n|---|---|---|---|---|\n");
		for (final Score mean : means())
			table.append(String.format(Locale.ROOT, "| %s | %.3f | %.4f | %.2f | %.2f |\n", mean.model().replace("|", "\\|"),
				mean.psnr(), mean.ssim(), mean.consistency(), mean.seconds()));
		return table.toString();
	}
}
