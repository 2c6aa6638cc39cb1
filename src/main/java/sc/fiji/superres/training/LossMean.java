package sc.fiji.superres.training;

import java.util.EnumMap;
import java.util.Map;

import sc.fiji.superres.engine.Loss;

/** The mean of each loss over some steps. */
final class LossMean {

	private final Map<Loss, Double> sums = new EnumMap<>(Loss.class);
	private long steps;

	void add(final Map<Loss, Double> losses) {
		losses.forEach((loss, value) -> sums.merge(loss, value, Double::sum));
		steps++;
	}

	double total() {
		return sums.get(Loss.TOTAL) / steps;
	}

	Map<Loss, Double> means() {
		final Map<Loss, Double> means = new EnumMap<>(Loss.class);
		sums.forEach((loss, sum) -> means.put(loss, sum / steps));
		return means;
	}

	void clear() {
		sums.clear();
		steps = 0;
	}
}
