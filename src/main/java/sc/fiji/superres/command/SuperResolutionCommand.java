package sc.fiji.superres.command;

import java.io.IOException;
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

/**
 * What all commands share: inputs are checked (SciJava checks none that a macro or a program sets), progress goes to the
 * status bar, and what a user can mend ends the command with one plain sentence as its reason to cancel.
 */
public abstract class SuperResolutionCommand extends DynamicCommand {

	@Parameter
	private StatusService status;

	@Parameter
	private LogService log;

	private Throwable failure;

	/** Does the work; the inputs are within their limits. */
	abstract void execute() throws IOException;

	/** What the command has to say in the end, for the command line; null for nothing. */
	public String report() {
		return null;
	}

	/** What the command failed with; null where it did not fail. */
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
			if (!isCanceled()) cancel(e.getMessage());
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
		final Engine engine = Engines.tensorflow(log::info);
		engine.useThreads(threads);
		return engine;
	}
}
