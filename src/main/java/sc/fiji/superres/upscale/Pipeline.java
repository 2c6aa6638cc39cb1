package sc.fiji.superres.upscale;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

import sc.fiji.superres.engine.EngineMemoryException;
import sc.fiji.superres.engine.Progress;

/**
 * Takes the windows of all planes through the method. While one is computed, the next one is read and the one before
 * written, so two windows of each kind are in memory, however large the planes and however many.
 */
final class Pipeline {

	private static final int BUFFERS = 2;

	/** A window of a plane: one of those that are left of it. */
	private record Step(int plane, List<Window> windows, int index) {

		Window window() {
			return windows.get(index);
		}

		boolean isLast() {
			return index + 1 == windows.size();
		}
	}

	private final WindowFunction.Opener<WindowFunction> opener;
	private final PlaneJobs<?> jobs;
	private final Progress progress;

	private WindowPlan plan;
	private Step step;
	private long done;
	private long total;

	Pipeline(final WindowFunction.Opener<WindowFunction> opener, final PlaneJobs<?> jobs, final Progress progress) {
		this.opener = opener;
		this.jobs = jobs;
		this.progress = progress;
	}

	/**
	 * Computes all windows; where the engine's memory is full, those that are left with smaller windows.
	 *
	 * @return the plan that went through
	 */
	WindowPlan run(final WindowPlan first) throws IOException {
		plan = first;
		step = new Step(0, plan.windows(), 0);
		total = plan.area().pixels() * jobs.size();
		try (Transport transport = new Transport()) {
			while (step != null) {
				try {
					compute(transport);
				}
				catch (final EngineMemoryException e) {
					goOnSmaller(e);
				}
			}
		}
		return plan;
	}

	private void goOnSmaller(final EngineMemoryException full) {
		final WindowPlan smaller = plan.smaller();
		if (smaller == null) throw full;
		final List<Window> parts = new ArrayList<>();
		for (final Window window : step.windows().subList(step.index(), step.windows().size()))
			parts.addAll(smaller.cover(window));
		plan = smaller;
		step = new Step(step.plane(), parts, 0);
	}

	/** Goes on from the current step, which is null in the end. */
	private void compute(final Transport transport) throws IOException {
		progress.update("Preparing the network", done, total);
		final int lrSize = Math.toIntExact(jobs.channels() * plan.pixels());
		final int block = jobs.task().scale() * jobs.task().scale();
		final float[][] lr = new float[BUFFERS][lrSize];
		final float[][] hr = new float[BUFFERS][Math.multiplyExact(lrSize, block)];
		final float[][] deviations = new float[BUFFERS][];
		if (jobs.task().options().deviationMap()) Arrays.setAll(deviations, i -> new float[hr[i].length / jobs.channels()]);
		Future<Boolean> reading = read(step, lr[0], transport);
		Future<?> writing = CompletableFuture.completedFuture(null);
		try (WindowFunction function = opener.open(plan.height(), plan.width())) {
			for (int buffer = 0; step != null; buffer = 1 - buffer) {
				final boolean network = Transport.await(reading);
				progress.checkCancelled();
				final Step next = after(step, network);
				if (next != null) reading = read(next, lr[1 - buffer], transport);
				if (network) function.run(lr[buffer], hr[buffer], deviations[buffer]);
				Transport.await(writing);
				writing = write(step, network, hr[buffer], deviations[buffer], transport);
				told(step, network);
				step = next;
			}
		}
		catch (final EngineMemoryException e) {
			Transport.await(reading); // a plane that it opened stays open
			Transport.await(writing);
			throw e;
		}
		Transport.await(writing);
	}

	/** The step after one; null where there is none. */
	private Step after(final Step last, final boolean network) {
		if (network && !last.isLast()) return new Step(last.plane(), last.windows(), last.index() + 1);
		return last.plane() + 1 < jobs.size() ? new Step(last.plane() + 1, plan.windows(), 0) : null;
	}

	private Future<Boolean> read(final Step next, final float[] lr, final Transport transport) {
		final WindowPlan current = plan;
		final Progress untilTheEnd = new Progress() {

			@Override
			public void update(final String task, final long ignored, final long ignoredToo) {}

			@Override
			public boolean isCancelled() {
				return transport.isClosed() || progress.isCancelled();
			}
		};
		return transport.submit(() -> jobs.read(next.plane(), next.window(), current, lr, untilTheEnd));
	}

	private Future<?> write(final Step computed, final boolean network, final float[] hr, final float[] deviations,
		final Transport transport)
	{
		final WindowPlan current = plan;
		return transport.submit(() -> {
			if (network) jobs.write(computed.window(), current, hr, deviations);
			if (!network || computed.isLast()) jobs.deliver();
			return null;
		});
	}

	private void told(final Step computed, final boolean network) {
		done += network ? computed.window().corePixels() : plan.area().pixels();
		progress.update(text(computed, network), done, total);
	}

	private String text(final Step computed, final boolean network) {
		final String window = (computed.index() + 1) + " of " + computed.windows().size();
		if (jobs.size() == 1) return "Window " + window;
		final String plane = "Plane " + (computed.plane() + 1) + " of " + jobs.size();
		return network && computed.windows().size() > 1 ? plane + ", window " + window : plane;
	}
}
