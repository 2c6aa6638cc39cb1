package sc.fiji.superres.training;

import java.util.List;
import java.util.stream.IntStream;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.view.Views;

import sc.fiji.superres.network.InputChannels;

/**
 * Makes of an image what a network of given channels learns from. 8 bits and RGB are taken as they are, other types from
 * their own minimum to their own maximum.
 */
final class Rasters {

	private static final int COLOURS = 3;
	private static final double WHITE = 255;

	private Rasters() {}

	/**
	 * One raster, or, for a network of any channel, one of each colour.
	 *
	 * @param image 2-D: colour, or one channel of any real type
	 * @throws IllegalArgumentException if pixels are no numbers
	 */
	@SuppressWarnings({ "unchecked", "rawtypes" })
	static List<Raster> of(final RandomAccessibleInterval<?> image, final InputChannels channels) {
		if (!(image.getType() instanceof ARGBType)) {
			final Raster grey = grey((RandomAccessibleInterval) image);
			return List.of(channels == InputChannels.RGB ? grey.threeTimes() : grey);
		}
		final Raster colours = colours((RandomAccessibleInterval<ARGBType>) image);
		return switch (channels) {
			case RGB -> List.of(colours);
			case Y -> List.of(colours.luma());
			case ANY -> IntStream.range(0, COLOURS).mapToObj(colours::channel).toList();
		};
	}

	private static Raster colours(final RandomAccessibleInterval<ARGBType> image) {
		final int width = (int) image.dimension(0), height = (int) image.dimension(1);
		final byte[] values = new byte[Math.multiplyExact(COLOURS, Math.multiplyExact(width, height))];
		int i = 0;
		for (final ARGBType pixel : Views.flatIterable(image)) {
			final int rgb = pixel.get();
			values[i++] = (byte) ARGBType.red(rgb);
			values[i++] = (byte) ARGBType.green(rgb);
			values[i++] = (byte) ARGBType.blue(rgb);
		}
		return new Raster(width, height, COLOURS, new Samples.Bytes(values));
	}

	private static <T extends RealType<T>> Raster grey(final RandomAccessibleInterval<T> image) {
		final int width = (int) image.dimension(0), height = (int) image.dimension(1);
		final boolean asIs = image.getType() instanceof UnsignedByteType;
		final double[] limits = asIs ? new double[] { 0, WHITE } : limits(image);
		final double gain = limits[1] > limits[0] ? WHITE / (limits[1] - limits[0]) : 0;
		final int size = Math.multiplyExact(width, height);
		final Samples samples = asIs ? new Samples.Bytes(new byte[size]) : new Samples.Floats(new float[size]);
		int i = 0;
		for (final T pixel : Views.flatIterable(image))
			samples.set(i++, (float) ((pixel.getRealDouble() - limits[0]) * gain));
		return new Raster(width, height, 1, samples);
	}

	/** Smallest and largest value. */
	private static <T extends RealType<T>> double[] limits(final RandomAccessibleInterval<T> image) {
		double min = Double.POSITIVE_INFINITY, max = Double.NEGATIVE_INFINITY;
		for (final T pixel : Views.flatIterable(image)) {
			final double value = pixel.getRealDouble();
			if (!Float.isFinite((float) value)) throw new IllegalArgumentException("has NaN or infinite pixels");
			min = Math.min(min, value);
			max = Math.max(max, value);
		}
		return new double[] { min, max };
	}
}
