package sc.fiji.superres.upscale;

import net.imglib2.FinalDimensions;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.NumericType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.util.Util;

import sc.fiji.superres.engine.Progress;

/**
 * One plane on its way: what is read of it, its bad pixels, and its result, which is made when it is first needed. For one
 * thread.
 */
final class PlaneJob<T extends NumericType<T> & NativeType<T>> {

	private final RandomAccessibleInterval<T> plane;
	private final Interval region;
	private final int scale;
	private final IntensityMap map;
	private final BadValues bad;
	private final Progress progress;

	private final T constant;
	private final PlaneSource source;
	private final long badPixels;
	private Img<T> result;
	private PlaneSink sink;

	/** @param progress asked only whether to go on */
	PlaneJob(final RandomAccessibleInterval<T> plane, final Area area, final int scale, final IntensityMap map,
		final BadValues bad, final PlaneSource.Buffer buffer, final Progress progress)
	{
		this.plane = plane;
		region = area.region();
		this.scale = scale;
		this.map = map;
		this.bad = bad;
		this.progress = progress;
		final boolean allGood = countBad(area.read()) == 0;
		badPixels = allGood ? 0 : countBad(region);
		constant = Constant.of(plane, bad, progress);
		source = constant != null ? null : PlaneSource.of(allGood ? plane : filled(area.read()), map, buffer);
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

	/** See {@link PlaneSource#read}. */
	void read(final Window window, final WindowPlan plan, final float[] lr) {
		source.read(window, plan, lr);
	}

	/** See {@link PlaneSink#write}. */
	void write(final Window window, final WindowPlan plan, final float[] hr) {
		makeResult();
		sink.write(window, plan, hr);
	}

	/** Takes the memory for the result now. */
	void makeResult() {
		if (result != null) return;
		final FinalDimensions size = new FinalDimensions(scale * region.dimension(0), scale * region.dimension(1));
		result = Util.getArrayOrCellImgFactory(size, plane.getType()).create(size);
		sink = PlaneSink.of(result, scale, map);
	}

	/** The result, after all windows are written. */
	@SuppressWarnings({ "unchecked", "rawtypes" })
	Img<T> finish() {
		makeResult();
		if (constant != null) result.forEach(pixel -> pixel.set(constant));
		if (badPixels > 0) BadPixels.mark((RandomAccessibleInterval) plane, region, (Img) result, bad, progress);
		return result;
	}
}
