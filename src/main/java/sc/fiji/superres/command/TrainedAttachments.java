package sc.fiji.superres.command;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.engine.TrainingSetup;
import sc.fiji.superres.model.Attachments;
import sc.fiji.superres.model.Recipe;
import sc.fiji.superres.network.Architectures;
import sc.fiji.superres.training.LearningCurve;
import sc.fiji.superres.training.TrainingOptions;

/** What goes along with a model that was trained here: its picture, its learning curve, and the recipe to train it again. */
record TrainedAttachments(TrainCommand command, StartModel start, TrainingPlan plan) {

	Attachments of(final TrainingPlan.Outcome outcome, final Engine engine) throws IOException {
		LearningCurve curve = start.curve();
		for (final TrainingPhase phase : plan.phases())
			curve = curve.then(LearningCurve.of(phase.folder()));
		final Map<String, byte[]> files = new LinkedHashMap<>();
		files.put(Attachments.COVER, CoverPicture.png(outcome, engine));
		files.put(Recipe.FILE, bytes(recipe(outcome).yaml()));
		files.put(Attachments.CURVE, bytes(curve.csv()));
		files.put(Attachments.CURVE_PICTURE, bytes(curve.svg()));
		return new Attachments(files);
	}

	private static byte[] bytes(final String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	/** Of a model without a recipe that the training began with, the name is written down. */
	private Recipe recipe(final TrainingPlan.Outcome outcome) throws IOException {
		final Recipe before = start.recipe();
		final Map<String, Object> training = training(outcome);
		if (before.trainings().isEmpty() && !start.isRandom()) training.put("start", start.model().name());
		return before.then(training);
	}

	/** By the names of the command's inputs, with what {@code auto} stood for, and as many steps as were done. */
	private Map<String, Object> training(final TrainingPlan.Outcome outcome) {
		final TrainingOptions options = outcome.options();
		final TrainingSetup setup = options.setup();
		final boolean adversarial = setup.objective().isAdversarial();
		final Map<String, Object> training = new LinkedHashMap<>(Architectures.settings(options.architecture()));
		if (adversarial && start.isRandom()) copy(training, "steps", "learning_rate");
		training.put(adversarial ? "steps_phase2" : "steps", (int) outcome.result().steps());
		training.put(adversarial ? "rate_phase2" : "learning_rate", options.schedule().start());
		training.put("halve_every", options.schedule().halveEvery());
		if (options.firstStep() > 0) training.put("start_step", options.firstStep());
		copy(training, "batch", "patch", "validate_every", "seed");
		training.put("precision", setup.precision().name().toLowerCase(Locale.ROOT));
		copy(training, "ema", "clip_norm");
		training.put("loss", setup.objective().pixel().name().toLowerCase(Locale.ROOT));
		copy(training, "pixel_weight");
		if (command.getInput(RecipeRun.VGG) instanceof File vgg) {
			training.put(RecipeRun.VGG, vgg.getName());
			copy(training, "vgg_layer", "content_weight", "texture_weight");
		}
		if (adversarial) copy(training, "adversarial_weight");
		if (command.getInput("lr") == null) copy(training, "psf_sigma", "photons", "noise");
		return training;
	}

	private void copy(final Map<String, Object> training, final String... keys) {
		for (final String key : keys)
			training.put(key, command.getInput(key));
	}
}
