package sc.fiji.superres.engine;

import sc.fiji.superres.network.Weight;
import sc.fiji.superres.network.Weights;

/**
 * All that a training needs to go on: the weights and what Adam (Kingma and Ba 2015, algorithm 1) remembers.
 *
 * @param step steps done
 * @param weights of the network
 * @param firstMoment running mean of each gradient
 * @param secondMoment running mean of each gradient's square
 */
public record TrainingState(long step, Weights weights, Weights firstMoment, Weights secondMoment) {

	/** The state before the first step. */
	public static TrainingState start(final Weights weights) {
		return new TrainingState(0, weights, zeros(weights), zeros(weights));
	}

	private static Weights zeros(final Weights like) {
		final Weights zeros = new Weights();
		for (final Weight weight : like.list())
			zeros.put(weight, new float[weight.size()]);
		return zeros;
	}
}
