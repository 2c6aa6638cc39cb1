package sc.fiji.superres.command;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import sc.fiji.superres.model.ModelCard;
import sc.fiji.superres.network.Architecture;
import sc.fiji.superres.training.Start;
import sc.fiji.superres.training.TrainingResult;
import sc.fiji.superres.training.TrainingSet;

/**
 * The card of a model that was trained here: what it learned from, how, and how well.
 *
 * @param trainedOn the images, in words
 * @param notes what else there is to say, such as scores on other images; may be empty
 */
record TrainedCard(String author, String licence, String trainedOn, String notes) {

	ModelCard of(final TrainingPlan.Outcome outcome, final Start start, final TrainingSet set) {
		final Architecture architecture = outcome.options().architecture();
		final String title = architecture.title() + " x" + architecture.scale();
		final String description = "Enlarges images " + architecture.scale() + " times with " + architecture.title() + "." +
			(architecture.inventsTexture() ? " Its texture is invented: it looks like that of the images it was trained on." : "");
		return new ModelCard(title, description, List.of(author), Instant.now(), licence, trainedOn, facts(outcome, start, set),
			List.of(architecture.paper()));
	}

	private Map<String, Object> facts(final TrainingPlan.Outcome outcome, final Start start, final TrainingSet set) {
		final TrainingResult result = outcome.result();
		final Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("from", start.origin());
		if (outcome.before() != null)
			facts.put("first_phase", outcome.before().steps() + " steps, " + outcome.before().settings().entrySet().stream()
				.map(setting -> setting.getKey() + " " + setting.getValue()).collect(Collectors.joining(", ")));
		facts.put("images", set.size());
		facts.put("validated_on", String.join(", ", set.validationNames()));
		facts.put("steps", result.steps());
		facts.put("best_step", result.bestStep());
		facts.put("hours", Math.round(result.seconds() / 36) / 100.0);
		facts.putAll(outcome.options().settings());
		facts.put("psnr_validation", rounded(result.psnr()));
		facts.put("ssim_validation", Math.round(1e4 * result.ssim()) / 1e4);
		facts.put("psnr_validation_bicubic", rounded(result.bicubic()));
		if (result.balance() != null) facts.put("balance", result.balance().text());
		if (!notes.isBlank()) facts.put("notes", notes);
		return facts;
	}

	private static double rounded(final double psnr) {
		return Math.round(1000 * psnr) / 1000.0;
	}
}
