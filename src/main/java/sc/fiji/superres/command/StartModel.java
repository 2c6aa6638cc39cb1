package sc.fiji.superres.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.model.Attachments;
import sc.fiji.superres.model.Model;
import sc.fiji.superres.model.ModelFolders;
import sc.fiji.superres.model.Recipe;
import sc.fiji.superres.network.Architecture;
import sc.fiji.superres.training.LearningCurve;
import sc.fiji.superres.training.Schedule;
import sc.fiji.superres.training.Start;

/**
 * What a training starts from: a model, or random weights.
 *
 * @param model null for random weights
 * @param step steps that it has done
 * @param fromCard whether step and learning rate are those of its card
 * @param recipe how the model was trained; empty where it does not tell, or for random weights
 * @param curve how the model learned; empty where it does not tell, or for random weights
 */
record StartModel(Model model, int step, boolean fromCard, Recipe recipe, LearningCurve curve) {

	private static final String CARD = "card";

	/**
	 * @param name of the model; blank for random weights
	 * @param step a whole number, or {@code card}
	 */
	static StartModel open(final String name, final String step, final Engine engine) throws IOException {
		final boolean fromCard = step.equals(CARD);
		if (!fromCard && !step.matches("\\d{1,9}"))
			throw new IllegalArgumentException("start_step is \"" + step + "\", but must be a whole number from 0 on, or card.");
		final Model model = name.isBlank() ? null : ModelFolders.standard().open(name, engine);
		final int done = !fromCard ? Integer.parseInt(step) : model == null ? 1 : card(model, "steps").intValue();
		if (model == null && done > 0)
			throw new IllegalArgumentException("start_step is \"" + step + "\", but random weights have done no step. Name the " +
				"model to start from (start), or leave start_step out.");
		return new StartModel(model, done, fromCard, model == null ? Recipe.EMPTY : Recipe.of(model.path()).orElse(Recipe.EMPTY),
			model == null ? LearningCurve.EMPTY : curve(model));
	}

	/** A curve that this version cannot read is left out: the model is as good without. */
	private static LearningCurve curve(final Model model) {
		try {
			return Attachments.read(model.path(), Attachments.CURVE).map(csv -> LearningCurve.parse(new String(csv,
				StandardCharsets.UTF_8))).orElse(LearningCurve.EMPTY);
		}
		catch (final IllegalArgumentException e) {
			return LearningCurve.EMPTY;
		}
	}

	private static Number card(final Model model, final String key) {
		if (model.card().training().get(key) instanceof Number number) return number;
		throw new IllegalArgumentException("The card of " + model.name() + " has no " + key + ", so start_step cannot be " +
			"card. Give a number, and the learning rate.");
	}

	boolean isRandom() {
		return model == null;
	}

	/** Steps that a training of this architecture has done already. */
	int firstStep(final Architecture architecture) {
		if (step > 0 && model.network().architecture().getClass() != architecture.getClass())
			throw new IllegalArgumentException("start_step is for a model of " + architecture.title() + ", which goes on, but " +
				model
				.name() + " is " + model.network().architecture().title() + ". Leave start_step out.");
		return step;
	}

	/** That of the card, or of the numbers given. */
	Schedule schedule(final double rate, final int halveEvery) {
		return fromCard ? new Schedule(card(model, "learning_rate").doubleValue(), card(model, "halve_every").intValue())
			: new Schedule(rate, halveEvery);
	}

	/** @throws IllegalArgumentException if the model is not of the architecture, or of other depth, filters or channels */
	Start weights(final Architecture architecture, final long seed) {
		return model == null ? Start.random(architecture.network(), seed)
			: Start.from(model.name(), model.network(), model.weights(), architecture.network(), seed);
	}
}
