package sc.fiji.superres.upscale;

import java.util.Locale;

import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.NumericType;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.superres.engine.Progress;
import sc.fiji.superres.resample.RowShrinking;

/**
 * How well the results of a run keep what was measured: each one, shrunk again by MATLAB's bicubic, against its input, as
 * one PSNR over all planes and channels. 2 LR pixels along each side, where shrinking lacks neighbours, are left out (fewer
 * of regions below 5 pixels), and bad pixels are. For one thread.
 */
final class Consistency {

	private static final int BORDER = 2;

	private final PlaneSource.Buffer buffer = new PlaneSource.Buffer();
	private double squares;
	private long count;

	/**
	 * Adds a plane.
	 *
	 * @param region of the plane that was upscaled
	 * @param result of the region, with bad pixels not yet marked; null where the plane has one value, which is kept
	 * @param scale of the result
	 * @param peak what differences are relative to, in the image's values
	 * @param map receives the differences, see {@link UpscaledPlane#consistency}; null where they are not wanted
	 * @param progress asked only whether to go on
	 */
	<T extends NumericType<T>> void add(final RandomAccessibleInterval<T> plane, final Interval region, final Img<T> result,
		final int scale, final double peak, final BadValues bad, final Img<FloatType> map, final Progress progress)
	{
		final int width = (int) region.dimension(0);
		final int height = (int) region.dimension(1);
		final int channels = PlaneSource.channels(plane.getType());
		final PlaneSource input = PlaneSource.of(plane, buffer);
		final RowShrinking shrinking = result == null ? null : shrinking(result, channels, scale);
		final RowWriter writer = map == null ? null : RowWriter.of(map, IntensityMap.IDENTITY);
		final float[] lr = new float[width * channels];
		final float[] differences = new float[width];
		final double[] shrunk = new double[lr.length];
		for (int y = 0; y < height; y++) {
			progress.checkCancelled();
			input.read(region.min(0), region.min(1) + y, width, 1, lr);
			if (shrinking != null) shrinking.shrink(y, shrunk);
			for (int i = 0; i < lr.length; i++)
				shrunk[i] = bad.possible() && bad.contain(lr[i]) ? Double.NaN : shrinking == null ? 0 : shrunk[i] - lr[i];
			if (y >= border(height) && y < height - border(height)) addRow(shrunk, channels * border(width), peak);
			if (writer == null) continue;
			join(shrunk, channels, differences);
			writer.write(differences, 0, 0, y, width);
		}
	}

	private RowShrinking shrinking(final Img<? extends NumericType<?>> result, final int channels, final int scale) {
		final PlaneSource source = PlaneSource.of(result, buffer);
		final int width = (int) result.dimension(0);
		return new RowShrinking(width, (int) result.dimension(1), channels, scale, (y, row) -> source.read(0, y, width, 1, row));
	}

	/** One pixel is always left. */
	private static int border(final int size) {
		return Math.min(BORDER, (size - 1) / 2);
	}

	private void addRow(final double[] differences, final int border, final double peak) {
		for (int i = border; i < differences.length - border; i++)
			if (!Double.isNaN(differences[i])) {
				final double relative = differences[i] == 0 ? 0 : differences[i] / peak; // a peak of 0 has no other differences
				squares += relative * relative;
				count++;
			}
	}

	/** The channels of each pixel to one value. */
	private static void join(final double[] differences, final int channels, final float[] joined) {
		for (int x = 0, i = 0; x < joined.length; x++) {
			double sum = 0;
			for (int c = 0; c < channels; c++, i++)
				sum += differences[i] * differences[i];
			joined[x] = (float) (channels == 1 ? differences[i - 1] : Math.sqrt(sum / channels));
		}
	}

	/** Whether there was any pixel. */
	boolean isKnown() {
		return count > 0;
	}

	/** Peak signal-to-noise ratio in dB, infinite where there is no difference. */
	double psnr() {
		return -10 * Math.log10(squares / count);
	}

	/** For users, such as {@code 51.23 dB}. */
	@Override
	public String toString() {
		return squares == 0 ? "infinite" : String.format(Locale.ROOT, "%.2f dB", psnr());
	}
}
