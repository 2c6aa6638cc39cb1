package sc.fiji.superres.engine;

/** A network in training: mean absolute difference (L1), minimised by Adam. Close it to free its memory. */
public interface Training extends AutoCloseable {

	/**
	 * One step of Adam on one batch.
	 *
	 * @param lr patches, batch × patch × patch × channels, grey levels 0..255
	 * @param hr their truths, batch × scale·patch × scale·patch × channels, grey levels 0..255
	 * @param rate learning rate of this step
	 * @return the loss before the step, in grey levels
	 */
	float step(float[] lr, float[] hr, double rate);

	/** Weights and optimiser as they are now, copied. */
	TrainingState state();

	@Override
	void close();
}
