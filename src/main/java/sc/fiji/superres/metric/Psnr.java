package sc.fiji.superres.metric;

import java.util.List;

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
		MetricChecks.check(reference, test, options, 1);
		final double range = options.range().resolve(reference);
		final boolean colour = reference.getType() instanceof ARGBType;
		final List<PsnrResult.Channel> channels = colour ? colour(rows(reference), rows(test), range)
			: List.of(channel(Component.GREY, rows(reference), rows(test), range));
		return PsnrResult.of(channels, range, Convention.line(options, range, colour, colourPolicy()));
	}

	private List<PsnrResult.Channel> colour(final Rows<ARGBType> reference, final Rows<ARGBType> test, final double range) {
		if (options.channels() == Channels.JOINT)
			return List.of(PsnrResult.Channel.of("RGB", range, PixelMean.of(reference, test, Component::meanSquare)));
		return Component.ofColour(options.channels()).stream().map(component -> channel(component, reference, test, range))
			.toList();
	}

	private static <T> PsnrResult.Channel channel(final Component<T> component, final Rows<T> reference, final Rows<T> test,
		final double range)
	{
		return PsnrResult.Channel.of(component.name(), range, PixelMean.of(reference, test, component::square));
	}

	private <T> Rows<T> rows(final RandomAccessibleInterval<?> image) {
		return Rows.of(image, options.border());
	}

	private String colourPolicy() {
		return options.channels() == Channels.JOINT ? "one MSE of R, G and B together" : "mean PSNR of R, G and B";
	}
}
