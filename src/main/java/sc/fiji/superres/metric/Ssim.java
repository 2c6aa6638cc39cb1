package sc.fiji.superres.metric;

import java.util.List;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.NumericType;
import net.imglib2.type.numeric.RealType;

/**
 * Structural similarity of a test image and its reference after Wang, Bovik, Sheikh and Simoncelli, "Image quality
 * assessment: from error visibility to structural similarity", IEEE Transactions on Image Processing 13(4), 2004: the mean
 * of their equation 13 over all positions where a Gaussian window of 11 x 11 pixels lies inside the image, its border left
 * out. So do {@code tf.image.ssim} and the published results of super-resolution.
 *
 * <pre>
 * SsimResult result = Ssim.of(MetricOptions.benchmark(2)).compute(hr, sr);
 * System.out.println(result.ssim() + " (" + result.convention() + ")");
 * </pre>
 *
 * {@link Channels#EACH} and {@link Channels#JOINT} are the same here: the mean SSIM of R, G and B. All is float64; no pixel
 * is rounded or clipped. SSIM compares local means by their ratio, so unlike PSNR it changes if a constant is added to both
 * images. Images are compared pixel by pixel from their upper left corners, wherever their intervals start.
 */
public final class Ssim {

	private static final String[] METHOD = {
		"Gaussian window of " + GaussianWindow.SIZE + " x " + GaussianWindow.SIZE + " pixels inside the border with sigma " +
			GaussianWindow.SIGMA, "K1 " + SsimFormula.K1, "K2 " + SsimFormula.K2, "population covariance" };

	private final MetricOptions options;

	private Ssim(final MetricOptions options) {
		this.options = options;
	}

	public static Ssim of(final MetricOptions options) {
		return new Ssim(options);
	}

	/**
	 * Compares two images. It needs memory for about 50 rows of float64 per thread.
	 *
	 * @param reference 2-D: one channel of {@link RealType}, or colour as {@link ARGBType} (alpha is ignored); at least 11 x 11
	 *          pixels inside the border
	 * @param test of the same size and pixel type
	 * @return NaN where a pixel inside the border is NaN or infinite
	 * @throws IllegalArgumentException if the images do not fit together or the options do not fit them; the message says
	 *           what was found, what is allowed and what to do
	 */
	public SsimResult compute(final RandomAccessibleInterval<? extends NumericType<?>> reference,
		final RandomAccessibleInterval<? extends NumericType<?>> test)
	{
		MetricChecks.check(reference, test, options, GaussianWindow.SIZE);
		final double range = options.range().resolve(reference);
		final boolean colour = reference.getType() instanceof ARGBType;
		final List<SsimResult.Channel> channels = colour ? measure(Component.ofColour(options.channels()), reference, test, range)
			: measure(List.of(Component.GREY), reference, test, range);
		return SsimResult.of(channels, range, Convention.line(options, range, colour, "mean SSIM of R, G and B", METHOD));
	}

	private <T> List<SsimResult.Channel> measure(final List<Component<T>> components,
		final RandomAccessibleInterval<?> reference, final RandomAccessibleInterval<?> test, final double range)
	{
		final Rows<T> referenceRows = Rows.of(reference, options.border());
		final Rows<T> testRows = Rows.of(test, options.border());
		return components.stream().map(component -> new SsimResult.Channel(component.name(),
			SsimMean.of(referenceRows, testRows, component, range))).toList();
	}
}
