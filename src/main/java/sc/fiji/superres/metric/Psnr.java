package sc.fiji.superres.metric;

import java.util.List;
import java.util.function.ToDoubleBiFunction;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.NumericType;
import net.imglib2.type.numeric.RealType;

/**
 * Peak signal-to-noise ratio of a test image against its reference: 10 log10(range² / MSE) decibels.
 *
 * <pre>
 * PsnrResult result = Psnr.of(MetricOptions.benchmark(2)).compute(hr, sr);
 * System.out.println(result.psnr() + " dB (" + result.convention() + ")");
 * </pre>
 *
 * Sums are float64; no pixel is rounded, clipped or left out (but at the border). Images are compared pixel by pixel from
 * their upper left corners, wherever their intervals start.
 */
public final class Psnr {

	private final MetricOptions options;

	private Psnr(final MetricOptions options) {
		this.options = options;
	}

	public static Psnr of(final MetricOptions options) {
		return new Psnr(options);
	}

	/**
	 * Compares two images.
	 *
	 * @param reference 2-D: one channel of {@link RealType}, or colour as {@link ARGBType} (alpha is ignored)
	 * @param test of the same size and pixel type
	 * @throws IllegalArgumentException if the images do not fit together or the options do not fit them; the message says
	 *           what was found, what is allowed and what to do
	 */
	public PsnrResult compute(final RandomAccessibleInterval<? extends NumericType<?>> reference,
		final RandomAccessibleInterval<? extends NumericType<?>> test)
	{
		MetricChecks.check(reference, test, options);
		final double range = options.range().resolve(reference);
		final boolean colour = reference.getType() instanceof ARGBType;
		final List<PsnrResult.Channel> channels = colour ?
			colour(cast(reference), cast(test), range) : grey(cast(reference), cast(test), range);
		return PsnrResult.of(channels, range, convention(range, colour));
	}

	private List<PsnrResult.Channel> grey(final RandomAccessibleInterval<RealType<?>> reference,
		final RandomAccessibleInterval<RealType<?>> test, final double range)
	{
		return List.of(channel(PsnrResult.GREY, range, reference, test, (r, t) -> square(Difference.grey(r, t))));
	}

	private List<PsnrResult.Channel> colour(final RandomAccessibleInterval<ARGBType> reference,
		final RandomAccessibleInterval<ARGBType> test, final double range)
	{
		switch (options.channels()) {
			case EACH:
				return List.of(
					channel("R", range, reference, test, (r, t) -> square(Difference.red(r, t))),
					channel("G", range, reference, test, (r, t) -> square(Difference.green(r, t))),
					channel("B", range, reference, test, (r, t) -> square(Difference.blue(r, t))));
			case JOINT:
				return List.of(channel("RGB", range, reference, test, Difference::meanSquare));
			default:
				return List.of(channel("Y", range, reference, test, (r, t) -> square(Difference.luma(r, t))));
		}
	}

	private <T> PsnrResult.Channel channel(final String name, final double range, final RandomAccessibleInterval<T> reference,
		final RandomAccessibleInterval<T> test, final ToDoubleBiFunction<T, T> squaredError)
	{
		return PsnrResult.Channel.of(name, range, PixelMean.of(reference, test, options.border(), squaredError));
	}

	private String convention(final double range, final boolean colour) {
		return "range " + Range.format(range) + ", border " + options.border() + ", " + (colour ? colourPolicy() : greyPolicy()) +
			", no rounding";
	}

	private String greyPolicy() {
		return options.channels() == Channels.Y ? "grey values taken as Y" : "one channel";
	}

	private String colourPolicy() {
		switch (options.channels()) {
			case EACH:
				return "mean PSNR of R, G and B";
			case JOINT:
				return "one MSE of R, G and B together";
			default:
				return "Y of ITU-R BT.601 (studio swing)";
		}
	}

	private static double square(final double difference) {
		return difference * difference;
	}

	@SuppressWarnings("unchecked")
	private static <T> RandomAccessibleInterval<T> cast(final RandomAccessibleInterval<?> image) {
		return (RandomAccessibleInterval<T>) image;
	}
}
