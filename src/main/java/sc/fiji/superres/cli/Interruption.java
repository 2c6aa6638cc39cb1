package sc.fiji.superres.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.scijava.Cancelable;

/** Ctrl-C and SIGTERM cancel the running command and give it time to end: a training keeps its best weights. */
final class Interruption implements AutoCloseable {

	private static final int PATIENCE_SECONDS = 60;

	private final CountDownLatch ended = new CountDownLatch(1);
	private final Thread hook;

	Interruption(final Cancelable command) {
		hook = new Thread(() -> {
			command.cancel("Interrupted.");
			try {
				ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
			}
			catch (final InterruptedException e) {
				Thread.currentThread().interrupt();
			}
		}, "super-resolution interruption");
		Runtime.getRuntime().addShutdownHook(hook);
	}

	@Override
	public void close() {
		ended.countDown();
		try {
			Runtime.getRuntime().removeShutdownHook(hook);
		}
		catch (final IllegalStateException e) {
			// the hook is running: it has been told
		}
	}
}
