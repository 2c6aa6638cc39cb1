package sc.fiji.superres.training;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;

import sc.fiji.superres.resample.MatlabResize;
import sc.fiji.superres.resample.PsfSampling;

/**
 * How an LR image comes from its HR image, so what a network learns to undo.
 *
 * @param seen where LR images are given beside the HR ones: their folder; null where they are made
 * @param psf standard deviation of a Gaussian point spread function in HR pixels, after which the image is sampled; 0 for
 *		  MATLAB's bicubic instead
 * @param noise of the LR image
 */
public record Degradation(String seen, double psf, Noise noise) {

	/** That of the benchmarks. */
	public static final Degradation BICUBIC = new Degradation(0, Noise.NONE);

	/** What is made by the software. */
	public Degradation(final double psf, final Noise noise) {
		this(null, psf, noise);
	}

	/**
	 * What a microscope has done: LR images are given.
	 *
	 * @param folder where they lie, in words
	 */
	public static Degradation seen(final String folder) {
		return new Degradation(folder, 0, Noise.NONE);
	}

	/** @throws IllegalArgumentException if a number is negative or not finite */
	public Degradation {
		if (!(psf >= 0 && psf < Double.POSITIVE_INFINITY))
			throw new IllegalArgumentException("psf_sigma is " + psf + ", but must be at least 0 HR pixels.");
	}

	/** The LR image without its noise. */
	Raster shrink(final Raster hr, final int scale) {
		return hr.resized(new Raster.Resizing() {

			@Override
			public <T extends RealType<T> & NativeType<T>> Img<T> apply(final RandomAccessibleInterval<T> channel) {
				return psf > 0 ? PsfSampling.shrink(channel, scale, psf) : MatlabResize.shrink(channel, scale);
			}
		});
	}

	/** For a model's card, such as {@code Gaussian PSF of 1.5 HR pixels, 200 photons at white}. */
	@Override
	public String toString() {
		if (seen != null) return "as seen in the LR images of " + seen;
		final StringBuilder text = new StringBuilder(psf > 0 ? "Gaussian PSF of " + psf + " HR pixels" : "MATLAB's bicubic");
		if (noise.photons() > 0) text.append(", Poisson noise of ").append(noise.photons()).append(" photons at white");
		if (noise.deviation() > 0) text.append(", Gaussian noise of ").append(noise.deviation()).append(" grey levels");
		return text.toString();
	}
}
