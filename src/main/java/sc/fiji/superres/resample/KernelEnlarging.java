package sc.fiji.superres.resample;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;

/** Enlarges by one kernel at the pixel centres of MATLAB, rounding between the passes as MATLAB does. */
record KernelEnlarging(Kernel kernel) implements Enlarging {

	/** An output pixel lies within its LR pixel, less than half a pixel from the centre. */
	@Override
	public int radius(final int factor) {
		return (int) kernel.radius();
	}

	@Override
	public <T extends RealType<T> & NativeType<T>> void enlarge(final RandomAccessibleInterval<T> image,
		final RandomAccessibleInterval<T> result, final int factor)
	{
		final Taps tapsX = Taps.enlarging(kernel, (int) image.dimension(0), factor);
		final Taps tapsY = Taps.enlarging(kernel, (int) image.dimension(1), factor);
		new VerticalThenHorizontal<>(image, result, tapsX, tapsY, true).run();
	}
}
