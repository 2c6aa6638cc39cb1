package sc.fiji.superres.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;

import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.engine.Progress;
import sc.fiji.superres.training.DivergedException;
import sc.fiji.superres.training.Start;
import sc.fiji.superres.training.Trainer;
import sc.fiji.superres.training.TrainingOptions;
import sc.fiji.superres.training.TrainingResult;
import sc.fiji.superres.training.TrainingSet;

/**
 * The phases of a training and the weights that the first of them starts from; each other one starts from what the one
 * before has come to.
 *
 * @param phases one or more
 */
record TrainingPlan(List<TrainingPhase> phases, Start start) {

	/**
	 * What a training has come to.
	 *
	 * @param options of the phase that it is the result of
	 * @param before those of the phase before; null where there was none
	 * @param complete whether that was the last phase
	 */
	record Outcome(TrainingOptions options, TrainingOptions before, TrainingResult result, boolean complete) {}

	/**
	 * Whether there are checkpoints to go on from.
	 *
	 * @param folder of all checkpoints
	 * @throws IllegalArgumentException if there are, but those of a training with other phases
	 */
	boolean isBegun(final Path folder) {
		if (phases.stream().anyMatch(phase -> Trainer.isBegun(phase.folder()))) return true;
		if (TrainingPhase.isBegun(folder))
			throw new IllegalArgumentException(folder + " holds the checkpoints of another kind of training (SRGAN has two phases, " +
				"the others one). Name another output or folder for checkpoints.");
		return false;
	}

	/**
	 * Goes through the phases, or as far as it gets: where one comes to nothing, what the one before has come to is kept.
	 *
	 * @throws CancellationException if cancelled before the first validation of all
	 * @throws DivergedException if it diverged before it
	 */
	Outcome run(final Engine engine, final TrainingSet set, final Progress progress) throws IOException {
		for (final TrainingPhase phase : phases)
			Trainer.checkMemory(engine, phase.options()); // not only after hours
		Outcome outcome = null;
		for (int i = 0; i < phases.size(); i++) {
			final TrainingOptions options = phases.get(i).options();
			final Start from = outcome == null ? start : new Start("the first phase of " + outcome.options.steps() + " steps, from " +
				start.origin(), outcome.result.weights());
			try {
				final TrainingResult result = new Trainer(engine, options, from, set, phases.get(i).folder()).train(progress);
				outcome = new Outcome(options, outcome == null ? null : outcome.options, result, i == phases.size() - 1);
			}
			catch (final DivergedException e) {
				if (outcome == null) throw e;
				return new Outcome(outcome.options, outcome.before, outcome.result.endedBy(e), false);
			}
			catch (final CancellationException e) {
				if (outcome == null) throw e;
				return outcome;
			}
			if (outcome.result.steps() < options.steps()) break;
		}
		return outcome;
	}
}
