package sc.fiji.superres.command;

import org.scijava.Cancelable;
import org.scijava.app.StatusService;
import org.scijava.task.Task;

import sc.fiji.superres.engine.Progress;

/**
 * Brings what a command does to ImageJ's status bar, to Fiji's task monitor with its Cancel button, and to the command's
 * listener; and asks all those who may want to stop it.
 */
final class CommandProgress implements Progress {

	private final Cancelable command;
	private final StatusService status;
	private final Task task;
	private final SuperResolutionCommand.Listener listener;
	private final TimeLeft timeLeft = new TimeLeft();

	/** @param task null where there is no task monitor */
	CommandProgress(final Cancelable command, final StatusService status, final Task task,
		final SuperResolutionCommand.Listener listener)
	{
		this.command = command;
		this.status = status;
		this.task = task;
		this.listener = listener;
	}

	@Override
	public synchronized void update(final String what, final long done, final long total) {
		final String left = timeLeft.update(done, total);
		final String text = left.isEmpty() ? what : what + ", " + left;
		// the bar counts in ints
		final int shift = Math.max(0, 33 - Long.numberOfLeadingZeros(Math.max(1, total)));
		status.showStatus((int) (done >> shift), (int) (total >> shift), text);
		if (task != null) {
			task.setProgressMaximum(total);
			task.setProgressValue(done);
			task.setStatusMessage(text);
		}
		listener.progress(text, done, total);
	}

	@Override
	public boolean isCancelled() {
		return command.isCanceled() || task != null && task.isCanceled() || Host.escapePressed();
	}
}
