package sc.fiji.superres.evaluation;

import java.util.Map;
import java.util.function.UnaryOperator;

import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.ColorChannelOrder;
import net.imglib2.converter.Converters;
import net.imglib2.converter.RealFloatConverter;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgFactory;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.NumericType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import sc.fiji.superres.metric.Channels;
import sc.fiji.superres.metric.Luma;
import sc.fiji.superres.metric.MetricOptions;
import sc.fiji.superres.metric.Psnr;
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
 * Score score = new Evaluation(EvaluationOptions.benchmark(), upscaler -&gt; upscaler).score(method, new EvaluationImage("baby", hr, null));
 * </pre>
 *
 * LR images that are not given are made as the benchmarks make them. For methods of three channels, MATLAB's bicubic shrinks
 * R, G and B in 8 bits. What takes one channel (baselines and luma networks) is measured on Y as SRCNN's demo does: Y rounded
 * to 8 bits is shrunk in float, upscaled in float, and rounded. Images of other types are shrunk and upscaled in their own.
 */
public final class Evaluation {

	private static final String GREY_LEVELS = "0,255";

	private final EvaluationOptions options;
	private final UnaryOperator<Upscaler> setting;

	/** @param setting gives upscalers their engine, options and progress */
	public Evaluation(final EvaluationOptions options, final UnaryOperator<Upscaler> setting) {
		this.options = options;
		this.setting = setting;
	}

	/** @throws IllegalArgumentException if the images do not fit together, the scale, or the options */
	public Score score(final Method method, final EvaluationImage image) {
		try {
			return measured(method, image);
		}
		catch (final IllegalArgumentException e) {
			throw new IllegalArgumentException(method.name() + " on " + image.name() + ": " + e.getMessage(), e);
		}
	}

	private Score measured(final Method method, final EvaluationImage image) {
		final int scale = method.scale();
		if (image.hr().dimension(0) < scale || image.hr().dimension(1) < scale)
			throw new IllegalArgumentException("The image has " + size(image.hr()) + " pixels, which make no LR pixel of " + scale + " x " +
				scale + ". Leave it out.");
		if (image.lr() != null) return onPair(method, image);
		final Object type = image.hr().getType();
		final boolean eightBits = type instanceof ARGBType || type instanceof UnsignedByteType;
		if (options.channels() == Channels.Y && eightBits && method.takesOneChannel())
			return onLuma(method, image.name(), luma(cropped(image.hr(), scale, scale)));
		return measured(method, image.name(), cropped(image.hr(), scale, scale), shrunk(cropped(image.hr(), scale, scale), scale));
	}

	private Score onPair(final Method method, final EvaluationImage image) {
		final int scale = method.scale();
		for (int d = 0; d < 2; d++)
			if (image.hr().dimension(d) / scale != image.lr().dimension(d))
				throw new IllegalArgumentException("The images have " + size(image.hr()) + " and " + size(image.lr()) + " pixels, but the " +
					"model makes " + scale + " pixels of one along each side. Evaluate models on images of their scale, or leave the LR " +
					"images to be made.");
		return measured(method, image.name(), cropped(image.hr(), scale, scale), image.lr());
	}

	private Score onLuma(final Method method, final String name, final Img<UnsignedByteType> hr) {
		final RandomAccessibleInterval<FloatType> real = Converters.convert((RandomAccessibleInterval<UnsignedByteType>) hr,
			new RealFloatConverter<>(), new FloatType());
		final Img<FloatType> lr = MatlabResize.shrink(real, method.scale());
		final UpscaleOptions greyLevels = UpscaleOptions.defaults().intensity(Intensity.parse(GREY_LEVELS));
		final long start = System.nanoTime();
		final Upscaled<FloatType> sr = setting.apply(Upscaler.of(method)).options(greyLevels).run(lr);
		return score(method, name, hr, rounded(sr.image()), sr.facts(), seconds(start));
	}

