package sc.fiji.superres.upscale;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;

import net.imglib2.FinalDimensions;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.NumericType;
import net.imglib2.util.Util;

import sc.fiji.superres.engine.AvailableMemory;
import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.engine.Engines;
import sc.fiji.superres.engine.Progress;
import sc.fiji.superres.model.Model;

/**
 * Super-resolves an image plane with a model.
 *
 * <pre>
 * Model model = ModelFolders.standard().open("edsr-x2", Engines.tensorflow());
 * Img&lt;UnsignedByteType&gt; hr = Upscaler.of(model).upscale(lr);
 * </pre>
 *
 * The result does not depend on the windows that the plane is cut into, as long as the halo is exact.
 */
public final class Upscaler {

	private final Model model;
	private final Engine engine;
	private final UpscaleOptions options;
	private final Progress progress;

	private Upscaler(final Model model, final Engine engine, final UpscaleOptions options, final Progress progress) {
		this.model = model;
		this.engine = engine;
		this.options = options;
		this.progress = progress;
	}

	/** An upscaler with the default options on TensorFlow, which is loaded when it is first needed. */
	public static Upscaler of(final Model model) {
		return new Upscaler(model, null, UpscaleOptions.defaults(), Progress.NONE);
	}

	/** The same on another engine. */
	public Upscaler engine(final Engine newEngine) {
		return new Upscaler(model, newEngine, options, progress);
	}

	/** The same with other options. */
	public Upscaler options(final UpscaleOptions newOptions) {
		return new Upscaler(model, engine, newOptions, progress);
	}

	/** The same, telling what it does and asking whether to go on; progress is counted in LR pixels. */
	public Upscaler progress(final Progress newProgress) {
		return new Upscaler(model, engine, options, newProgress);
	}

	/**
	 * Super-resolves a plane.
	 *
	 * @param plane 2-D, of one channel of any real type, or colour; width × height pixels
	 * @return scale·width × scale·height pixels of the same type
	 * @throws IllegalArgumentException if the plane is not 2-D or empty, or the options do not fit it or the memory
	 * @throws CancellationException if cancelled
	 */
	public <T extends NumericType<T> & NativeType<T>> Img<T> upscale(final RandomAccessibleInterval<T> plane) {
		return run(plane).image();
	}

	/** {@link #upscale} with an account of how the result was made. */
	public <T extends NumericType<T> & NativeType<T>> Upscaled<T> run(final RandomAccessibleInterval<T> plane) {
		check(plane);
		final long start = System.nanoTime();
		final Engine device = engine != null ? engine : Engines.tensorflow();
		final int halo = options.halo().of(model.network());
		final int scale = model.network().scale();
		final IntensityMap map = options.intensity().map(plane);

		final FinalDimensions size = new FinalDimensions(scale * plane.dimension(0), scale * plane.dimension(1));
		final Img<T> result = Util.getArrayOrCellImgFactory(size, plane.getType()).create(size);
		// the result has its memory by now: what is free is the windows'
		final WindowPlan wanted = new WindowChoice((int) plane.dimension(0), (int) plane.dimension(1), halo, pixels -> device
			.memory(model.network(), pixels), AvailableMemory.bytes()).choose(options.tileSize());
		final WindowPlan plan = new Pipeline(device, model, PlaneSource.of(plane, map), PlaneSink.of(result,
			scale, map), progress).run(wanted);
		return new Upscaled<>(result, facts(device, plan, map, (System.nanoTime() - start) / 1e9));
	}

	private void check(final RandomAccessibleInterval<?> plane) {
		if (plane.numDimensions() != 2)
			throw new IllegalArgumentException("The image has " + plane.numDimensions() +
				" dimensions, but a plane has 2. Upscale its planes one by one.");
		for (int d = 0; d < 2; d++)
			if (plane.dimension(d) < 1 || plane.dimension(d) > Integer.MAX_VALUE / model.network().scale())
				throw new IllegalArgumentException("The image is " + plane.dimension(0) + " x " + plane.dimension(1) +
					" pixels, but a side must have 1 to " + Integer.MAX_VALUE / model.network().scale() + ".");
	}

	private Map<String, String> facts(final Engine device, final WindowPlan plan, final IntensityMap map, final double seconds) {
		final Map<String, String> facts = new LinkedHashMap<>();
		facts.put("model", model.name() + " (" + model.path() + ")");
		facts.put("weights", model.hash());
		facts.put("scale", String.valueOf(model.network().scale()));
		facts.put("windows", plan.count() + " of " + plan.width() + " x " + plan.height());
		facts.put("halo", String.valueOf(plan.halo()));
		facts.put("intensity", map.toString());
		facts.put("precision", "float32");
		facts.put("device", device.device() + ", " + device.name());
		facts.put("seconds", String.format(Locale.ROOT, "%.2f", seconds));
		return facts;
	}
}
