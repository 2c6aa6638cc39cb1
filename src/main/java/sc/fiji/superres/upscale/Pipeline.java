package sc.fiji.superres.upscale;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.engine.EngineMemoryException;
import sc.fiji.superres.engine.Inference;
import sc.fiji.superres.engine.Progress;
import sc.fiji.superres.model.Model;

/**
 * Takes the windows of a plane through the network. While one is computed, the next one is read and the one before
 * written, so two windows of each kind are in memory, however large the plane.
 */
final class Pipeline {

	private static final int BUFFERS = 2;

	private final Engine engine;
	private final Model model;
	private final PlaneSource source;
	private final PlaneSink sink;
	private final Progress progress;

	private long done;
	private long total;

	Pipeline(final Engine engine, final Model model, final PlaneSource source, final PlaneSink sink,
		final Progress progress)
	{
		this.engine = engine;
		this.model = model;
		this.source = source;
		this.sink = sink;
		this.progress = progress;
	}

	/**
	 * Computes all windows; where the engine's memory is full, those that are left with smaller windows.
	 *
	 * @return the plan that went through
	 */
	WindowPlan run(final WindowPlan first) {
		WindowPlan plan = first;
		Deque<Window> left = new ArrayDeque<>(plan.windows());
		total = left.stream().mapToLong(Window::corePixels).sum();
		while (true) {
			try {
				run(plan, left);
				return plan;
			}
			catch (final EngineMemoryException e) {
				final WindowPlan smaller = plan.smaller();
				if (smaller == null) throw e;
				final Deque<Window> parts = new ArrayDeque<>();
				left.forEach(window -> parts.addAll(smaller.cover(window)));
				left = parts;
				plan = smaller;
			}
		}
	}

	/** Removes each window from {@code left} when it is computed. */
	private void run(final WindowPlan plan, final Deque<Window> left) {
		progress.update("Preparing the network", done, total);
		final int lrSize = Math.toIntExact(3 * plan.pixels());
		final int scale = model.network().scale();
		final float[][] lr = new float[BUFFERS][lrSize];
		final float[][] hr = new float[BUFFERS][Math.multiplyExact(lrSize, scale * scale)];
		final List<Window> windows = new ArrayList<>(left);
		final ExecutorService transport = Executors.newSingleThreadExecutor(task -> new Thread(task, "super-resolution transport"));
		try (Inference inference = engine.inference(model.network(), model.weights(), plan.height(), plan.width())) {
			Future<?> reading = transport.submit(() -> source.read(windows.get(0), plan, lr[0]));
			Future<?> writing = CompletableFuture.completedFuture(null);
			for (int i = 0; i < windows.size(); i++) {
				progress.checkCancelled();
				final Window window = windows.get(i);
				final int buffer = i % BUFFERS;
				await(reading);
				if (i + 1 < windows.size()) {
					final Window next = windows.get(i + 1);
					reading = transport.submit(() -> source.read(next, plan, lr[1 - buffer]));
				}
				inference.run(lr[buffer], hr[buffer]);
				await(writing);
				writing = transport.submit(() -> sink.write(window, plan, hr[buffer]));
				left.remove();
				done += window.corePixels();
				progress.update("Window " + (i + 1) + " of " + windows.size(), done, total);
			}
			await(writing);
		}
		finally {
			transport.shutdown();
			awaitEnd(transport);
		}
	}

	private static void await(final Future<?> task) {
		try {
			task.get();
		}
		catch (final ExecutionException e) {
			if (e.getCause() instanceof RuntimeException unchecked) throw unchecked;
			if (e.getCause() instanceof Error error) throw error;
			throw new IllegalStateException(e.getCause());
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new CancellationException("Cancelled.");
		}
	}

	/** Nothing of a run goes on after it: not even where it was cancelled. */
	private static void awaitEnd(final ExecutorService transport) {
		boolean interrupted = false;
		while (true) {
			try {
				if (transport.awaitTermination(1, TimeUnit.HOURS)) break;
			}
			catch (final InterruptedException e) {
				interrupted = true;
			}
		}
		if (interrupted) Thread.currentThread().interrupt();
	}
}
