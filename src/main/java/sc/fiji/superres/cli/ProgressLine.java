package sc.fiji.superres.cli;

import java.io.PrintStream;
import java.util.Locale;

import org.scijava.Context;
import org.scijava.app.event.StatusEvent;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.event.EventSubscriber;

import picocli.CommandLine.ParseResult;

/** Progress on standard error: one line that is rewritten where that is a terminal, plain lines where asked for. */
final class ProgressLine implements AutoCloseable {

	private static final long PLAIN_INTERVAL_NANOS = 2_000_000_000L;
	private static final int WIDTH = 78;

	private final PrintStream err;
	private final boolean terminal;
	private final boolean wanted;
	private final java.util.List<EventSubscriber<?>> subscribers;
	private final long start = System.nanoTime();
	private long lastPrint;
	private String lastMessage = "";

	private ProgressLine(final Context context, final PrintStream err, final boolean terminal, final boolean wanted) {
		this.err = err;
		this.terminal = terminal;
		this.wanted = wanted;
		subscribers = context.service(EventService.class).subscribe(this);
	}

	static ProgressLine of(final Context context, final ParseResult options, final PrintStream err) {
		final boolean asked = options.hasMatchedOption(Options.PROGRESS);
		final boolean terminal = System.console() != null && err == System.err;
		return new ProgressLine(context, err, terminal, asked || terminal);
	}

	/** Called by SciJava's event bus. */
	@EventHandler
	void onStatus(final StatusEvent event) {
		if (!wanted || event.getStatusMessage() == null || event.getStatusMessage().isEmpty()) return;
		final long now = System.nanoTime();
		final boolean newTask = !firstWord(event.getStatusMessage()).equals(firstWord(lastMessage));
		if (!terminal && !newTask && now - lastPrint < PLAIN_INTERVAL_NANOS) return;
		lastPrint = now;
		lastMessage = event.getStatusMessage();
		final String line = lastMessage + share(event);
		if (terminal) err.print("\r" + (line + " ".repeat(WIDTH)).substring(0, Math.max(WIDTH, line.length())));
		else err.println(line);
	}

	private String share(final StatusEvent event) {
		final int done = event.getProgressValue();
		final int total = event.getProgressMaximum();
		if (total <= 0 || done < 0) return "";
		final double seconds = (System.nanoTime() - start) / 1e9;
		final String left = done == 0 ? "" : String.format(Locale.ROOT, ", %s left", time(seconds * (total - done) / done));
		return String.format(Locale.ROOT, " (%d %%%s)", 100L * done / total, left);
	}

	private static String time(final double seconds) {
		if (seconds < 60) return String.format(Locale.ROOT, "%.0f s", seconds);
		if (seconds < 3600) return String.format(Locale.ROOT, "%.0f min", seconds / 60);
		return String.format(Locale.ROOT, "%.1f h", seconds / 3600);
	}

	private static String firstWord(final String message) {
		return message.split(" ", 2)[0];
	}

	@Override
	public void close() {
		subscribers.clear(); // they are held weakly by the bus
		if (terminal && lastPrint != 0) err.print("\r" + " ".repeat(WIDTH) + "\r");
	}
}
