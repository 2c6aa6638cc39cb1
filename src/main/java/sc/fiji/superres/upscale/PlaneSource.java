package sc.fiji.superres.upscale;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.blocks.PrimitiveBlocks.OnFallback;
import net.imglib2.converter.Converters;
import net.imglib2.converter.RealFloatConverter;
import net.imglib2.type.Type;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.NumericType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;

/** Reads rectangles of a plane as floats in the image's values, the channels of a pixel side by side. For one thread. */
interface PlaneSource {

	/**
	 * What is read of colours, before they are taken apart: one for all windows and planes of a run, as garbage of each would
	 * make the memory grow. For one thread.
	 */
	final class Buffer {

		private int[] colours = {};

		private int[] colours(final int size) {
			if (colours.length < size) colours = new int[size];
			return colours;
		}
	}

	/**
	 * @param x first column, in pixels of the plane
	 * @param y first row, in pixels of the plane
	 * @param values receives height × width × channels
	 */
	void read(long x, long y, int width, int height, float[] values);

	/** Number of channels that planes of a type have: 3 for colours, else 1. */
	static int channels(final Type<?> type) {
		return type instanceof ARGBType ? 3 : 1;
	}

	/** @param plane 2-D, colour or of one channel */
	@SuppressWarnings({ "unchecked", "rawtypes" })
	static PlaneSource of(final RandomAccessibleInterval<? extends NumericType<?>> plane, final Buffer buffer) {
		return plane.getType() instanceof ARGBType ? colour((RandomAccessibleInterval<ARGBType>) plane, buffer) : grey(
			(RandomAccessibleInterval) plane);
	}

	private static PlaneSource colour(final RandomAccessibleInterval<ARGBType> plane, final Buffer buffer) {
		final PrimitiveBlocks<ARGBType> blocks = PrimitiveBlocks.of(plane, OnFallback.ACCEPT);
		return (x, y, width, height, values) -> {
			final int[] pixels = buffer.colours(width * height);
			blocks.copy(new long[] { x, y }, pixels, new int[] { width, height });
			for (int i = 0, v = 0; i < width * height; i++) {
				values[v++] = ARGBType.red(pixels[i]);
				values[v++] = ARGBType.green(pixels[i]);
				values[v++] = ARGBType.blue(pixels[i]);
			}
		};
	}

	private static <T extends RealType<T>> PlaneSource grey(final RandomAccessibleInterval<T> plane) {
		final PrimitiveBlocks<FloatType> blocks = PrimitiveBlocks.of(Converters.convert(plane, new RealFloatConverter<>(),
			new FloatType()), OnFallback.ACCEPT);
		return (x, y, width, height, values) -> blocks.copy(new long[] { x, y }, values, new int[] { width, height });
	}
}
