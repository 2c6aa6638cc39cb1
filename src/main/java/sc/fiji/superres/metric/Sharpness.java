package sc.fiji.superres.metric;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.NumericType;
import net.imglib2.type.numeric.RealType;

/**
 * How sharp a test image is against its reference: the mean magnitude of its gradient over that of the reference's. PSNR
 * rewards an image that blurs what it cannot know; this shows it. 1 is as sharp as the reference, interpolations lie far
 * below, networks trained on PSNR below, and adversarial ones near 1. It does not ask whether the detail is the true one.
 * The gradient as a measure of sharpness: E. Krotkov, "Focusing", International Journal of Computer Vision 1, 1988, section
 * 3 (Tenengrad); here its magnitude, of the differences to the right and the lower neighbour.
 *
 * <pre>
 * double sharpness = Sharpness.of(MetricOptions.benchmark(4)).compute(hr, sr);
 * </pre>
 */
public final class Sharpness {

	/** A gradient needs a neighbour. */
	private static final int LEAST = 2;

	private final MetricOptions options;

	private Sharpness(final MetricOptions options) {
		this.options = options;
	}

	public static Sharpness of(final MetricOptions options) {
		return new Sharpness(options);
	}

	/**
	 * Compares two images.
	 *
	 * @param reference 2-D: one channel of {@link RealType}, or colour as {@link ARGBType}; at least 2 x 2 pixels inside the
	 *          border
	 * @param test of the same size and pixel type
	 * @return at least 0; infinite or NaN where the reference is flat; NaN where a pixel inside the border is none
	 * @throws IllegalArgumentException if the images do not fit together or the options do not fit them
	 */
	public double compute(final RandomAccessibleInterval<? extends NumericType<?>> reference,
		final RandomAccessibleInterval<? extends NumericType<?>> test)
	{
		MetricChecks.check(reference, test, options, LEAST);
		return gradient(test) / gradient(reference);
	}

	private double gradient(final RandomAccessibleInterval<?> image) {
		if (!(image.getType() instanceof ARGBType)) return gradient(Component.GREY, Rows.of(image, options.border()));
		return Component.ofColour(options.channels()).stream().mapToDouble(component -> gradient(component, Rows.of(image, options
			.border()))).average().orElseThrow();
	}

	/** The mean over all pixels but those of the last row and column. */
	private static <T> double gradient(final Component<T> component, final Rows<T> rows) {
		final double[] sums = new double[rows.count() - 1];
		final List<Integer> numbers = IntStream.range(0, sums.length).boxed().collect(Collectors.toList());
		Parallelization.getTaskExecutor().forEach(numbers, row -> sums[row] = sum(component, rows, row));
		return PixelMean.ofRows(sums, rows.length() - 1);
	}

	private static <T> double sum(final Component<T> component, final Rows<T> rows, final int row) {
		final double[] upper = new double[rows.length()], lower = new double[rows.length()];
		rows.read(row, component, 0, upper);
		rows.read(row + 1, component, 0, lower);
		double sum = 0;
		for (int x = 0; x < upper.length - 1; x++)
			sum += Math.hypot(upper[x + 1] - upper[x], lower[x] - upper[x]);
		return sum;
	}
}
