package sc.fiji.superres.resample;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.parallel.Parallelization;
import net.imglib2.parallel.TaskExecutor;
import net.imglib2.parallel.TaskExecutors;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.util.Intervals;

/**
 * The two passes of a separable resizing, done line by line, so that the image between the passes never exists as a whole.
 * Only the part of the input that the taps name is read.
 */
final class VerticalThenHorizontal<O extends RealType<O> & NativeType<O>> {

	/** Output lines of one task: enough that few input lines are read by two tasks. */
	private static final int BAND = 32;

	private final RandomAccessibleInterval<? extends RealType<?>> input;
	private final RandomAccessibleInterval<O> output;
	private final Taps tapsX;
	private final Taps tapsY;
	private final int firstColumn;
	private final int columns;
	private final boolean roundBetween;
	private final boolean integer;
	private final double min;
	private final double max;

	/**
	 * @param output as many pixels as the taps make; integer types are rounded and clipped
	 * @param roundBetween whether the values between the passes are rounded and clipped too
	 */
	VerticalThenHorizontal(final RandomAccessibleInterval<? extends RealType<?>> input,
		final RandomAccessibleInterval<O> output, final Taps tapsX, final Taps tapsY, final boolean roundBetween)
	{
		this.input = input;
		this.output = output;
		firstColumn = tapsX.firstInput(0, tapsX.outputSize());
		columns = tapsX.lastInput(0, tapsX.outputSize()) - firstColumn + 1;
		this.tapsX = tapsX.from(firstColumn);
		this.tapsY = tapsY;
		this.roundBetween = roundBetween;
		final O type = output.getType();
		integer = type instanceof IntegerType;
		min = type.getMinValue();
		max = type.getMaxValue();
	}

	void run() {
		final int height = tapsY.outputSize();
		final List<Integer> bands = IntStream.range(0, (height - 1) / BAND + 1).boxed().collect(Collectors.toList());
		executor().forEach(bands, band -> resize(band * BAND, (int) Math.min(height, (band + 1L) * BAND)));
	}

	/** Types of less than a byte, or of 12 bits, share words of memory between pixels: threads would overwrite each other. */
	private TaskExecutor executor() {
		final boolean packed = output.getType().getEntitiesPerPixel().getRatio() < 1;
		return packed ? TaskExecutors.singleThreaded() : Parallelization.getTaskExecutor();
	}

	private void resize(final int fromY, final int toY) {
		final int firstLine = tapsY.firstInput(fromY, toY);
		final double[][] lines = read(firstLine, tapsY.lastInput(fromY, toY));
		final double[] between = new double[lines[0].length];
		final double[] result = new double[tapsX.outputSize()];
		for (int y = fromY; y < toY; y++) {
			vertical(lines, firstLine, y, between);
			if (roundBetween) fit(between);
			horizontal(between, result);
			fit(result);
			write(y, result);
		}
	}

	private void vertical(final double[][] lines, final int firstLine, final int y, final double[] result) {
		Arrays.fill(result, 0);
		for (int t = y * tapsY.count(); t < (y + 1) * tapsY.count(); t++) {
			final double weight = tapsY.weights()[t];
			final double[] line = lines[tapsY.indices()[t] - firstLine];
			for (int x = 0; x < result.length; x++)
				result[x] += weight * line[x];
		}
	}

	private void horizontal(final double[] line, final double[] result) {
		final int count = tapsX.count();
		final int[] indices = tapsX.indices();
		final double[] weights = tapsX.weights();
		for (int x = 0, t = 0; x < result.length; x++) {
			double sum = 0;
			for (final int end = t + count; t < end; t++)
				sum += weights[t] * line[indices[t]];
			result[x] = sum;
		}
	}

	/** Rounds half away from zero and clips, for integer types. */
	private void fit(final double[] line) {
		if (!integer) return;
		for (int x = 0; x < line.length; x++) {
			final double rounded = line[x] < 0 ? Math.ceil(line[x] - 0.5) : Math.floor(line[x] + 0.5);
			line[x] = Math.max(min, Math.min(max, rounded));
		}
	}

	private double[][] read(final int firstLine, final int lastLine) {
		final double[][] lines = new double[lastLine - firstLine + 1][columns];
		for (int i = 0; i < lines.length; i++) {
			final Cursor<? extends RealType<?>> cursor = line(input, firstColumn, columns, firstLine + i);
			for (int x = 0; x < lines[i].length; x++)
				lines[i][x] = cursor.next().getRealDouble();
		}
		return lines;
	}

	private void write(final int y, final double[] values) {
		final Cursor<O> cursor = line(output, 0, values.length, y);
		for (final double value : values)
			cursor.next().setReal(value);
	}

	private static <T> Cursor<T> line(final RandomAccessibleInterval<T> image, final int x, final int width, final int y) {
		return image.view().interval(Intervals.createMinSize(image.min(0) + x, image.min(1) + y, width, 1)).cursor();
	}
}
