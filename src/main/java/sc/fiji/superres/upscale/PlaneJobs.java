package sc.fiji.superres.upscale;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.NumericType;

import sc.fiji.superres.engine.Progress;

/**
 * The planes of a series that are on their way: opened in order when the first window is read, delivered in order after
 * the last is written, and forgotten. For one thread.
 */
final class PlaneJobs<T extends NumericType<T> & NativeType<T>> {

	private final SeriesReader<T> series;
	private final PlaneReceiver<T> receiver;
	private final IntensityMaps maps;
	private final PlaneTask task;

	private final PlaneSource.Buffer buffer = new PlaneSource.Buffer();
	private final Consistency consistency = new Consistency();
	private final List<PlaneJob<T>> open = new ArrayList<>();
	private int delivered;
	private long badPixels;

	PlaneJobs(final SeriesReader<T> series, final PlaneReceiver<T> receiver, final IntensityMaps maps, final PlaneTask task) {
		this.series = series;
		this.receiver = receiver;
		this.maps = maps;
		this.task = task;
	}

	/** Number of planes. */
	int size() {
		return series.size();
	}

	/** What is done with each of them. */
	PlaneTask task() {
		return task;
	}

	/** Number of channels of each of them. */
	int channels() {
		return PlaneSource.channels(series.type());
	}

	/** Number of bad pixels in the regions of the planes opened so far. */
	long badPixels() {
		return badPixels;
	}

	/** That of the planes delivered so far. */
	Consistency consistency() {
		return consistency;
	}

	/**
	 * Reads a window of an open plane, or of the one after these, which is then opened.
	 *
	 * @param lr receives the window; see {@link PlaneJob#read}
	 * @param progress asked only whether to go on
	 * @return false, with nothing read, if the plane needs no network
	 */
	boolean read(final int plane, final Window window, final WindowPlan plan, final float[] lr, final Progress progress)
		throws IOException
	{
		if (plane == delivered + open.size()) open(plane, progress);
		final PlaneJob<T> job = open.get(plane - delivered);
		if (job.needsNetwork()) job.read(window, plan, lr);
		return job.needsNetwork();
	}

	private void open(final int plane, final Progress progress) throws IOException {
		final IntensityMap map = maps.of(series.channel(plane));
		final PlaneJob<T> job = new PlaneJob<>(series.read(plane), task, map, buffer, progress);
		if (open.isEmpty()) job.makeResult(); // where that is too large, rather now than after the first window
		open.add(job);
		badPixels += job.badPixels();
	}

	/** Writes a window of the first plane that has not been delivered; see {@link PlaneJob#write}. */
	void write(final Window window, final WindowPlan plan, final float[] hr, final float[] deviations) {
		open.get(0).write(window, plan, hr, deviations);
	}

	/** Delivers that plane. */
	void deliver() throws IOException {
		receiver.accept(delivered++, open.remove(0).finish(consistency));
	}
}
