package sc.fiji.superres.sample;

import java.util.Random;

/** Random numbers, the same for the same seed on every Java. */
final class Chance {

	private final Random random;

	Chance(final long seed) {
		random = new Random(seed);
	}

	/** Uniform. */
	double between(final double low, final double high) {
		return low + (high - low) * random.nextDouble();
	}

	/** Uniform, 0 to 2π. */
	double angle() {
		return between(0, 2 * Math.PI);
	}

	/** From a normal distribution around 0. */
	double around(final double sigma) {
		return sigma * random.nextGaussian();
	}

	/** Once in so many times. */
	boolean oneIn(final int times) {
		return random.nextInt(times) == 0;
	}

	/** From 0 to below {@code count}. */
	int below(final int count) {
		return random.nextInt(count);
	}
}
