package sc.fiji.superres.command;

import java.io.IOException;
import java.util.Map;

import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.model.Model;
import sc.fiji.superres.model.ModelFolders;
import sc.fiji.superres.network.Network;
import sc.fiji.superres.training.Schedule;
import sc.fiji.superres.training.Start;

/**
 * The model that a training starts from.
 *
 * @param step steps that it has done
 * @param fromCard whether step and learning rate are those of its card
 */
record StartModel(Model model, int step, boolean fromCard) {

	private static final String CARD = "card";

	/** @param step a whole number, or {@code card} */
	static StartModel open(final String name, final String step, final Engine engine) throws IOException {
		final Model model = ModelFolders.standard().open(name, engine);
		if (step.equals(CARD)) return new StartModel(model, ((Number) card(model, "steps")).intValue(), true);
		if (!step.matches("\\d{1,9}"))
			throw new IllegalArgumentException("start_step is \"" + step + "\", but must be a whole number from 0 on, or card.");
		return new StartModel(model, Integer.parseInt(step), false);
	}

	/** That of the card, or of the numbers given. */
	Schedule schedule(final double rate, final int halveEvery) {
		if (!fromCard) return new Schedule(rate, halveEvery);
		return new Schedule(((Number) card(model, "learning_rate")).doubleValue(), ((Number) card(model, "halve_every")).intValue());
	}

	private static Object card(final Model model, final String key) {
		final Map<String, Object> training = model.card().training();
		if (training.get(key) instanceof Number number) return number;
		throw new IllegalArgumentException("The card of " + model.name() + " has no " + key + ", so start_step cannot be card. Give a " +
			"number, and the learning rate.");
	}

	Start start(final Network network, final long seed) {
		return Start.from(model.name(), model.network(), model.weights(), network, seed);
	}
}
