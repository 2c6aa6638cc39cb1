package sc.fiji.superres.metric;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgFactory;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.loops.LoopBuilder.TriConsumer;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.NumericType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Where a test image departs from its reference, by how much, and to which side: the picture behind a {@link Psnr}, as the
 * mean of its squares is that MSE.
 * <ul>
 * <li>One channel: test − reference, so positive where the test image is too bright.</li>
 * <li>Colour with {@link Channels#Y}: test − reference of the luma Y.</li>
 * <li>Colour otherwise: the root of the mean of the squared differences of R, G and B, which is never negative, as
 * differences of opposite sign in two channels do not make each other good.</li>
 * </ul>
 *
 * <pre>
 * Img&lt;FloatType&gt; map = ErrorMap.of(MetricOptions.defaults()).compute(hr, sr);
 * </pre>
 */
public final class ErrorMap {

	private final MetricOptions options;

	private ErrorMap(final MetricOptions options) {
		this.options = options;
	}

	/** @param options whose channel policy acts on colour; the range does not, and the map has the pixels of the border, too */
	public static ErrorMap of(final MetricOptions options) {
		return new ErrorMap(options);
	}

	/**
	 * @param reference 2-D: one channel of {@link RealType}, or {@link ARGBType} (alpha is ignored)
	 * @param test of the same size and pixel type
	 * @return of the same size from (0, 0) on, in the unit of the pixel values; NaN where one of the pixels is NaN, or both
	 *         are the same infinity
	 * @throws IllegalArgumentException as {@link Psnr#compute} does
	 */
	public Img<FloatType> compute(final RandomAccessibleInterval<? extends NumericType<?>> reference,
		final RandomAccessibleInterval<? extends NumericType<?>> test)
	{
		MetricChecks.check(reference, test, options, 1);
		final Img<FloatType> map = new ArrayImgFactory<>(new FloatType()).create(reference);
		if (reference.getType() instanceof ARGBType) colour(cast(reference), cast(test), map);
		else grey(cast(reference), cast(test), map);
		return map;
	}

	/**
	 * What a pixel of the map is, for humans.
	 *
	 * @param colour whether the images are {@link ARGBType}
	 */
	public String meaning(final boolean colour) {
		if (!colour) return "test - reference";
		return options.channels() == Channels.Y ? "test - reference, of luma Y" : "root mean square of test - reference over " +
			"R, G and B";
	}

	private static void grey(final RandomAccessibleInterval<RealType<?>> reference,
		final RandomAccessibleInterval<RealType<?>> test, final Img<FloatType> map)
	{
		LoopBuilder.setImages(reference, test, map).multiThreaded().forEachPixel(
			(r, t, error) -> error.setReal(Component.GREY.difference(r, t)));
	}

	private void colour(final RandomAccessibleInterval<ARGBType> reference, final RandomAccessibleInterval<ARGBType> test,
		final Img<FloatType> map)
	{
		final LoopBuilder<TriConsumer<ARGBType, ARGBType, FloatType>> pixels = LoopBuilder.setImages(reference, test, map)
			.multiThreaded();
		if (options.channels() == Channels.Y) pixels.forEachPixel((r, t, error) -> error.setReal(Component.LUMA.difference(r, t)));
		else pixels.forEachPixel((r, t, error) -> error.setReal(Math.sqrt(Component.meanSquare(r, t))));
	}

	@SuppressWarnings("unchecked")
	private static <T> RandomAccessibleInterval<T> cast(final RandomAccessibleInterval<?> image) {
		return (RandomAccessibleInterval<T>) image;
	}
}
