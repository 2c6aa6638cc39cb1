package sc.fiji.superres.upscale;

import net.imglib2.FinalDimensions;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.NumericType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Util;

import sc.fiji.superres.engine.Progress;

/**
 * One plane on its way: what is read of it, its bad pixels, and its result, which is made when it is first needed. For one
 * thread.
 */
final class PlaneJob<T extends NumericType<T> & NativeType<T>> {

	private final RandomAccessibleInterval<T> plane;
	private final PlaneTask task;
	private final Interval region;
	private final BadValues bad;
	private final IntensityMap map;
	private final double peak;
	private final Progress progress;

	private final T constant;
	private final PlaneSource source;
	private final long badPixels;
	private Img<T> result;
	private Img<FloatType> deviation;
	private PlaneSink sink;
	private PlaneSink deviationSink;

	/**
	 * @param measured intensity map of the plane's channel
	 * @param progress asked only whether to go on
	 */
	PlaneJob(final RandomAccessibleInterval<T> plane, final PlaneTask task, final IntensityMap measured,
		final PlaneSource.Buffer buffer, final Progress progress)
	{
		this.plane = plane;
		this.task = task;
		region = task.area().region();
		bad = task.bad();
		map = task.map(measured);
		peak = PlaneTask.peak(plane.getType(), measured);
		this.progress = progress;
		final Interval read = task.area().read();
		final boolean allGood = countBad(read) == 0;
		badPixels = allGood ? 0 : countBad(region);
		constant = Constant.of(plane, bad, progress);
		source = constant != null ? null : PlaneSource.of(allGood ? plane : filled(read), buffer);
	}

	@SuppressWarnings({ "unchecked", "rawtypes" })
	private long countBad(final Interval part) {
		return bad.possible() ? BadPixels.count((RandomAccessibleInterval) plane, part, bad, progress) : 0;
	}

	@SuppressWarnings({ "unchecked", "rawtypes" })
	private RandomAccessibleInterval<? extends RealType<?>> filled(final Interval part) {
		return BadPixels.fill((RandomAccessibleInterval) plane, part, bad, progress);
	}

	/** Whether its windows have to be computed: those of a plane with one value need not. */
	boolean needsNetwork() {
		return constant == null;
	}

	/** Number of bad pixels in the region. */
	long badPixels() {
		return badPixels;
	}

	/** @param lr receives height × width × channels values that the method takes */
	void read(final Window window, final WindowPlan plan, final float[] lr) {
		final Interval read = plan.area().read();
		source.read(read.min(0) + window.x().start(), read.min(1) + window.y().start(), plan.width(), plan.height(), lr);
		map.toGreyLevels(lr);
	}

	/** See {@link PlaneSink#write} and {@link WindowFunction#run}. */
	void write(final Window window, final WindowPlan plan, final float[] hr, final float[] deviations) {
		makeResult();
		sink.write(window, plan, hr);
		if (deviationSink != null) deviationSink.write(window, plan, deviations);
	}

	/** Takes the memory for the result now. */
	void makeResult() {
		if (result != null) return;
		result = image(plane.getType(), task.scale());
		sink = PlaneSink.of(result, task.scale(), map);
		if (!task.options().deviationMap()) return;
		deviation = image(new FloatType(), task.scale());
		deviationSink = PlaneSink.of(deviation, task.scale(), new IntensityMap(0, map.high() - map.low()));
	}

	/** An image of the region at a scale. */
	private <U extends NativeType<U>> Img<U> image(final U type, final int scale) {
		final FinalDimensions size = new FinalDimensions(scale * region.dimension(0), scale * region.dimension(1));
		return Util.getArrayOrCellImgFactory(size, type).create(size);
	}

	/**
	 * The result, after all windows are written.
	 *
	 * @param consistency to which it is added
	 */
	UpscaledPlane<T> finish(final Consistency consistency) {
		makeResult();
		if (constant != null) result.forEach(pixel -> pixel.set(constant));
		final Img<FloatType> differences = task.options().consistencyMap() ? image(new FloatType(), 1) : null;
		consistency.add(plane, region, constant != null ? null : result, task.scale(), peak, bad, differences, progress);
		if (badPixels > 0) mark();
		return new UpscaledPlane<>(result, differences, deviation);
	}

	@SuppressWarnings({ "unchecked", "rawtypes" })
	private void mark() {
		BadPixels.mark((RandomAccessibleInterval) plane, region, (Img) result, bad, bad.mark(), progress);
		if (deviation != null) BadPixels.mark((RandomAccessibleInterval) plane, region, deviation, bad, Double.NaN, progress);
	}
}
