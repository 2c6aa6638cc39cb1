package sc.fiji.superres.resample;

import net.imglib2.FinalDimensions;
import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.util.Util;
import net.imglib2.view.Views;

/**
 * Resizes an image as MATLAB's {@code imresize(image, scale, 'bicubic')} does, which makes the low-resolution images of
 * the super-resolution benchmarks.
 *
 * <pre>
 * Img&lt;UnsignedByteType&gt; lr = MatlabResize.shrink(hr, 2);
 * Img&lt;UnsignedByteType&gt; bicubic = MatlabResize.enlarge(lr, 2);
 * </pre>
 *
 * The kernel is the cubic convolution of Keys (1981, "Cubic convolution interpolation for digital image processing",
 * a = -0.5), widened by 1/scale on shrinking (antialiasing); pixels beyond the edge repeat the edge. The dimension with
 * the smaller scale goes first, the vertical one where both are equal. Integer types are rounded (half away from zero)
 * and clipped to the type after each of the two passes; other types are neither rounded nor clipped. Sums are float64.
 * <p>
 * Images are two-dimensional with one channel and may start anywhere; results start at (0, 0) and have the same pixel
 * type. The channels of a colour image are resized one by one. The work is shared among the threads of
 * {@link net.imglib2.parallel.Parallelization}, whose number does not change the result.
 */
public final class MatlabResize {

	private MatlabResize() {}

	/**
	 * What of an image makes whole pixels when it is shrunk, as benchmarks crop it: all but the rest at its right and bottom.
	 *
	 * @param image width × height pixels
	 * @return a view of width / factor · factor × height / factor · factor pixels
	 */
	public static <T> RandomAccessibleInterval<T> cropped(final RandomAccessibleInterval<T> image, final int factor) {
		return Views.interval(image, FinalInterval.createMinSize(image.min(0), image.min(1), image.dimension(0) / factor * factor,
			image.dimension(1) / factor * factor));
	}

	/**
	 * Shrinks by a whole factor.
	 *
	 * @param image one channel, width × height pixels
	 * @param factor 1 to 1,000,000
	 * @return ceil(width / factor) × ceil(height / factor) pixels; see {@link #cropped}
	 * @throws IllegalArgumentException if the image is not 2-D or empty, or the factor is out of its range
	 */
	public static <T extends RealType<T> & NativeType<T>> Img<T> shrink(final RandomAccessibleInterval<T> image,
		final int factor)
	{
		ResizeChecks.checkImage(image);
		ResizeChecks.checkFactor(factor);
		final double scale = 1.0 / factor;
		return resize(image, scale, scale, ceilDiv(image.dimension(0), factor), ceilDiv(image.dimension(1), factor));
	}

	/**
	 * Enlarges by a whole factor.
	 *
	 * @param image one channel, width × height pixels
	 * @param factor 1 to 1,000,000
	 * @return factor · width × factor · height pixels
	 * @throws IllegalArgumentException if the image is not 2-D or empty, or the factor is out of its range
	 */
	public static <T extends RealType<T> & NativeType<T>> Img<T> enlarge(final RandomAccessibleInterval<T> image,
		final int factor)
	{
		ResizeChecks.checkImage(image);
		ResizeChecks.checkFactor(factor);
		return resize(image, factor, factor, factor * image.dimension(0), factor * image.dimension(1));
	}

	/**
	 * Resizes to a given size. Scale and size are independent, as in MATLAB, where half of 5 pixels are 3 pixels at a scale
	 * of 0.5; the upper left corners of both images coincide.
	 *
	 * @param image one channel
	 * @param scaleX result pixels per image pixel, horizontally, 1/1,000,000 to 1,000,000
	 * @param scaleY the same vertically
	 * @param width of the result in pixels, 1 to 2^28
	 * @param height of the result in pixels, 1 to 2^28
	 * @throws IllegalArgumentException if the image is not 2-D or empty, or a number is out of its range
	 */
	public static <T extends RealType<T> & NativeType<T>> Img<T> resize(final RandomAccessibleInterval<T> image,
		final double scaleX, final double scaleY, final long width, final long height)
	{
		ResizeChecks.checkImage(image);
		ResizeChecks.checkScale("horizontal", scaleX);
		ResizeChecks.checkScale("vertical", scaleY);
		final Img<T> result = create(image.getType(), width, height);
		final Taps tapsX = Taps.imresize(MatlabKernel.CUBIC, (int) image.dimension(0), (int) width, scaleX);
		final Taps tapsY = Taps.imresize(MatlabKernel.CUBIC, (int) image.dimension(1), (int) height, scaleY);
		if (scaleX < scaleY)
			new VerticalThenHorizontal<>(image.view().permute(0, 1), result.view().permute(0, 1), tapsY, tapsX, true).run();
		else
			new VerticalThenHorizontal<>(image, result, tapsX, tapsY, true).run();
		return result;
	}

	/** An image for a result. */
	static <T extends NativeType<T>> Img<T> create(final T type, final long width, final long height) {
		ResizeChecks.checkSize("width", width);
		ResizeChecks.checkSize("height", height);
		final FinalDimensions size = new FinalDimensions(width, height);
		return Util.getArrayOrCellImgFactory(size, type).create(size);
	}

	static long ceilDiv(final long size, final int factor) {
		return (size - 1) / factor + 1;
	}
}
