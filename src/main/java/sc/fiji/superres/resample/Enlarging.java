package sc.fiji.superres.resample;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;

/** How an {@link Interpolation} enlarges. */
interface Enlarging {

	/**
	 * @param factor 2 or more
	 * @return see {@link Interpolation#radius}
	 */
	int radius(int factor);

	/**
	 * @param result factor times the size of the image
	 * @param factor 2 or more
	 */
	<T extends RealType<T> & NativeType<T>> void enlarge(RandomAccessibleInterval<T> image, RandomAccessibleInterval<T> result,
		int factor);
}
