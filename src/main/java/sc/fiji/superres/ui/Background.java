package sc.fiji.superres.ui;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

import javax.swing.SwingWorker;

/** Work beside the event thread, whose result goes back to it. */
final class Background {

	private Background() {}

	/**
	 * @param failed is told why there is no result
	 */
	static <T> void run(final Callable<T> work, final Consumer<T> done, final Consumer<Throwable> failed) {
		new SwingWorker<T, Void>() {

			/** Plugins are discovered by the thread's class loader, which must see our jar. */
			@Override
			protected T doInBackground() throws Exception {
				final Thread thread = Thread.currentThread();
				final ClassLoader loader = thread.getContextClassLoader();
				thread.setContextClassLoader(Background.class.getClassLoader());
				try {
					return work.call();
				}
				finally {
					thread.setContextClassLoader(loader);
				}
			}

			@Override
			protected void done() {
				try {
					done.accept(get());
				}
				catch (final ExecutionException e) {
					failed.accept(e.getCause());
				}
				catch (final InterruptedException e) {
					failed.accept(e);
				}
			}
		}.execute();
	}
}
