package sc.fiji.superres.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import sc.fiji.superres.evaluation.Score;
import sc.fiji.superres.model.ModelCard;
import sc.fiji.superres.model.ModelEntry;
import sc.fiji.superres.model.ModelPackage;

/** Writes the scores of a benchmark into the cards of models, where they can be written. */
final class BenchmarkRecord {

	private final List<String> written = new ArrayList<>();
	private final Map<String, String> unwritten = new LinkedHashMap<>();

	/** Scores on other data sets stay on the card. */
	void write(final ModelEntry model, final Map<String, Score> scores, final Map<String, Score> bicubic) {
		final ModelCard card = model.contents().orElseThrow().card();
		try {
			final ModelCard withScores = card.withScores(ofCard(scores), ofCard(bicubic));
			if (!withScores.equals(card)) ModelPackage.writeCard(model.path(), withScores);
			written.add(model.name());
		}
		catch (final IOException | IllegalArgumentException e) {
			unwritten.put(model.name(), e.getMessage());
		}
	}

	private static Map<String, ModelCard.Score> ofCard(final Map<String, Score> scores) {
		final Map<String, ModelCard.Score> ofCard = new LinkedHashMap<>();
		scores.forEach((set, score) -> ofCard.put(set, new ModelCard.Score(score.psnr(), score.ssim(), score
			.sharpness())));
		return ofCard;
	}

	/** Whether a card could not be written. */
	boolean hasFailed() {
		return !unwritten.isEmpty();
	}

	/** Which cards hold the scores now, and which do not. */
	List<String> lines() {
		final List<String> lines = new ArrayList<>();
		if (!written.isEmpty()) lines.add("Recorded in the cards of: " + String.join(", ", written));
		unwritten.forEach((model, reason) -> lines.add("Not recorded in the card of " + model + ": " + reason));
		return lines;
	}
}
