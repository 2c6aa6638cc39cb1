package sc.fiji.superres.command;

import java.util.Locale;
import java.util.Map;

import sc.fiji.superres.evaluation.Score;
import sc.fiji.superres.model.ModelCard;
import sc.fiji.superres.model.ModelEntry;
import sc.fiji.superres.upscale.Baseline;

/**
 * What came of a model, or of interpolation, in a benchmark.
 *
 * @param model name of the model or baseline
 * @param kind architecture or interpolation; empty where it is not known
 * @param scale 0 where it is not known
 * @param parameters 0 where there are none
 * @param card of the model; null where there is none
 * @param scores the means on each data set that it was measured on, by their names
 * @param problem why it was not measured on all; empty where nothing is wrong
 */
record BenchmarkRow(String model, String kind, int scale, long parameters, ModelCard card, Map<String, Score> scores,
	String problem)
{

	/** Differences of less are those of another processor. */
	private static final double PSNR_TOLERANCE = 1e-3, SSIM_TOLERANCE = 1.5e-4, SHARPNESS_TOLERANCE = 1.5e-3;

	static BenchmarkRow of(final Baseline baseline, final Map<String, Score> scores) {
		return new BenchmarkRow(baseline.name(), baseline.kind(), baseline.scale(), 0, null, scores, "");
	}

	static BenchmarkRow of(final ModelEntry entry, final Map<String, Score> scores, final String problem) {
		return entry.contents().map(contents -> new BenchmarkRow(entry.name(), contents.network().architecture().title(), contents
			.network().scale(), contents.network().parameters(), contents.card(), scores, problem)).orElseGet(
				() -> new BenchmarkRow(entry.name(), "", 0, 0, null, scores, problem));
	}

	/** PSNR, SSIM and sharpness, and what the card says where that differs; empty where it was not measured on the data set. */
	String text(final String set) {
		final Score score = scores.get(set);
		if (score == null) return "";
		final String card = differingCard(set);
		return String.format(Locale.ROOT, "%.3f / %.4f / %.2f", score.psnr(), score.ssim(), score.sharpness()) + (card.isEmpty()
			? "" : " (card: " + card + ")");
	}

	/** What the card says, where that differs. */
	private String differingCard(final String set) {
		final String psnr = card == null ? null : CardScores.of(card).get(set);
		if (psnr == null) return "";
		final int decimals = psnr.length() - 1 - psnr.indexOf('.');
		final double tolerance = PSNR_TOLERANCE + (psnr.indexOf('.') < 0 ? 0.5 : 0.5 * Math.pow(10, -decimals));
		final ModelCard.Score written = card.scores().get(set);
		final Score measured = scores.get(set);
		final boolean same = Math.abs(measured.psnr() - Double.parseDouble(psnr)) <= tolerance && (written == null || Math
			.abs(measured.ssim() - written.ssim()) <= SSIM_TOLERANCE);
		final boolean sharp = written == null || Double.isNaN(written.sharpness()) || Math.abs(measured.sharpness() - written
			.sharpness()) <= SHARPNESS_TOLERANCE;
		return same && sharp ? "" : written == null ? psnr : psnr + String.format(Locale.ROOT, " / %.4f", written.ssim()) + (sharp
			? "" : String.format(Locale.ROOT, " / %.2f", written.sharpness()));
	}
}
