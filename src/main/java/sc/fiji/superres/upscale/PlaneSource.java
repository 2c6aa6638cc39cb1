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

/** Reads windows of a plane as grey levels with the three channels that an RGB network wants. For one thread. */
interface PlaneSource {

	/**
	 * What is read, before it becomes grey levels: one for all windows and planes of a run, as garbage of each would make the
	 * memory grow. For one thread.
	 */
	final class Buffer {

		private float[] values = {};
		private int[] colours = {};

		private float[] values(final WindowPlan plan) {
			if (values.length != plan.pixels()) values = new float[(int) plan.pixels()];
			return values;
		}

		private int[] colours(final WindowPlan plan) {
			if (colours.length != plan.pixels()) colours = new int[(int) plan.pixels()];
			return colours;
		}
	}

	/**
	 * @param window where to read
	 * @param plan size of the window
	 * @param lr receives height × width × 3 grey levels
	 */
	void read(Window window, WindowPlan plan, float[] lr);

	/** @param plane 2-D, colour or of one channel, which is then replicated */
	@SuppressWarnings({ "unchecked", "rawtypes" })
	static PlaneSource of(final RandomAccessibleInterval<? extends NumericType<?>> plane, final IntensityMap map,
		final Buffer buffer)
	{
		return plane.getType() instanceof ARGBType ? colour((RandomAccessibleInterval<ARGBType>) plane, map, buffer) : grey(
			(RandomAccessibleInterval) plane, map, buffer);
	}

	private static PlaneSource colour(final RandomAccessibleInterval<ARGBType> plane, final IntensityMap map,
		final Buffer buffer)
	{
		final PrimitiveBlocks<ARGBType> blocks = PrimitiveBlocks.of(plane, OnFallback.ACCEPT);
		return (window, plan, lr) -> {
			final int[] pixels = buffer.colours(plan);
			blocks.copy(position(plan.area(), window), pixels, new int[] { plan.width(), plan.height() });
			int i = 0;
			for (final int pixel : pixels) {
				lr[i++] = ARGBType.red(pixel);
				lr[i++] = ARGBType.green(pixel);
				lr[i++] = ARGBType.blue(pixel);
			}
			map.toGreyLevels(lr);
		};
	}

	private static <T extends RealType<T>> PlaneSource grey(final RandomAccessibleInterval<T> plane, final IntensityMap map,
		final Buffer buffer)
	{
		final PrimitiveBlocks<FloatType> blocks = PrimitiveBlocks.of(Converters.convert(plane, new RealFloatConverter<>(),
			new FloatType()), OnFallback.ACCEPT);
		return (window, plan, lr) -> {
			final float[] values = buffer.values(plan);
			blocks.copy(position(plan.area(), window), values, new int[] { plan.width(), plan.height() });
			map.toGreyLevels(values);
			int i = 0;
			for (final float value : values) {
				lr[i++] = value;
				lr[i++] = value;
				lr[i++] = value;
			}
		};
	}

	private static long[] position(final Area area, final Window window) {
		return new long[] { area.read().min(0) + window.x().start(), area.read().min(1) + window.y().start() };
	}
}
