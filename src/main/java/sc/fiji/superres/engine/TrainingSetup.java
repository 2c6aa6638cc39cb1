package sc.fiji.superres.engine;

/**
 * What is fixed for a whole training session.
 *
 * @param batch patches of a step
 * @param patch side of a patch in LR pixels
 * @param precision of the convolutions, forward and backward
 */
public record TrainingSetup(int batch, int patch, Precision precision) {}
