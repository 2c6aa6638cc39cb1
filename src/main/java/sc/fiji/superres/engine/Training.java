package sc.fiji.superres.engine;

import java.util.Map;

/** A network in training by Adam. Close it to free its memory. */
public interface Training extends AutoCloseable {

	/**
	 * One step of Adam on one batch, of the discriminator, too, where there is one.
	 *
	 * @param lr patches, batch × patch × patch × channels, grey levels 0..255
	 * @param hr their truths, batch × scale·patch × scale·patch × channels, grey levels 0..255
	 * @param rate learning rate of this step
	 * @return the losses before the step: {@link Loss#TOTAL}, and those that the objective has
	 */
	Map<Loss, Double> step(float[] lr, float[] hr, double rate);

	/** Weights and optimiser as they are now, copied. */
	TrainingState state();

	@Override
	void close();
}