	@SuppressWarnings({ "unchecked", "rawtypes" })
	private Score measured(final Method method, final String name, final RandomAccessibleInterval<? extends NumericType<?>> hr,
		final RandomAccessibleInterval<? extends NumericType<?>> lr)
	{
		final long start = System.nanoTime();
		final Upscaled<?> sr = setting.apply(Upscaler.of(method)).run((RandomAccessibleInterval) lr);
		return score(method, name, hr, (RandomAccessibleInterval) sr.image(), sr.facts(), seconds(start));
	}

	private Score score(final Method method, final String name, final RandomAccessibleInterval<? extends NumericType<?>> hr,
		final RandomAccessibleInterval<? extends NumericType<?>> sr, final Map<String, String> facts, final double seconds)
	{
		final MetricOptions metric = options.metric(method.scale());
		return new Score(method.name(), name, Psnr.of(metric).compute(hr, sr).psnr(), Ssim.of(metric).compute(hr, sr).ssim(),
			decibels(facts.get("consistency")), seconds);
	}

	private static double seconds(final long start) {
		return (System.nanoTime() - start) / 1e9;
	}

	/** As {@link Upscaler} writes them. */
	private static double decibels(final String text) {
		if (text == null) return Double.NaN;
		return text.equals("infinite") ? Double.POSITIVE_INFINITY : Double.parseDouble(text.split(" ")[0]);
	}

	/** Without the rest at its right and bottom that makes no whole LR pixel. */
	private static <T> RandomAccessibleInterval<T> cropped(final RandomAccessibleInterval<T> image, final int scaleX, final int scaleY) {
		return Views.interval(image, FinalInterval.createMinSize(image.min(0), image.min(1), image.dimension(0) / scaleX * scaleX, image
			.dimension(1) / scaleY * scaleY));
	}

	@SuppressWarnings({ "unchecked", "rawtypes" })
	private static RandomAccessibleInterval<? extends NumericType<?>> shrunk(
		final RandomAccessibleInterval<? extends NumericType<?>> hr, final int scale)
	{
		if (!(hr.getType() instanceof ARGBType)) return MatlabResize.shrink((RandomAccessibleInterval) hr, scale);
		final RandomAccessibleInterval<ARGBType> colours = (RandomAccessibleInterval<ARGBType>) hr;
		final RandomAccessibleInterval<UnsignedByteType> channels = Views.stack(channel(colours, 1, scale), channel(colours, 2, scale),
			channel(colours, 3, scale));
		return copy(Converters.mergeARGB(channels, ColorChannelOrder.RGB), new ARGBType());
	}

	private static Img<UnsignedByteType> channel(final RandomAccessibleInterval<ARGBType> colours, final int channel, final int scale) {
		return MatlabResize.shrink(Converters.argbChannel(colours, channel), scale);
	}

	private static <T extends NativeType<T>> Img<T> copy(final RandomAccessibleInterval<T> image, final T type) {
		final Img<T> copy = new ArrayImgFactory<>(type).create(image);
		LoopBuilder.setImages(image, copy).forEachPixel((from, to) -> to.set(from));
		return copy;
	}

	/** Rounded to 8 bits; grey values are taken as Y as they are. */
	private static Img<UnsignedByteType> luma(final RandomAccessibleInterval<? extends NumericType<?>> image) {
		final Img<UnsignedByteType> luma = ArrayImgs.unsignedBytes(image.dimensionsAsLongArray());
		final RandomAccessibleInterval<?> pixels = Views.zeroMin(image);
		LoopBuilder.setImages(pixels, luma).forEachPixel((from, to) -> to.setReal(from instanceof ARGBType colour ? Math.floor(Luma.of(
			colour.get()) + 0.5) : ((RealType<?>) from).getRealDouble()));
		return luma;
	}

	private static Img<UnsignedByteType> rounded(final Img<FloatType> image) {
		final Img<UnsignedByteType> rounded = ArrayImgs.unsignedBytes(image.dimensionsAsLongArray());
		LoopBuilder.setImages(image, rounded).forEachPixel((from, to) -> to.set((int) Math.max(0, Math.min(255, Math.floor(from.get() +
			0.5)))));
		return rounded;
	}

	private static String size(final RandomAccessibleInterval<?> image) {
		return image.dimension(0) + " x " + image.dimension(1);
	}
}
