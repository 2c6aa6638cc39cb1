package sc.fiji.superres.command;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import sc.fiji.superres.model.ModelCard;

/**
 * The PSNR that a model's card tells, in dB: of benchmarks among its scores, or, as on older cards, in its words; of
 * validation among its facts.
 */
final class CardScores {

	/** Such as {@code Set5 37.678 dB}. */
	private static final Pattern BENCHMARK = Pattern.compile(
		"\\b(Set5|Set14|BSD100|B100|Urban100|Manga109|DIV2K)\\s+(\\d+(?:\\.\\d+)?)\\s*dB");

	/** Names of the facts; older cards have the other one. */
	private static final String VALIDATION = "psnr_validation", HELD_BACK = "psnr_held_back", BICUBIC = "_bicubic";

	private CardScores() {}

	/** By the name of what was measured: the validation comes first, and what bicubic interpolation has there behind it. */
	static Map<String, String> of(final ModelCard card) {
		final Map<String, String> scores = new LinkedHashMap<>();
		final String validation = card.training().containsKey(VALIDATION) ? VALIDATION : HELD_BACK;
		put(scores, "validation", card.training().get(validation));
		put(scores, "bicubic there", card.training().get(validation + BICUBIC));
		card.scores().forEach((set, score) -> scores.put(set, String.format(Locale.ROOT, "%.3f", score.psnr())));
		for (final Object fact : card.training().values()) {
			final Matcher matcher = BENCHMARK.matcher(String.valueOf(fact));
			while (matcher.find())
				scores.putIfAbsent(matcher.group(1), matcher.group(2));
		}
		return scores;
	}

	private static void put(final Map<String, String> scores, final String name, final Object score) {
		if (score instanceof Number) scores.put(name, score.toString());
	}
}
