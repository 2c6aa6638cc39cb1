package sc.fiji.superres.metric;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import net.imglib2.parallel.Parallelization;

/**
 * The mean SSIM over all positions where the window lies inside two images of the same size. Bands of rows are worked on in
 * parallel, but each row is summed by itself and the rows in their order, so the number of threads does not change the last
 * digit.
 */
final class SsimMean {

	/** Rows of a band: each reads {@link GaussianWindow#SIZE} − 1 more, which the next one reads again. */
	private static final int BAND = 64;

	private SsimMean() {}

	static <T> double of(final Rows<T> reference, final Rows<T> test, final Component<T> component, final double range) {
		final SsimFormula formula = SsimFormula.of(range, median(reference, test, component));
		final double[] sums = new double[reference.count() - GaussianWindow.SIZE + 1];
		final List<Integer> bands = IntStream.rangeClosed(0, (sums.length - 1) / BAND).boxed().collect(Collectors.toList());
		Parallelization.getTaskExecutor().forEach(bands, band -> new SsimBand<>(reference, test, component, formula).run(
			band * BAND, Math.min((band + 1) * BAND, sums.length), sums));
		return PixelMean.ofRows(sums, reference.length() - GaussianWindow.SIZE + 1);
	}

	/**
	 * Of the middle rows of both images. Variances of values far from 0 are small differences of large squares: less this
	 * offset they keep their digits, be the images 32-bit float of small contrast at a high level.
	 */
	private static <T> double median(final Rows<T> reference, final Rows<T> test, final Component<T> component) {
		final int length = reference.length();
		final double[] values = new double[length];
		final double[] both = new double[2 * length];
		reference.read(reference.count() / 2, component, 0, values);
		System.arraycopy(values, 0, both, 0, length);
		test.read(test.count() / 2, component, 0, values);
		System.arraycopy(values, 0, both, length, length);
		Arrays.sort(both);
		return both[length];
	}
}
