package sc.fiji.superres.resample;

import java.util.stream.IntStream;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.util.Intervals;

/**
 * What ImageJ's Image &gt; Scale... gives with bicubic interpolation, as of ImageJ 1.54p: output pixel {@code x} lies at LR
 * position {@code x / factor - 0.25}, which for x2 is where MATLAB has it; for x3 and x4 the picture comes out 0.25 and 0.5
 * HR pixels further to the upper left. The kernel is Catmull-Rom where all of its 4 × 4 pixels, and another row and column
 * of them at the upper left, lie in the image, and bilinear elsewhere; at the right and bottom edge it stops 0.001 pixels
 * before the last pixel. Integer types are rounded and clipped once.
 * <p>
 * ImageJ computes positions from the size of the image, so for x3, and at the right and bottom edge, its last bits depend on
 * the place; ours do not. ImageJ also stretches images one pixel wide or high from edge to edge, where ours have
 * neighbourhoods as all others do, and near the edge of 32-bit images it steps over NaN.
 */
final class ImageJBicubic implements Enlarging {

	private static final double SHIFT = 0.25;
	private static final double BEFORE_LAST = 0.001;

	/** The kernel needs two pixels to both sides, and the choice between the kernels none further away. */
	@Override
	public int radius(final int factor) {
		return 2;
	}

	@Override
	public <T extends RealType<T> & NativeType<T>> void enlarge(final RandomAccessibleInterval<T> image,
		final RandomAccessibleInterval<T> result, final int factor)
	{
		final Axis x = Axis.of((int) image.dimension(0), factor);
		final Axis y = Axis.of((int) image.dimension(1), factor);
		final Part<T> part = new Part<>(image, result);
		part.enlarge(x.bilinear, y.bilinear, 0, x.size(), 0, y.from);
		part.enlarge(x.bilinear, y.bilinear, 0, x.from, y.from, y.to);
		part.enlarge(x.bicubic, y.bicubic, x.from, x.to, y.from, y.to);
		part.enlarge(x.bilinear, y.bilinear, x.to, x.size(), y.from, y.to);
		part.enlarge(x.bilinear, y.bilinear, 0, x.size(), y.to, y.size());
	}

	/** Both kernels along one dimension; the bicubic one is used for the outputs {@code from} to {@code to - 1}. */
	private record Axis(Taps bilinear, Taps bicubic, int from, int to) {

		static Axis of(final int inputSize, final int factor) {
			final double[] centers = IntStream.range(0, factor).mapToDouble(p -> (double) p / factor - SHIFT).toArray();
			final int outputSize = Math.multiplyExact(inputSize, factor);
			final Taps bilinear = Taps.periodic(MatlabKernel.TRIANGLE, inputSize, outputSize, centers, 1);
			final int beforeFirst = (int) IntStream.range(0, factor).filter(p -> centers[p] < 0).count();
			for (int i = outputSize - factor + beforeFirst; i < outputSize; i++) {
				bilinear.set(i, 0, inputSize - 2L, inputSize, BEFORE_LAST);
				bilinear.set(i, 1, inputSize - 1L, inputSize, 1 - BEFORE_LAST);
			}
			// The pixel at or before the position is one of 1 to inputSize - 3.
			final int from = Math.min(outputSize, factor + beforeFirst);
			final int to = Math.max(from, factor * (inputSize - 2) + beforeFirst);
			return new Axis(bilinear, Taps.periodic(MatlabKernel.CUBIC, inputSize, outputSize, centers, 1), from, to);
		}

		int size() {
			return bilinear.outputSize();
		}
	}

	/** Enlarges an interval of the result. */
	private record Part<T extends RealType<T> & NativeType<T>>(RandomAccessibleInterval<T> image,
		RandomAccessibleInterval<T> result)
	{

		void enlarge(final Taps x, final Taps y, final int fromX, final int toX, final int fromY, final int toY) {
			if (fromX == toX || fromY == toY) return;
			new VerticalThenHorizontal<>(image, result.view().interval(Intervals.createMinMax(fromX, fromY, toX - 1, toY - 1)),
				x.part(fromX, toX), y.part(fromY, toY), false).run();
		}
	}
}
