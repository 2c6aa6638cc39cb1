package sc.fiji.superres.command;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import sc.fiji.superres.model.ModelCard;
import sc.fiji.superres.training.TrainingOptions;
import sc.fiji.superres.training.TrainingResult;
import sc.fiji.superres.training.TrainingSet;

/** The card of a model that was trained here: what it learned from, how, and how well. */
final class TrainedCard {

	static final ModelCard.Reference EDSR = new ModelCard.Reference("B. Lim, S. Son, H. Kim, S. Nah, K. M. Lee: Enhanced Deep " +
		"Residual Networks for Single Image Super-Resolution. CVPR Workshops 2017", "10.1109/CVPRW.2017.151");

	private TrainedCard() {}

	/**
	 * @param trainedOn the images, in words
	 * @param notes what else there is to say, such as scores on other images; may be empty
	 */
	static ModelCard of(final TrainingOptions options, final TrainingSet set, final TrainingResult result, final String trainedOn,
		final String author, final String licence, final String notes)
	{
		final Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("from", "random weights");
		facts.put("degradation", "MATLAB's bicubic");
		facts.put("images", set.size());
		facts.put("held_back", String.join(", ", set.heldBack()));
		facts.put("steps", result.steps());
		facts.put("best_step", result.bestStep());
		facts.put("hours", Math.round(result.seconds() / 36) / 100.0);
		facts.put("batch", options.batch());
		facts.put("patch", options.patch());
		facts.put("learning_rate", options.schedule().start());
		facts.put("halve_every", options.schedule().halveEvery());
		facts.put("loss", "L1");
		facts.put("optimiser", "Adam");
		facts.put("precision", options.precision().name().toLowerCase(Locale.ROOT));
		facts.put("seed", options.seed());
		facts.put("psnr_held_back", Math.round(1000 * result.psnr()) / 1000.0);
		facts.put("psnr_held_back_bicubic", Math.round(1000 * result.bicubic()) / 1000.0);
		if (!notes.isBlank()) facts.put("notes", notes);
		final int scale = options.architecture().scale();
		return new ModelCard("EDSR x" + scale, "Enlarges images " + scale + " times with EDSR.", List.of(author), Instant.now(), licence,
			trainedOn, facts, List.of(EDSR));
	}
}
