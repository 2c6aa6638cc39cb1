package sc.fiji.superres.batch;

import java.util.Random;

import net.imglib2.img.array.ArrayImgs;

import sc.fiji.superres.engine.Progress;
import sc.fiji.superres.upscale.UpscaleOptions;
import sc.fiji.superres.upscale.Upscaler;

/**
 * How fast images are upscaled here, roughly: other programs, and images of other kinds, change it.
 *
 * @param perImage seconds that each image takes, however small
 * @param perPixel seconds for each LR pixel
 */
public record Speed(double perImage, double perPixel) {

	/** Sides of the images that are tried, in pixels. */
	private static final int SMALL = 24;
	private static final int LARGE = 96;

	/**
	 * The first tries are slower, until Java has compiled the code: each image is tried again for so long, but not more often.
	 */
	private static final double ENOUGH_SECONDS = 0.3;
	private static final int TRIES = 40;

	/**
	 * Tries it on noise.
	 *
	 * @param colour whether the images are RGB
	 * @throws java.util.concurrent.CancellationException if the user cancels
	 */
	public static Speed of(final Procedure procedure, final boolean colour, final Progress progress) {
		progress.update("Trying how fast it is", 0, 0);
		// the options that are known to suit any image
		final Upscaler upscaler = procedure.upscaler().options(UpscaleOptions.defaults().ensemble(procedure.options().ensemble()))
			.progress(progress.silent());
		final double small = best(upscaler, SMALL, colour);
		final double large = Math.max(small, best(upscaler, LARGE, colour));
		final double perPixel = (large - small) / (LARGE * LARGE - SMALL * SMALL);
		return new Speed(Math.max(0, small - perPixel * SMALL * SMALL), perPixel);
	}

	private static double best(final Upscaler upscaler, final int side, final boolean colour) {
		double best = Double.MAX_VALUE, sum = 0;
		for (int i = 0; i < 2 || i < TRIES && sum < ENOUGH_SECONDS; i++) {
			final double seconds = seconds(upscaler, side, colour);
			best = Math.min(best, seconds);
			sum += seconds;
		}
		return best;
	}

	private static double seconds(final Upscaler upscaler, final int side, final boolean colour) {
		final Random random = new Random(1);
		final byte[] greys = new byte[side * side];
		random.nextBytes(greys);
		final long start = System.nanoTime();
		if (colour) upscaler.upscale(ArrayImgs.argbs(random.ints(side * side).toArray(), side, side));
		else upscaler.upscale(ArrayImgs.unsignedBytes(greys, side, side));
		return (System.nanoTime() - start) / 1e9;
	}

	/** How long so much work takes, in seconds. */
	double seconds(final long images, final long pixels) {
		return images * perImage + pixels * perPixel;
	}
}
