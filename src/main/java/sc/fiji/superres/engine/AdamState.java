package sc.fiji.superres.engine;

import java.util.List;

import sc.fiji.superres.network.Weight;
import sc.fiji.superres.network.Weights;

/**
 * A network in training, and what Adam (Kingma and Ba 2015, algorithm 1) remembers of it.
 *
 * @param weights of the network
 * @param firstMoment running mean of each gradient
 * @param secondMoment running mean of each gradient's square
 */
public record AdamState(Weights weights, Weights firstMoment, Weights secondMoment) {

	/** The state before the first step. */
	static AdamState start(final Weights weights) {
		return new AdamState(weights, zeros(weights), zeros(weights));
	}

	private static Weights zeros(final Weights like) {
		final Weights zeros = new Weights();
		for (final Weight weight : List.copyOf(like.list()))
			zeros.put(weight, new float[weight.size()]);
		return zeros;
	}
}
