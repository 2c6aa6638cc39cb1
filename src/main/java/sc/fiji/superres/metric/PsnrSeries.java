package sc.fiji.superres.metric;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.NumericType;

/**
 * PSNR of the planes of a stack, all with one convention and one range, handed over a pair at a time: nothing of a plane is
 * kept.
 *
 * <pre>
 * PsnrSeries series = PsnrSeries.of(options);
 * if (series.needsScan()) for (int i = 0; i &lt; planes; i++)
 * 	series.scan(reference(i));
 * List&lt;PsnrResult&gt; results = new ArrayList&lt;&gt;();
 * for (int i = 0; i &lt; planes; i++)
 * 	results.add(series.compute(reference(i), test(i)));
 * PsnrSummary summary = PsnrSummary.of(results);
 * </pre>
 */
public final class PsnrSeries {

	private final MetricOptions options;
	private final ValueRange values = new ValueRange();
	private Psnr psnr;
	private Kind kind;

	/** What all planes of a series have in common. */
	private record Kind(String type, long width, long height) {

		@Override
		public String toString() {
			return type + " of " + width + " x " + height + " pixels";
		}
	}

	private PsnrSeries(final MetricOptions options) {
		this.options = options;
	}

	public static PsnrSeries of(final MetricOptions options) {
		return new PsnrSeries(options);
	}

	/** Whether all reference planes are to be scanned before the first pair: {@link Range#REFERENCE} is that of all. */
	public boolean needsScan() {
		return options.range() == Range.REFERENCE;
	}

	/** Takes the values of a reference plane into the range of the series; its border, too. */
	public void scan(final RandomAccessibleInterval<? extends NumericType<?>> reference) {
		values.include(reference);
	}

	/**
	 * Whether a pair of planes can be compared: to be asked of the first one before a long scan.
	 *
	 * @throws IllegalArgumentException if not, see {@link #compute}
	 */
	public void check(final RandomAccessibleInterval<? extends NumericType<?>> reference,
		final RandomAccessibleInterval<? extends NumericType<?>> test)
	{
		MetricChecks.check(reference, test, options, 1);
		final Kind found = new Kind(PixelTypes.name(reference.getType()), reference.dimension(0), reference.dimension(1));
		if (kind == null) kind = found;
		if (!kind.equals(found))
			throw new IllegalArgumentException("A plane is " + found + ", but those before were " + kind +
				"; all must have the same size and type. Measure them apart.");
	}

	/**
	 * Compares a pair of planes.
	 *
	 * @param reference 2-D, see {@link Psnr#compute}
	 * @param test of the same size and pixel type; all planes of a series have the same
	 * @return with the range of the series
	 * @throws IllegalArgumentException if the planes do not fit together or the options do not fit them; the message says
	 *           what was found, what is allowed and what to do
	 */
	public PsnrResult compute(final RandomAccessibleInterval<? extends NumericType<?>> reference,
		final RandomAccessibleInterval<? extends NumericType<?>> test)
	{
		check(reference, test);
		if (psnr == null) psnr = Psnr.of(options.range(range(reference)));
		return psnr.compute(reference, test);
	}

	private double range(final RandomAccessibleInterval<? extends NumericType<?>> reference) {
		return needsScan() ? values.size() : options.range().resolve(reference);
	}
}
