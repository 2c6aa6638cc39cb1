package sc.fiji.superres.cli;

import java.io.PrintStream;
import java.util.Locale;

/**
 * Progress on standard error: one line that is rewritten where that is a terminal, plain lines where asked for. Notices,
 * such as that TensorFlow is unpacked to another place, are printed in any case.
 */
final class ProgressLine implements AutoCloseable {

	private static final long PLAIN_INTERVAL_NANOS = 2_000_000_000L;
	private static final int WIDTH = 78;
	private static final int BAR = 20;

	/** Whether standard error is a terminal. */
	private static final String TERMINAL = "superres.terminal";

	private final PrintStream err;
	private final boolean terminal;
	private final boolean wanted;
	private String task = "";
	private long lastPrint;

	private ProgressLine(final PrintStream err, final boolean terminal, final boolean wanted) {
		this.err = err;
		this.terminal = terminal;
		this.wanted = wanted;
	}

	/** @param asked whether the user wants it where standard error is no terminal, too */
	static ProgressLine on(final PrintStream err, final boolean asked) {
		final boolean terminal = isTerminal() && err == System.err;
		return new ProgressLine(err, terminal, asked || terminal);
	}

	/** The launcher knows about standard error; Java's console, which is there for the other two streams, is the next best. */
	private static boolean isTerminal() {
		final String told = System.getProperty(TERMINAL);
		return told == null ? System.console() != null : Boolean.parseBoolean(told);
	}

	synchronized void notice(final String text) {
		clear();
		err.println(text);
	}

	synchronized void progress(final String message, final long progress, final long total) {
		if (!wanted) return;
		final long done = Math.min(progress, total); // a server may send more than it said
		final long now = System.nanoTime();
		final String newTask = message.split(" ", 2)[0];
		final boolean sameTask = newTask.equals(task);
		task = newTask;
		if (!terminal && sameTask && now - lastPrint < PLAIN_INTERVAL_NANOS) return;
		lastPrint = now;
		if (terminal) err.print("\r" + pad(bar(done, total) + message));
		else err.println(message + (total <= 0 ? "" : " (" + 100 * done / total + " %)"));
	}

	private static String bar(final long done, final long total) {
		if (total <= 0) return "";
		final int full = (int) (BAR * done / total);
		return "[" + "#".repeat(full) + ".".repeat(BAR - full) + String.format(Locale.ROOT, "] %3d %% ", 100 * done / total);
	}

	/** Covers what was on the line before; a longer text would begin a new line each time. */
	private static String pad(final String line) {
		return (line + " ".repeat(WIDTH)).substring(0, WIDTH);
	}

	private void clear() {
		if (terminal && lastPrint != 0) err.print("\r" + " ".repeat(WIDTH) + "\r");
	}

	@Override
	public synchronized void close() {
		clear();
	}
}
