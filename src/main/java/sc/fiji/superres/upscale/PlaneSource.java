package sc.fiji.superres.upscale;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.blocks.PrimitiveBlocks.OnFallback;
import net.imglib2.converter.Converters;
import net.imglib2.converter.RealFloatConverter;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.NumericType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Reads windows of a plane as grey levels with the three channels that an RGB network wants. For one thread, and windows of
 * one size: it keeps its buffer, as garbage of each window would make the memory grow.
 */
interface PlaneSource {

	/**
	 * @param window where to read
	 * @param plan size of the window
	 * @param lr receives height × width × 3 grey levels
	 */
	void read(Window window, WindowPlan plan, float[] lr);

	/** @param plane 2-D, colour or of one channel, which is then replicated */
	@SuppressWarnings({ "unchecked", "rawtypes" })
	static PlaneSource of(final RandomAccessibleInterval<? extends NumericType<?>> plane, final IntensityMap map) {
		return plane.getType() instanceof ARGBType ? colour((RandomAccessibleInterval<ARGBType>) plane, map) : grey(
			(RandomAccessibleInterval) plane, map);
	}

	private static PlaneSource colour(final RandomAccessibleInterval<ARGBType> plane, final IntensityMap map) {
		final PrimitiveBlocks<ARGBType> blocks = PrimitiveBlocks.of(plane, OnFallback.ACCEPT).threadSafe();
		final int[][] buffer = { {} };
		return (window, plan, lr) -> {
			if (buffer[0].length != plan.pixels()) buffer[0] = new int[(int) plan.pixels()];
			final int[] pixels = buffer[0];
			blocks.copy(position(plane, window), pixels, new int[] { plan.width(), plan.height() });
			int i = 0;
			for (final int pixel : pixels) {
				lr[i++] = ARGBType.red(pixel);
				lr[i++] = ARGBType.green(pixel);
				lr[i++] = ARGBType.blue(pixel);
			}
			map.toGreyLevels(lr);
		};
	}

	private static <T extends RealType<T>> PlaneSource grey(final RandomAccessibleInterval<T> plane, final IntensityMap map) {
		final PrimitiveBlocks<FloatType> blocks = PrimitiveBlocks.of(Converters.convert(plane, new RealFloatConverter<>(),
			new FloatType()), OnFallback.ACCEPT).threadSafe();
		final float[][] buffer = { {} };
		return (window, plan, lr) -> {
			if (buffer[0].length != plan.pixels()) buffer[0] = new float[(int) plan.pixels()];
			final float[] values = buffer[0];
			blocks.copy(position(plane, window), values, new int[] { plan.width(), plan.height() });
			map.toGreyLevels(values);
			int i = 0;
			for (final float value : values) {
				lr[i++] = value;
				lr[i++] = value;
				lr[i++] = value;
			}
		};
	}

	private static long[] position(final RandomAccessibleInterval<?> plane, final Window window) {
		return new long[] { plane.min(0) + window.x().start(), plane.min(1) + window.y().start() };
	}
}
