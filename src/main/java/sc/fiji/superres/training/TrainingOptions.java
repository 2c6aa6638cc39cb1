package sc.fiji.superres.training;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import sc.fiji.superres.engine.Objective;
import sc.fiji.superres.engine.TrainingSetup;
import sc.fiji.superres.network.Architecture;
import sc.fiji.superres.network.Architectures;

/**
 * How to train. All of it but the number of steps is fixed when a training begins.
 *
 * @param architecture of the network
 * @param setup batch, patches, precision, losses
 * @param steps of the whole training, at least 1
 * @param firstStep steps of the schedule that count as done when a training begins, at least 0 and below steps
 * @param schedule of the learning rate
 * @param seed of the first weights and of the patches
 * @param validateEvery steps from one validation and checkpoint to the next, at least 1
 * @param degradation that makes the LR images
 */
public record TrainingOptions(Architecture architecture, TrainingSetup setup, int steps, int firstStep, Schedule schedule,
	long seed, int validateEvery, Degradation degradation)
{

	/** @throws IllegalArgumentException if a number is out of its range */
	public TrainingOptions {
		require(steps >= 1, "steps", steps, "at least 1");
		require(firstStep >= 0 && firstStep < steps, "start_step", firstStep,
			"at least 0 and below the number of steps, " + steps);
		require(setup.batch() >= 1, "batch", setup.batch(), "at least 1");
		require(setup.patch() >= 4, "patch", setup.patch(), "at least 4 LR pixels");
		require(setup.averageDecay() >= 0 && setup.averageDecay() < 1, "ema", setup.averageDecay(), "at least 0 and below 1");
		require(setup.clipNorm() >= 0, "clip_norm", setup.clipNorm(), "at least 0");
		require(schedule.start() > 0 && schedule.start() < 1, "learning_rate", schedule.start(), "above 0 and below 1");
		require(schedule.halveEvery() >= 1, "halve_every", schedule.halveEvery(), "at least 1");
		require(validateEvery >= 1, "validate_every", validateEvery, "at least 1");
	}

	private static void require(final boolean fine, final String name, final Number value, final String allowed) {
		if (!fine) throw new IllegalArgumentException(name + " is " + value + ", but must be " + allowed + ".");
	}

	/**
	 * What must not change when a training goes on, as words.
	 *
	 * @param images tells what it learns from
	 */
	Map<String, String> identity(final String images) {
		final Map<String, String> identity = new LinkedHashMap<>();
		Architectures.settings(architecture).forEach((key, value) -> identity.put(key, String.valueOf(value)));
		settings().forEach((key, value) -> identity.put(key, String.valueOf(value)));
		identity.put("images", images); // last: their sizes depend on the scale
		return identity;
	}

	/** All of it but the architecture and the number of steps, by the names that users know, for identity and card. */
	public Map<String, Object> settings() {
		final Map<String, Object> settings = new LinkedHashMap<>();
		settings.put("degradation", degradation.toString());
		settings.put("batch", setup.batch());
		settings.put("patch", setup.patch());
		settings.put("learning_rate", schedule.start());
		settings.put("halve_every", schedule.halveEvery());
		if (firstStep > 0) settings.put("start_step", firstStep);
		final Objective objective = setup.objective();
		if (objective.pixelWeight() > 0) settings.put("loss", objective.pixel().name() + times(objective.pixelWeight()));
		if (objective.contentWeight() > 0) settings.put("content_loss", vgg(objective) + times(objective.contentWeight()));
		if (objective.textureWeight() > 0) settings.put("texture_loss", vgg(objective) + times(objective.textureWeight()));
		if (objective.isAdversarial()) settings.put("adversarial_weight", objective.adversarialWeight());
		settings.put("optimiser", "Adam");
		settings.put("ema", setup.averageDecay());
		settings.put("clip_norm", setup.clipNorm());
		settings.put("seed", seed);
		settings.put("precision", setup.precision().name().toLowerCase(Locale.ROOT));
		return settings;
	}

	private static String times(final double weight) {
		return weight == 1 ? "" : " x " + weight;
	}

	private static String vgg(final Objective objective) {
		return "VGG19 " + objective.perceptual().network().layer();
	}
}
