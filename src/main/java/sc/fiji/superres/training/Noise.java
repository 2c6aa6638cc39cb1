package sc.fiji.superres.training;

import java.util.SplittableRandom;

/**
 * The noise of a camera, in grey levels: first Poisson noise of the photons, then Gaussian noise of the read-out. The two
 * distributions are drawn here, as no library in Fiji does and one of our own would be many times as large.
 *
 * @param photons that white (255) stands for; 0 for no Poisson noise
 * @param deviation standard deviation of the Gaussian noise in grey levels; 0 for none
 */
public record Noise(double photons, double deviation) {

	public static final Noise NONE = new Noise(0, 0);

	private static final double WHITE = 255;

	/** From here on a Poisson distribution is drawn as the normal one that it approaches. */
	private static final double MANY = 50;

	/** @throws IllegalArgumentException if a number is negative or not finite */
	public Noise {
		if (!(photons >= 0 && photons < Double.POSITIVE_INFINITY))
			throw new IllegalArgumentException("photons is " + photons + ", but must be at least 0.");
		if (!(deviation >= 0 && deviation < Double.POSITIVE_INFINITY))
			throw new IllegalArgumentException("noise is " + deviation + ", but must be at least 0 grey levels.");
	}

	boolean isNone() {
		return photons == 0 && deviation == 0;
	}

	/** Adds it to grey levels, in place. */
	void addTo(final float[] greyLevels, final SplittableRandom random) {
		if (isNone()) return;
		for (int i = 0; i < greyLevels.length; i++) {
			double value = greyLevels[i];
			if (photons > 0) value = poisson(Math.max(0, value) / WHITE * photons, random) * (WHITE / photons);
			if (deviation > 0) value += deviation * random.nextGaussian();
			greyLevels[i] = (float) value;
		}
	}

	/** Knuth's multiplication of uniform numbers (The Art of Computer Programming 2, 3.4.1). */
	private static double poisson(final double mean, final SplittableRandom random) {
		if (mean > MANY) return Math.max(0, Math.rint(mean + Math.sqrt(mean) * random.nextGaussian()));
		final double limit = Math.exp(-mean);
		int count = 0;
		for (double product = random.nextDouble(); product > limit; product *= random.nextDouble())
			count++;
		return count;
	}

	/** A raster with it, the same at each call. */
	Raster on(final Raster raster, final long seed) {
		if (isNone()) return raster;
		final float[] greyLevels = raster.toFloats();
		addTo(greyLevels, new SplittableRandom(seed));
		return Raster.of(greyLevels, raster.width(), raster.height(), raster.channels());
	}
}
