package sc.fiji.superres.engine;

import java.util.concurrent.CancellationException;

/** What a long computation tells while it runs, and asks: whether to go on. Called from any thread. */
public interface Progress {

	/** Tells nothing and never stops. */
	Progress NONE = (task, done, total) -> {};

	/**
	 * @param task what is being done, for the user
	 * @param done so much of {@code total}
	 * @param total 0 where it is not known
	 */
	void update(String task, long done, long total);

	default boolean isCancelled() {
		return false;
	}

	/** One that tells nothing, but asks the same. */
	default Progress silent() {
		return new Progress() {

			@Override
			public void update(final String task, final long done, final long total) {}

			@Override
			public boolean isCancelled() {
				return Progress.this.isCancelled();
			}
		};
	}

	/** @throws CancellationException if the user has cancelled, or the thread is interrupted */
	default void checkCancelled() {
		if (isCancelled() || Thread.currentThread().isInterrupted()) throw new CancellationException("Cancelled.");
	}
}
