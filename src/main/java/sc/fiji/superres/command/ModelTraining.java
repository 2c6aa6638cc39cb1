package sc.fiji.superres.command;

import java.io.IOException;
import java.nio.file.Path;

import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.engine.Progress;
import sc.fiji.superres.training.Start;
import sc.fiji.superres.training.Trainer;
import sc.fiji.superres.training.TrainingOptions;
import sc.fiji.superres.training.TrainingResult;
import sc.fiji.superres.training.TrainingSet;

/** A training in one phase, or, as SRGAN's, in two: each with checkpoints of its own, so that it goes on in the right one. */
record ModelTraining(Engine engine, TrainingSet set, Path folder, Progress progress) {

	private static final String FIRST = "pretraining";
	private static final String SECOND = "adversarial";

	/** Whether there are checkpoints in a folder, of whichever phase. */
	static boolean isBegun(final Path folder) {
		return Trainer.isBegun(folder) || Trainer.isBegun(folder.resolve(FIRST)) || Trainer.isBegun(folder.resolve(SECOND));
	}

	TrainingResult train(final TrainingOptions options, final Start start) throws IOException {
		return new Trainer(engine, options, start, set, folder).train(progress);
	}

	/**
	 * Both phases.
	 *
	 * @param first null where the network to start from is trained already
	 */
	TrainingResult train(final TrainingOptions first, final TrainingOptions second, final Start start) throws IOException {
		Start pretrained = start;
		if (first != null) {
			final TrainingResult result = new Trainer(engine, first, start, set, folder.resolve(FIRST)).train(progress);
			if (result.steps() < first.steps()) return result;
			pretrained = new Start("the first phase, from " + start.origin(), result.weights());
		}
		return new Trainer(engine, second, pretrained, set, folder.resolve(SECOND)).train(progress);
	}
}
