package sc.fiji.superres.upscale;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The one thread that reads and writes, in the order of the tasks, while another computes. Nothing goes on after its end.
 */
final class Transport implements AutoCloseable {

	private final ThreadPoolExecutor executor = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
		task -> new Thread(task, "super-resolution transport"));

	<V> Future<V> submit(final Callable<V> task) {
		return executor.submit(task);
	}

	/** The result of a task, or its exception as it is. */
	static <V> V await(final Future<V> task) throws IOException {
		try {
			return task.get();
		}
		catch (final ExecutionException e) {
			if (e.getCause() instanceof IOException io) throw io;
			if (e.getCause() instanceof RuntimeException unchecked) throw unchecked;
			if (e.getCause() instanceof Error error) throw error;
			throw new IllegalStateException(e.getCause());
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new CancellationException("Cancelled.");
		}
	}

	/** Whether the end has begun: a long task should end, too. */
	boolean isClosed() {
		return executor.isShutdown();
	}

	/** Drops the tasks that have not begun, and waits for the one that has: it may be reading a file of the user's. */
	@Override
	public void close() {
		executor.shutdown();
		executor.getQueue().clear();
		boolean interrupted = false;
		while (true) {
			try {
				if (executor.awaitTermination(1, TimeUnit.HOURS)) break;
			}
			catch (final InterruptedException e) {
				interrupted = true;
			}
		}
		if (interrupted) Thread.currentThread().interrupt();
	}
}
