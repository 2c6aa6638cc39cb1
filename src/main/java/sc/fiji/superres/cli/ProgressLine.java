package sc.fiji.superres.cli;

import java.io.PrintStream;
import java.util.Locale;

import sc.fiji.superres.command.SuperResolutionCommand;

/**
 * Progress on standard error: one line that is rewritten where that is a terminal, plain lines where asked for. Notices,
 * such as that TensorFlow is unpacked to another place, are printed in any case.
 */
final class ProgressLine implements SuperResolutionCommand.Listener, AutoCloseable {

	private static final long PLAIN_INTERVAL_NANOS = 2_000_000_000L;
	private static final int WIDTH = 78;

	/** Whether standard error is a terminal. */
	private static final String TERMINAL = "superres.terminal";

	private final PrintStream err;
	private final boolean terminal;
	private final boolean wanted;
	private String task = "";
	private long taskStart;
	private long taskDone;
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

	@Override
	public synchronized void notice(final String text) {
		clear();
		err.println(text);
	}

	@Override
	public synchronized void progress(final String message, final long done, final long total) {
		if (!wanted) return;
		final long now = System.nanoTime();
		final String newTask = message.split(" ", 2)[0];
		final boolean sameTask = newTask.equals(task);
		if (!sameTask) {
			task = newTask;
			taskStart = now;
			taskDone = done;
		}
		if (!terminal && sameTask && now - lastPrint < PLAIN_INTERVAL_NANOS) return;
		lastPrint = now;
		final String line = message + share(done, total, (now - taskStart) / 1e9);
		if (terminal) err.print("\r" + (line + " ".repeat(WIDTH)).substring(0, Math.max(WIDTH, line.length())));
		else err.println(line);
	}

	/** The time left follows from what this run has done: a training that goes on did not begin at its first step. */
	private String share(final long done, final long total, final double seconds) {
		if (total <= 0) return "";
		final String left = done <= taskDone ? "" : String.format(Locale.ROOT, ", %s left", time(seconds * (total - done) / (done -
			taskDone)));
		return String.format(Locale.ROOT, " (%d %%%s)", 100 * done / total, left);
	}

	private static String time(final double seconds) {
		if (seconds < 60) return String.format(Locale.ROOT, "%.0f s", seconds);
		if (seconds < 3600) return String.format(Locale.ROOT, "%.0f min", seconds / 60);
		return String.format(Locale.ROOT, "%.1f h", seconds / 3600);
	}

	private void clear() {
		if (terminal && lastPrint != 0) err.print("\r" + " ".repeat(WIDTH) + "\r");
	}

	@Override
	public synchronized void close() {
		clear();
	}
}
