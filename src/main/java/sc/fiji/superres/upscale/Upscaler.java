package sc.fiji.superres.upscale;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.NumericType;

import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.engine.Engines;
import sc.fiji.superres.engine.Progress;
import sc.fiji.superres.model.Model;
import sc.fiji.superres.network.Network;

/**
 * Super-resolves image planes with a model.
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
		final List<Img<T>> results = new ArrayList<>(1);
		try {
			final Map<String, String> facts = run(PlaneSeries.of(plane), plane, (index, hr) -> results.add(hr));
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
	 * @return how the result was made: model, weights, scale, windows, halo, intensity, no_data (where there are such pixels),
	 *         precision, device and seconds, in this order
	 * @throws IllegalArgumentException if the planes are not 2-D, empty or unlike each other, the region is not a part of them,
	 *           or the options do not fit them or the memory
	 * @throws CancellationException if cancelled
	 * @throws IOException that of the series or the receiver
	 */
	public <T extends NumericType<T> & NativeType<T>> Map<String, String> run(final PlaneSeries<T> series, final Interval region,
		final PlaneReceiver<T> receiver) throws IOException
	{
		final long start = System.nanoTime();
		final Network network = model.network();
		final SeriesReader<T> reader = new SeriesReader<>(series);
		final Area area = Area.of(reader.interval(), region, network.scale(), options.halo().of(network));
		final BadValues bad = BadValues.of(reader.type(), options.noData());
		final IntensityMaps maps = IntensityMaps.of(reader, options.intensity(), bad, progress);

		final Engine device = engine != null ? engine : Engines.tensorflow();
		final WindowPlan wanted = WindowChoice.now(area, network.scale(), reader.type(), pixels -> device.memory(network, pixels))
			.choose(options.tileSize());
		final PlaneJobs<T> jobs = new PlaneJobs<>(reader, receiver, area, network.scale(), maps, bad);
		final WindowPlan plan = new Pipeline(device, model, jobs, progress).run(wanted);
		final double seconds = (System.nanoTime() - start) / 1e9;
		return new Facts(model, device, reader.size(), plan, maps, bad, jobs.badPixels(), seconds).toMap();
	}
}
