package sc.fiji.superres.ui;

import ij.IJ;

import org.scijava.Context;
import org.scijava.app.event.StatusEvent;
import org.scijava.event.EventService;
import org.scijava.event.EventSubscriber;

/** Shows SciJava's status in ImageJ's status bar while a command runs; events that come late are dropped. */
final class StatusBar implements EventSubscriber<StatusEvent>, AutoCloseable {

	private boolean closed;

	/** SciJava itself holds its subscribers weakly. */
	StatusBar(final Context context) {
		context.service(EventService.class).subscribe(this);
	}

	@Override
	public Class<StatusEvent> getEventClass() {
		return StatusEvent.class;
	}

	@Override
	public synchronized void onEvent(final StatusEvent event) {
		if (closed) return;
		IJ.showStatus(event.getStatusMessage());
		if (event.getProgressMaximum() > 0) IJ.showProgress((double) event.getProgressValue() / event.getProgressMaximum());
	}

	@Override
	public synchronized void close() {
		closed = true;
		IJ.showStatus("");
		IJ.showProgress(1);
	}
}
