package sc.fiji.superres.upscale;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.NumericType;

/** Writes the cores of super-resolved windows into the result of a region. */
interface PlaneSink {

	/**
	 * @param window whose core is written
	 * @param plan size of the window
	 * @param hr scale·height × scale·width × channels of the result
	 */
	void write(Window window, WindowPlan plan, float[] hr);

	/**
	 * @param result 2-D, starting at (0, 0), colour or of one channel; rounded and clipped where its type is an integer one
	 * @param map of its values
	 */
	static PlaneSink of(final Img<? extends NumericType<?>> result, final int scale, final IntensityMap map) {
		final RowWriter writer = RowWriter.of(result, map);
		final int channels = PlaneSource.channels(result.getType());
		return (window, plan, hr) -> {
			final int left = scale * (window.x().coreStart() - window.x().start());
			final int top = scale * (window.y().coreStart() - window.y().start());
			final int columns = scale * (window.x().coreEnd() - window.x().coreStart());
			final int rows = scale * (window.y().coreEnd() - window.y().coreStart());
			final long x = (long) scale * (window.x().coreStart() - plan.area().left());
			final long y = (long) scale * (window.y().coreStart() - plan.area().top());
			for (int row = 0; row < rows; row++)
				writer.write(hr, channels * ((top + row) * scale * plan.width() + left), x, y + row, columns);
		};
	}
}
