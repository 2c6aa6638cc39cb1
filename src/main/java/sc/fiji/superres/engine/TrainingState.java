package sc.fiji.superres.engine;

import sc.fiji.superres.network.Weights;

/**
 * All that a training needs to go on.
 *
 * @param step steps done
 * @param network that is trained
 * @param average running average of its weights; null where none is kept
 * @param discriminator that is trained beside it; null where there is none
 */
public record TrainingState(long step, AdamState network, Weights average, AdamState discriminator) {

	/**
	 * The state before the first step.
	 *
	 * @param setup tells whether an average is kept
	 * @param discriminator its first weights; null where there is none
	 */
	public static TrainingState start(final Weights weights, final TrainingSetup setup, final Weights discriminator) {
		return new TrainingState(0, AdamState.start(weights), setup.averages() ? weights : null,
			discriminator == null ? null : AdamState.start(discriminator));
	}

	/** The weights to use: the average where there is one. */
	public Weights result() {
		return average != null ? average : network.weights();
	}
}
