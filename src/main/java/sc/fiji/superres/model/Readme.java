package sc.fiji.superres.model;

import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

import sc.fiji.superres.network.Architectures;
import sc.fiji.superres.network.Network;
import sc.fiji.superres.network.Paper;

/** The card of a model as a page of Markdown. */
final class Readme {

	private Readme() {}

	/**
	 * @param weightsHash of the network's weights, in hexadecimal digits
	 * @param attached whether the package has a file, by its name
	 */
	static String of(final ModelCard card, final Network network, final String weightsHash, final Predicate<String> attached) {
		final StringBuilder page = new StringBuilder();
		page.append("# ").append(card.title()).append("\n\n").append(card.description()).append('\n');
		if (attached.test(Attachments.COVER))
			page.append("\n![Bicubic interpolation and this model](").append(Attachments.COVER).append(")\n\n*A synthetic ")
				.append("image, degraded as this model expects: bicubic interpolation at the left, this model at the right.*\n");

		section(page, "Network");
		table(page, Architectures.settings(network.architecture()));
		row(page, "input", network.channels() + " channels, grey levels 0..255");
		row(page, "parameters", network.parameters());
		row(page, "receptive radius", network.radius() + " LR pixels");
		row(page, "weights (SHA-256)", weightsHash);

		section(page, "Training");
		page.append("Trained on: ").append(card.trainedOn()).append('\n');
		if (!card.training().isEmpty()) {
			page.append('\n');
			table(page, card.training());
		}
		if (attached.test(Attachments.CURVE_PICTURE))
			page.append("\n![Learning curve](").append(Attachments.CURVE_PICTURE).append(")\n");
		if (attached.test(Recipe.FILE))
			page.append("\nTo train it again: `superres train --recipe PACKAGE --input FOLDER --output MODEL`, where PACKAGE is ")
				.append("this package. Its [").append(Recipe.FILE).append("](").append(Recipe.FILE).append(") holds all settings.\n");

		if (!card.scores().isEmpty()) scores(page, card, network);

		section(page, "Validation");
		page.append("Reduce images that were not trained on by ").append(network.scale())
			.append(", super-resolve them, and compare the result with the originals by PSNR. ")
			.append("The test input of this package must give its test output.\n");

		section(page, "Licence");
		page.append("- weights: ").append(card.licence()).append('\n');
		page.append("- authors: ").append(String.join(", ", card.authors())).append('\n');
		page.append("- created: ").append(card.created()).append('\n');

		if (!card.references().isEmpty()) section(page, "References");
		for (final Paper reference : card.references())
			page.append("- ").append(reference.text()).append(" <https://doi.org/").append(reference.doi()).append(">\n");
		return page.toString();
	}

	private static void scores(final StringBuilder page, final ModelCard card, final Network network) {
		section(page, "Scores");
		page.append("Means over the images of a data set: PSNR in dB, SSIM and sharpness (mean gradient over that of the truth, 1 " +
			"being as sharp) on luma (Y), ").append(network.scale())
			.append(" pixels left out at each side, LR images made by MATLAB's bicubic")
			.append(network.channels() == 1 ? " of luma" : "").append(".\n\n")
			.append("| data set | PSNR | SSIM | sharpness | PSNR of bicubic interpolation | its SSIM | its sharpness |\n")
			.append("|---|---|---|---|---|---|---|\n");
		card.scores().forEach((set, score) -> page.append("| ").append(cell(set)).append(cells(score))
			.append(cells(card.bicubic().get(set))).append(" |\n"));
	}

	/** @param score null for none */
	private static String cells(final ModelCard.Score score) {
		return score == null ? " | | |" : String.format(Locale.ROOT, " | %.3f | %.4f | ", score.psnr(), score.ssim()) + (Double.isNaN(
			score.sharpness()) ? "" : String.format(Locale.ROOT, "%.2f", score.sharpness()));
	}

	private static void section(final StringBuilder page, final String title) {
		page.append("\n## ").append(title).append("\n\n");
	}

	private static void table(final StringBuilder page, final Map<String, ?> values) {
		page.append("| | |\n|---|---|\n");
		values.forEach((key, value) -> row(page, key, value));
	}

	private static void row(final StringBuilder page, final String key, final Object value) {
		page.append("| ").append(cell(key)).append(" | ").append(cell(value)).append(" |\n");
	}

	private static String cell(final Object value) {
		return String.valueOf(value).replace("|", "\\|").replace('\n', ' ');
	}
}
