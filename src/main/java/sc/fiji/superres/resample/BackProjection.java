package sc.fiji.superres.resample;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.DoubleType;

/**
 * Iterative back-projection (Irani and Peleg 1991, "Improving resolution by image registration"): starting with MATLAB's
 * bicubic, ten times {@code hr += enlarge(lr - shrink(hr))}, bicubic both ways, so that the result, shrunk, comes near to
 * the image. All of it is float64; the result is rounded and clipped once, at the end.
 */
final class BackProjection implements Enlarging {

	private static final int ROUNDS = 10;

	/**
	 * A HR pixel within LR pixel {@code i} takes LR pixels nearer than 2 pixels: up to {@code i + 2}. That one takes HR pixels
	 * nearer than 2, all of them in the near half of LR pixel {@code i + 4}; and those take LR pixels up to {@code i + 5}. So
	 * each round adds 3.
	 */
	@Override
	public int radius(final int factor) {
		return 2 + 3 * ROUNDS;
	}

	@Override
	public <T extends RealType<T> & NativeType<T>> void enlarge(final RandomAccessibleInterval<T> image,
		final RandomAccessibleInterval<T> result, final int factor)
	{
		final Grids grids = new Grids(image.dimension(0), image.dimension(1), factor);
		final Img<DoubleType> hr = grids.hr();
		final Img<DoubleType> correction = grids.hr();
		final Img<DoubleType> missing = grids.lr();
		grids.enlarge(image, hr);
		for (int i = 0; i < ROUNDS; i++) {
			grids.shrink(hr, missing);
			LoopBuilder.setImages(image, missing).multiThreaded().forEachPixel(
				(lr, shrunk) -> shrunk.set(lr.getRealDouble() - shrunk.get()));
			grids.enlarge(missing, correction);
			LoopBuilder.setImages(hr, correction).multiThreaded().forEachPixel(DoubleType::add);
		}
		grids.copy(hr, result);
	}

	/** Images of both sizes and the ways between them. */
	private record Grids(long width, long height, int factor) {

		Img<DoubleType> lr() {
			return MatlabResize.create(new DoubleType(), width, height);
		}

		Img<DoubleType> hr() {
			return MatlabResize.create(new DoubleType(), factor * width, factor * height);
		}

		void enlarge(final RandomAccessibleInterval<? extends RealType<?>> lr, final Img<DoubleType> hr) {
			resize(lr, hr, Taps.enlarging(MatlabKernel.CUBIC, (int) width, factor),
				Taps.enlarging(MatlabKernel.CUBIC, (int) height, factor));
		}

		void shrink(final Img<DoubleType> hr, final Img<DoubleType> lr) {
			resize(hr, lr, Taps.shrinking(MatlabKernel.CUBIC, (int) (factor * width), factor),
				Taps.shrinking(MatlabKernel.CUBIC, (int) (factor * height), factor));
		}

		/** Rounds and clips. */
		<T extends RealType<T> & NativeType<T>> void copy(final Img<DoubleType> hr, final RandomAccessibleInterval<T> result) {
			resize(hr, result, Taps.enlarging(MatlabKernel.BOX, (int) (factor * width), 1),
				Taps.enlarging(MatlabKernel.BOX, (int) (factor * height), 1));
		}

		private static <T extends RealType<T> & NativeType<T>> void resize(
			final RandomAccessibleInterval<? extends RealType<?>> from, final RandomAccessibleInterval<T> to, final Taps tapsX,
			final Taps tapsY)
		{
			new VerticalThenHorizontal<>(from, to, tapsX, tapsY, false).run();
		}
	}
}
