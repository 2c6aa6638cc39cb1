package sc.fiji.superres.upscale;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.type.NativeType;
import net.imglib2.type.Type;
import net.imglib2.type.numeric.NumericType;

import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.engine.Inference;
import sc.fiji.superres.engine.Progress;
import sc.fiji.superres.loader.Engines;
import sc.fiji.superres.model.Model;

/**
 * Super-resolves image planes with a model, or enlarges them by another method.
 *
 * <pre>
 * Model model = ModelFolders.standard().open("edsr-x2", Engines.tensorflow());
 * Img&lt;UnsignedByteType&gt; hr = Upscaler.of(model).upscale(lr);
 * </pre>
 *
 * The result does not depend on the windows that the plane is cut into, as long as the halo is exact.
 */
public final class Upscaler {

	private final Method method;
	private final Supplier<Engine> engine;
	private final UpscaleOptions options;
	private final Progress progress;
	private final Preparation preparation;

	private Upscaler(final Method method, final Supplier<Engine> engine, final UpscaleOptions options, final Progress progress,
		final Preparation preparation)
	{
		this.method = method;
		this.engine = engine;
		this.options = options;
		this.progress = progress;
		this.preparation = preparation;
	}

	/** An upscaler with the default options on TensorFlow, which is loaded when it is first needed. */
	public static Upscaler of(final Model model) {
		return of(new ModelMethod(model));
	}

	/** The same for any method, of which only models need an engine. */
	public static Upscaler of(final Method method) {
		return new Upscaler(method, Engines::tensorflow, UpscaleOptions.defaults(), Progress.NONE, null);
	}

	/** What upscales. */
	public Method method() {
		return method;
	}

	/** The same on another engine, or on {@linkplain Engine#on another device} of it. */
	public Upscaler engine(final Engine newEngine) {
		return engine(() -> newEngine);
	}

	/** The same on an engine that is asked for only where one is needed. */
	public Upscaler engine(final Supplier<Engine> newEngine) {
		return new Upscaler(method, newEngine, options, progress, preparation);
	}

	/** The same with other options. */
	public Upscaler options(final UpscaleOptions newOptions) {
		return new Upscaler(method, engine, newOptions, progress, preparation);
	}

	/** The same, telling what it does and asking whether to go on; progress is counted in LR pixels. */
	public Upscaler progress(final Progress newProgress) {
		return new Upscaler(method, engine, options, newProgress, preparation);
	}

	/** The same, using again what was prepared for the last image where the next one is alike; results do not change. */
	public Upscaler keeping(final Preparation newPreparation) {
		return new Upscaler(method, engine, options, progress, newPreparation);
	}

	/**
	 * Super-resolves a plane.
	 *
	 * @param plane 2-D, of one channel of any real type, or colour; width × height pixels
	 * @return scale·width × scale·height pixels of the same type
	 * @throws IllegalArgumentException if the plane is not 2-D or empty, or the options do not fit it, each other or the memory
	 * @throws CancellationException if cancelled
	 */
	public <T extends NumericType<T> & NativeType<T>> Img<T> upscale(final RandomAccessibleInterval<T> plane) {
		return run(plane).image();
	}

	/** {@link #upscale} with an account of how the result was made, and what the options ask for beside it. */
	public <T extends NumericType<T> & NativeType<T>> Upscaled<T> run(final RandomAccessibleInterval<T> plane) {
		final List<UpscaledPlane<T>> results = new ArrayList<>(1);
		try {
			final Map<String, String> facts = run(PlaneSeries.of(plane), plane, (index, upscaled) -> results.add(upscaled));
			return new Upscaled<>(results.get(0), facts);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e); // nothing is read or written
		}
	}

	/**
	 * Super-resolves a region of each plane of a series. The network is prepared once for all of them, and memory does not
	 * grow with their number. The next plane is read, and the one before delivered, while the network computes. Pixels
	 * around the region are read as halo, and the intensity map is that of the whole planes, so the result equals the same
	 * crop of the whole result.
	 *
	 * @param series 2-D planes of one channel of any real type, or colour
	 * @param region the part of the planes' interval to upscale, or that interval
	 * @param receiver gets planes of scale·width × scale·height pixels of the region, of the same type
	 * @return how the result was made: model, weights (of models), scale, windows, halo, ensemble (where it is one), intensity
	 *         (to which the consistency refers; it does not change what baselines make), no_data (where there are such pixels),
	 *         consistency, warning (where texture is invented), precision, device and seconds, in this order. The consistency is the PSNR between the results,
	 *         shrunk again by MATLAB's bicubic, and the region of the planes, over all planes and channels: {@code 51.23 dB} or
	 *         {@code infinite}. Its peak is 255 for 8-bit images and colours, else what the intensity map spans. Bad pixels and
	 *         2 LR pixels along the sides are left out
	 * @throws IllegalArgumentException if the planes are not 2-D, empty or unlike each other, the region is not a part of them,
	 *           or the options do not fit them, each other or the memory
	 * @throws CancellationException if cancelled
	 * @throws IOException that of the series or the receiver
	 */
	public <T extends NumericType<T> & NativeType<T>> Map<String, String> run(final PlaneSeries<T> series,
		final Interval region, final PlaneReceiver<T> receiver) throws IOException
	{
		final long start = System.nanoTime();
		options.check();
		final SeriesReader<T> reader = new SeriesReader<>(series);
		final T type = reader.type();
		final Area area = Area.of(reader.interval(), region, method.scale(), options.halo().of(method.radius(type)));
		final PlaneTask task = new PlaneTask(method, area, BadValues.of(type, options.noData()), options);
		final IntensityMaps maps = IntensityMaps.of(reader, options.intensity(), task.bad(), progress);

		final WindowPlan wanted = plan(area, type);
		final PlaneJobs<T> jobs = new PlaneJobs<>(reader, receiver, maps, task);
		final WindowPlan plan = new Pipeline((height, width) -> open(type, height, width), jobs, progress).run(wanted);
		final double seconds = (System.nanoTime() - start) / 1e9;
		return new Facts(task, engine, reader.size(), plan, maps, jobs.badPixels(), jobs.consistency(), seconds).toMap();
	}

	private WindowPlan plan(final Area area, final Type<?> type) {
		final Supplier<WindowPlan> choice = () -> WindowChoice.now(area, method, method.placement(engine), options, type,
			pixels -> method.memory(engine, type, pixels)).choose(options.tileSize());
		return preparation == null ? choice.get() : preparation.plan(List.of(method, area, type.getClass(), options.tileSize(),
			options.ensemble(), options.consistencyMap(), options.deviationMap()), choice);
	}

	private WindowFunction open(final Type<?> type, final int height, final int width) {
		if (!options.ensemble()) return WindowFunction.once(inference(type, true, height, width));
		final int channels = PlaneSource.channels(type);
		return new Ensemble((h, w) -> inference(type, false, h, w), channels, method.scale(), height, width);
	}

	private Inference inference(final Type<?> type, final boolean rounded, final int height, final int width) {
		final Supplier<Inference> opener = () -> method.open(engine, type, rounded, height, width);
		return preparation == null ? opener.get()
			: preparation.open(List.of(method, type.getClass(), rounded, height, width), opener);
	}
}
