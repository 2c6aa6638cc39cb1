package sc.fiji.superres.evaluation;

import java.util.Map;
import java.util.function.UnaryOperator;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.converter.RealFloatConverter;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.NumericType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.superres.metric.Channels;
import sc.fiji.superres.metric.MetricOptions;
import sc.fiji.superres.metric.Psnr;
import sc.fiji.superres.metric.Sharpness;
import sc.fiji.superres.metric.Ssim;
import sc.fiji.superres.resample.MatlabResize;
import sc.fiji.superres.upscale.Intensity;
import sc.fiji.superres.upscale.Method;
import sc.fiji.superres.upscale.UpscaleOptions;
import sc.fiji.superres.upscale.Upscaled;
import sc.fiji.superres.upscale.Upscaler;

/**
 * Measures methods on images.
 *
 * <pre>
 * Score score = new Evaluation(EvaluationOptions.benchmark(), upscaler -&gt; upscaler)
 *   .score(method, new EvaluationImage("baby", hr, null));
 * </pre>
 *
 * LR images that are not given are made as the benchmarks make them. For methods of three channels, MATLAB's bicubic shrinks
 * R, G and B in 8 bits. What takes one channel (baselines and luma networks) is measured on Y as SRCNN's demo does: Y
 * rounded to 8 bits is shrunk in float, upscaled in float, and rounded. Images of other types are shrunk and upscaled in
 * their own.
 */
public final class Evaluation {

	private static final String GREY_LEVELS = "0,255";

	private final EvaluationOptions options;
	private final UnaryOperator<Upscaler> setting;

	/** @param setting gives upscalers their engine and progress */
	public Evaluation(final EvaluationOptions options, final UnaryOperator<Upscaler> setting) {
		this.options = options;
		this.setting = setting;
	}

	/** {@link #score(Method, boolean, EvaluationImage)} without self-ensemble. */
	public Score score(final Method method, final EvaluationImage image) {
		return score(method, false, image);
	}

	/**
	 * Measures a method.
	 *
	 * @param ensemble whether it takes the mean over eight flips and turns
	 * @throws IllegalArgumentException if the images do not fit together, the scale, or the options
	 */
	public Score score(final Method method, final boolean ensemble, final EvaluationImage image) {
		try {
			return measured(method, UpscaleOptions.defaults().ensemble(ensemble), image);
		}
		catch (final IllegalArgumentException e) {
			throw new IllegalArgumentException(method.name() + " on " + image.name() + ": " + e.getMessage(), e);
		}
	}

	private Score measured(final Method method, final UpscaleOptions how, final EvaluationImage image) {
		final int scale = method.scale();
		if (image.hr().dimension(0) < scale || image.hr().dimension(1) < scale)
			throw new IllegalArgumentException("The image has " + size(image.hr()) + " pixels, which make no LR pixel of " + scale +
				" x " + scale + ". Leave it out.");
		if (image.lr() != null) return onPair(method, how, image);
		final Object type = image.hr().getType();
		final boolean eightBits = type instanceof ARGBType || type instanceof UnsignedByteType;
		if (options.channels() == Channels.Y && eightBits && method.takesOneChannel())
			return onLuma(method, how, image.name(), BenchmarkImages.luma(MatlabResize.cropped(image.hr(), scale)));
		final RandomAccessibleInterval<? extends NumericType<?>> hr = MatlabResize.cropped(image.hr(), scale);
		return measured(method, how, image.name(), hr, BenchmarkImages.shrunk(hr, scale));
	}

	private Score onPair(final Method method, final UpscaleOptions how, final EvaluationImage image) {
		final int scale = method.scale();
		for (int d = 0; d < 2; d++)
			if (image.hr().dimension(d) / scale != image.lr().dimension(d))
				throw new IllegalArgumentException("The images have " + size(image.hr()) + " and " + size(image.lr()) + " " +
					"pixels, but the model makes " +
					scale + " pixels of one along each side. Evaluate models on images of their scale, or leave the LR " +
					"images to be made.");
		return measured(method, how, image.name(), MatlabResize.cropped(image.hr(), scale), image.lr());
	}

	private Score onLuma(final Method method, final UpscaleOptions how, final String name, final Img<UnsignedByteType> hr) {
		final RandomAccessibleInterval<FloatType> real = Converters.convert((RandomAccessibleInterval<UnsignedByteType>) hr,
			new RealFloatConverter<>(), new FloatType());
		final Img<FloatType> lr = MatlabResize.shrink(real, method.scale());
		final UpscaleOptions greyLevels = how.intensity(Intensity.parse(GREY_LEVELS));
		final long start = System.nanoTime();
		final Upscaled<FloatType> sr = setting.apply(Upscaler.of(method)).options(greyLevels).run(lr);
		return score(method, name, hr, BenchmarkImages.rounded(sr.image()), sr.facts(), seconds(start));
	}

	@SuppressWarnings({ "unchecked", "rawtypes" })
	private Score measured(final Method method, final UpscaleOptions how, final String name,
		final RandomAccessibleInterval<? extends NumericType<?>> hr, final RandomAccessibleInterval<? extends NumericType<?>> lr)
	{
		final long start = System.nanoTime();
		final Upscaled<?> sr = setting.apply(Upscaler.of(method)).options(how).run((RandomAccessibleInterval) lr);
		return score(method, name, hr, (RandomAccessibleInterval) sr.image(), sr.facts(), seconds(start));
	}

	private Score score(final Method method, final String name, final RandomAccessibleInterval<? extends NumericType<?>> hr,
		final RandomAccessibleInterval<? extends NumericType<?>> sr, final Map<String, String> facts, final double seconds)
	{
		final MetricOptions metric = options.metric(method.scale());
		return new Score(method.name(), name, Psnr.of(metric).compute(hr, sr).psnr(), Ssim.of(metric).compute(hr, sr).ssim(),
			decibels(facts.get("consistency")), Sharpness.of(metric).compute(hr, sr), seconds);
	}

	private static double seconds(final long start) {
		return (System.nanoTime() - start) / 1e9;
	}

	/** As {@link Upscaler} writes them. */
	private static double decibels(final String text) {
		if (text == null) return Double.NaN;
		return text.equals("infinite") ? Double.POSITIVE_INFINITY : Double.parseDouble(text.split(" ")[0]);
	}

	private static String size(final RandomAccessibleInterval<?> image) {
		return image.dimension(0) + " x " + image.dimension(1);
	}
}
