package sc.fiji.superres.install;

import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import coursierapi.Cache;
import sc.fiji.superres.engine.EngineException;
import sc.fiji.superres.engine.Progress;

/**
 * Lets coursier work in threads of its own and waits for it, but only while the user wants and something comes: a thread that
 * reads from a silent connection cannot be interrupted. Such a one is left to itself; coursier's locks keep it and a later
 * attempt apart.
 */
final class CoursierRun implements AutoCloseable {

	/** What is done with coursier's cache. */
	interface Work<T> {

		T with(Cache cache) throws Exception;
	}

	/** Coursier has failed; the cause is what it threw. */
	static final class Failure extends Exception {

		private static final long serialVersionUID = 1L;

		private Failure(final Throwable cause) {
			super(cause);
		}
	}

	private static final int THREADS = 4, POLL_MILLIS = 100, END_MILLIS = 1000;

	private final ThreadPoolExecutor pool;
	private final Path folder;
	private final DownloadLog log;
	private final Progress progress;
	private final Duration patience;

	/**
	 * Else coursier makes a folder in the user's home and reads settings there; on Windows it asks for its place by a process of
	 * its own. This folder does not exist, and only an administrator could make it. The first two names are relocated with the
	 * classes, so they concern our copy only.
	 */
	static {
		final String none = Path.of(System.getProperty("java.home"), "no-settings").toString();
		System.setProperty("coursierapi.shaded.coursier.cache", none);
		System.setProperty("coursierapi.shaded.coursier.config-dir", none);
		System.getProperties().putIfAbsent("scala-cli.config", none);
	}

	/**
	 * @param folder for coursier's files
	 * @param patience how long nothing may come
	 */
	CoursierRun(final Path folder, final DownloadLog log, final Progress progress, final Duration patience) {
		pool = new ThreadPoolExecutor(THREADS, THREADS, END_MILLIS, TimeUnit.MILLISECONDS, new LinkedBlockingQueue<>(), work -> {
			final Thread thread = new Thread(work, "Engine download");
			thread.setDaemon(true);
			return thread;
		});
		pool.allowCoreThreadTimeOut(true);
		this.folder = folder;
		this.log = log;
		this.progress = progress;
		this.patience = patience;
	}

	/**
	 * @throws Failure if it fails otherwise than by an exception of our own
	 * @throws CancellationException if the user cancels, or the thread is interrupted
	 */
	<T> T get(final Work<T> work) throws Failure {
		final Future<T> result = pool.submit(() -> work.with(Cache.create().withLocation(folder.toFile()).withPool(pool).withLogger(
			log)));
		try {
			while (true) {
				try {
					return result.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
				}
				catch (final TimeoutException e) {
					progress.checkCancelled();
					if (log.silence().compareTo(patience) > 0) throw new Failure(new SocketTimeoutException());
				}
			}
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new CancellationException("Cancelled.");
		}
		catch (final ExecutionException e) {
			throw failure(e.getCause());
		}
	}

	/** Whether a file has come in parts. */
	boolean isResumed() {
		return log.isResumed();
	}

	/** What the log or a request of our own has thrown comes wrapped in coursier's exceptions. */
	private Failure failure(final Throwable thrown) {
		for (Throwable e = thrown; e != null; e = e.getCause()) {
			if (e instanceof DownloadLog.CutOffException || e instanceof DownloadLog.DamagedException ||
				e instanceof CancellationException || e instanceof EngineException) throw (RuntimeException) e;
			final Optional<DownloadLog.CutOffException> cutOff = log.cutOff(e);
			if (cutOff.isPresent()) throw cutOff.get();
		}
		return new Failure(thrown);
	}

	/** Ends what still runs, as far as it ends. The threads end when they are idle: coursier may still have work for them. */
	@Override
	public void close() {
		log.end();
		final long start = System.nanoTime();
		try {
			while (pool.getActiveCount() > 0 && System.nanoTime() - start < END_MILLIS * 1_000_000L)
				Thread.sleep(POLL_MILLIS / 10);
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}
