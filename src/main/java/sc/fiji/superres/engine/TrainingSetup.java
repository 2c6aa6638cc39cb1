package sc.fiji.superres.engine;

/**
 * What is fixed for a whole training session.
 *
 * @param batch patches of a step
 * @param patch side of a patch in LR pixels
 * @param precision of the convolutions, forward and backward
 * @param objective what is minimised
 * @param averageDecay how much of the running average of the weights a step keeps, below 1; 0 for no average
 * @param clipNorm largest Euclidean norm of all gradients together, to which larger ones are scaled down; 0 for no limit
 */
public record TrainingSetup(int batch, int patch, Precision precision, Objective objective, double averageDecay,
	double clipNorm)
{

	/** Mean absolute difference, no average, no limit. */
	public TrainingSetup(final int batch, final int patch, final Precision precision) {
		this(batch, patch, precision, Objective.of(Objective.Pixel.L1), 0, 0);
	}

	/** Whether a running average of the weights is kept. */
	public boolean averages() {
		return averageDecay > 0;
	}
}
