package sc.fiji.superres.upscale;

import net.imglib2.RandomAccess;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.NumericType;
import net.imglib2.type.numeric.RealType;

/**
 * Writes the cores of super-resolved windows into the result of a region: rounded and clipped where its type is an integer
 * one.
 */
interface PlaneSink {

	/**
	 * @param window whose core is written
	 * @param plan size of the window
	 * @param hr scale·height × scale·width × 3 grey levels
	 */
	void write(Window window, WindowPlan plan, float[] hr);

	/** @param result 2-D, starting at (0, 0), colour or of one channel, which becomes the mean of the three */
	@SuppressWarnings({ "unchecked", "rawtypes" })
	static PlaneSink of(final Img<? extends NumericType<?>> result, final int scale, final IntensityMap map) {
		if (result.getType() instanceof ARGBType) return colour((Img<ARGBType>) result, scale, map);
		return result.getType() instanceof IntegerType<?> ? whole((Img) result, scale, map) : real((Img) result, scale, map);
	}

	private static PlaneSink colour(final Img<ARGBType> result, final int scale, final IntensityMap map) {
		return (window, plan, hr) -> forEachPixel(result, scale, window, plan, (pixel, i) -> pixel.set(ARGBType.rgba(
			clip(map.toValue(hr[i])), clip(map.toValue(hr[i + 1])), clip(map.toValue(hr[i + 2])), 255)));
	}

	private static <T extends RealType<T>> PlaneSink real(final Img<T> result, final int scale, final IntensityMap map) {
		return (window, plan, hr) -> forEachPixel(result, scale, window, plan, (pixel, i) -> pixel.setReal(map.toValue(mean(hr,
			i))));
	}

	private static <T extends IntegerType<T>> PlaneSink whole(final Img<T> result, final int scale, final IntensityMap map) {
		final double min = result.getType().getMinValue();
		final double max = result.getType().getMaxValue();
		return (window, plan, hr) -> forEachPixel(result, scale, window, plan, (pixel, i) -> {
			final double rounded = Math.floor(map.toValue(mean(hr, i)) + 0.5);
			pixel.setInteger((long) (rounded < min ? min : rounded > max ? max : rounded));
		});
	}

	private static double mean(final float[] hr, final int i) {
		return ((double) hr[i] + hr[i + 1] + hr[i + 2]) / 3;
	}

	private static int clip(final double value) {
		return value < 0 ? 0 : value > 255 ? 255 : (int) (value + 0.5);
	}

	/** Sets a pixel from the values that begin at an index of the window. */
	interface Setter<T> {

		void set(T pixel, int index);
	}

	private static <T> void forEachPixel(final Img<T> result, final int scale, final Window window, final WindowPlan plan,
		final Setter<T> setter)
	{
		final RandomAccess<T> access = result.randomAccess();
		final int left = scale * (window.x().coreStart() - window.x().start());
		final int columns = scale * (window.x().coreEnd() - window.x().coreStart());
		final int rows = scale * (window.y().coreEnd() - window.y().coreStart());
		final int top = scale * (window.y().coreStart() - window.y().start());
		for (int y = 0; y < rows; y++) {
			access.setPosition((long) scale * (window.x().coreStart() - plan.area().left()), 0);
			access.setPosition((long) scale * (window.y().coreStart() - plan.area().top()) + y, 1);
			int i = 3 * ((top + y) * scale * plan.width() + left);
			for (int x = 0; x < columns; x++, i += 3) {
				setter.set(access.get(), i);
				access.fwd(0);
			}
		}
	}
}
