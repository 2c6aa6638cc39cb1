package sc.fiji.superres.command;

import java.util.function.Consumer;

import org.scijava.Cancelable;
import org.scijava.app.StatusService;
import org.scijava.task.Task;
import org.scijava.thread.ThreadService;

import sc.fiji.superres.engine.Progress;

/**
 * Brings what a command does to ImageJ's status bar, to Fiji's task monitor with its Cancel button, and to the command's
 * listener; and asks all those who may want to stop it.
 */
final class CommandProgress implements Progress, AutoCloseable {

	private final Cancelable command;
	private final StatusService status;
	private final Task task;
	private final ThreadService threads;
	private final SuperResolutionCommand.Listener listener;
	private final TimeLeft timeLeft = new TimeLeft();

	/** @param task null where there is no task monitor */
	CommandProgress(final Cancelable command, final StatusService status, final Task task, final ThreadService threads,
		final SuperResolutionCommand.Listener listener)
	{
		this.command = command;
		this.status = status;
		this.task = task;
		this.threads = threads;
		this.listener = listener;
		monitor(Task::start);
	}

	@Override
	public synchronized void update(final String what, final long done, final long total) {
		final String left = timeLeft.update(done, total);
		final String text = left.isEmpty() ? what : what + ", " + left;
		// the bar counts in ints
		final int shift = Math.max(0, 33 - Long.numberOfLeadingZeros(Math.max(1, total)));
		status.showStatus((int) (done >> shift), (int) (total >> shift), text);
		monitor(each -> {
			each.setProgressMaximum(total);
			each.setProgressValue(done);
			each.setStatusMessage(text);
		});
		listener.progress(text, done, total);
	}

	/** A task waits for the event thread, which takes the interruption from a thread that was cancelled. */
	private void monitor(final Consumer<Task> change) {
		if (task != null) threads.queue(() -> change.accept(task));
	}

	@Override
	public boolean isCancelled() {
		return command.isCanceled() || task != null && task.isCanceled() || Host.escapePressed();
	}

	/** Empties the status bar: to clear its text alone would leave ImageJ's bar as long as it is. */
	@Override
	public void close() {
		status.showStatus(1, 1, "");
		status.clearStatus();
		monitor(Task::finish);
	}
}
