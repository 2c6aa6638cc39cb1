package sc.fiji.superres.command;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.concurrent.CancellationException;

import org.scijava.app.StatusService;
import org.scijava.command.DynamicCommand;
import org.scijava.log.LogService;
import org.scijava.plugin.Parameter;

import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.engine.EngineException;
import sc.fiji.superres.engine.EngineMemoryException;
import sc.fiji.superres.engine.Engines;
import sc.fiji.superres.engine.Progress;
import sc.fiji.superres.io.WholeFile;

/**
 * What all commands share: inputs are checked (SciJava checks none that a macro or a program sets), progress goes to the
 * status bar, and what a user can mend ends the command with one plain sentence as its reason to cancel.
 */
public abstract class SuperResolutionCommand extends DynamicCommand {

	@Parameter
	private StatusService status;

	@Parameter
	private LogService log;

	private Listener listener = new Listener() {};
	private Throwable failure;

	/** What is told while a command runs, in order and at once: events of the status bar may come late, or in another order. */
	public interface Listener {

		/**
		 * @param task what is being done, for the user
		 * @param done so much of {@code total}
		 * @param total 0 where it is not known
		 */
		default void progress(final String task, final long done, final long total) {}

		/** Something that the user should know in any case. */
		default void notice(final String text) {}
	}

	/** Does the work; the inputs are within their limits. */
	abstract void execute() throws IOException;

	/** What the command has to say in the end, for the command line; null for nothing. */
	public String report() {
		return null;
	}

	/** Tells another listener than the status bar, too; to be called before it runs. */
	public void listen(final Listener newListener) {
		listener = newListener;
	}

	/** What ended the command before its work was done; null where nothing did. */
	public Throwable failure() {
		return failure;
	}

	@Override
	public final void run() {
		try {
			Inputs.check(this);
			execute();
		}
		catch (final CancellationException e) {
			failure = e;
			if (!isCanceled()) cancel(e.getMessage());
		}
		catch (final FileSystemException e) {
			fail(e, e.getFile() + " cannot be read or written: " + WholeFile.reason(e));
		}
		catch (final IOException | IllegalArgumentException | IllegalStateException | EngineException | EngineMemoryException e) {
			fail(e, String.valueOf(e.getMessage()));
		}
		catch (final OutOfMemoryError e) {
			fail(e, "Java's memory of " + Runtime.getRuntime().maxMemory() / 1_000_000 +
				" MB is too small for this image and its result. Give Java more memory (-Xmx), or use a smaller image.");
		}
		finally {
			status.clearStatus();
		}
	}

	private void fail(final Throwable cause, final String reason) {
		failure = cause;
		log.debug(cause);
		cancel(reason);
	}

	/** Progress in the status bar, which ends where the command is cancelled. */
	Progress progress() {
		return new Progress() {

			@Override
			public void update(final String task, final long done, final long total) {
				// the bar counts in ints
				final int shift = Math.max(0, 33 - Long.numberOfLeadingZeros(Math.max(1, total)));
				status.showStatus((int) (done >> shift), (int) (total >> shift), task);
				listener.progress(task, done, total);
			}

			@Override
			public boolean isCancelled() {
				return isCanceled();
			}
		};
	}

	/** The TensorFlow engine; loading it the first time takes seconds. */
	Engine engine(final int threads) {
		status.showStatus("Loading TensorFlow");
		listener.progress("Loading TensorFlow", 0, 0);
		final Engine engine = Engines.tensorflow(this::notice);
		engine.useThreads(threads);
		return engine;
	}

	private void notice(final String text) {
		log.info(text);
		listener.notice(text);
	}
}
