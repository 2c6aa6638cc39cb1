package sc.fiji.superres.resample;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;

/**
 * Shrinks an image as a microscope with larger pixels samples it: blurred by the point spread function of the optics, here a
 * Gaussian, and then taken at the centre of each LR pixel.
 *
 * <pre>
 * Img&lt;UnsignedShortType&gt; lr = PsfSampling.shrink(hr, 2, 1.2);
 * </pre>
 *
 * LR pixel {@code i} lies at HR position {@code (i + 0.5) * factor - 0.5}, so HR and LR grids are aligned as those of
 * {@link MatlabResize}. The Gaussian is cut at 4 sigma and its weights sum up to 1; it is sampled at the HR pixels and not
 * integrated over them. Pixels beyond the edge repeat the edge. Integer types are rounded (half away from zero) and clipped
 * to the type once, at the end; other types are neither rounded nor clipped. Sums are float64.
 * <p>
 * Images are two-dimensional with one channel and may start anywhere; results start at (0, 0) and have the same pixel
 * type. The work is shared among the threads of {@link net.imglib2.parallel.Parallelization}, whose number does not change
 * the result.
 */
public final class PsfSampling {

	private static final double MAX_SIGMA = 100;

	private PsfSampling() {}

	/**
	 * Shrinks by a whole factor.
	 *
	 * @param image one channel, width × height pixels
	 * @param factor 1 to 1,000,000
	 * @param sigma standard deviation of the point spread function in pixels of {@code image}, above 0 and up to 100; a full
	 *          width at half maximum is 2.355 sigma
	 * @return ceil(width / factor) × ceil(height / factor) pixels
	 * @throws IllegalArgumentException if the image is not 2-D or empty, or a number is out of its range
	 */
	public static <T extends RealType<T> & NativeType<T>> Img<T> shrink(final RandomAccessibleInterval<T> image,
		final int factor, final double sigma)
	{
		ResizeChecks.checkImage(image);
		ResizeChecks.checkFactor(factor);
		if (!(sigma > 0 && sigma <= MAX_SIGMA))
			throw new IllegalArgumentException("The sigma of the point spread function is " + sigma +
				" pixels; it must be above 0 and at most " + MAX_SIGMA + ".");
		final Kernel kernel = new Gaussian(sigma, factor);
		final Taps tapsX = Taps.shrinking(kernel, (int) image.dimension(0), factor);
		final Taps tapsY = Taps.shrinking(kernel, (int) image.dimension(1), factor);
		final Img<T> result = MatlabResize.create(image.getType(), tapsX.outputSize(), tapsY.outputSize());
		new VerticalThenHorizontal<>(image, result, tapsX, tapsY, false).run();
		return result;
	}
}
