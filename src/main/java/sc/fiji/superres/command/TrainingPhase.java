package sc.fiji.superres.command;

import java.nio.file.Path;

import sc.fiji.superres.training.Trainer;
import sc.fiji.superres.training.TrainingOptions;

/**
 * One of the trainings that follow each other until a model is done: SRGAN's are two, all others one.
 *
 * @param folder of its checkpoints, so that a training goes on in the right phase
 */
record TrainingPhase(Path folder, TrainingOptions options) {

	private static final String PRETRAINING = "pretraining";
	private static final String ADVERSARIAL = "adversarial";

	/** The only one. */
	static TrainingPhase only(final Path checkpoints, final TrainingOptions options) {
		return new TrainingPhase(checkpoints, options);
	}

	/** SRGAN's first, without discriminator. */
	static TrainingPhase pretraining(final Path checkpoints, final TrainingOptions options) {
		return new TrainingPhase(checkpoints.resolve(PRETRAINING), options);
	}

	/** SRGAN's second. */
	static TrainingPhase adversarial(final Path checkpoints, final TrainingOptions options) {
		return new TrainingPhase(checkpoints.resolve(ADVERSARIAL), options);
	}

	/** Whether there are checkpoints in a folder, of whichever phase. */
	static boolean isBegun(final Path checkpoints) {
		return Trainer.isBegun(checkpoints) || Trainer.isBegun(checkpoints.resolve(PRETRAINING)) ||
			Trainer.isBegun(checkpoints.resolve(ADVERSARIAL));
	}
}
