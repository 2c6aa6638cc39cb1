package sc.fiji.superres.command;

import java.util.Locale;
import java.util.function.LongSupplier;

/** Estimates the time that a task still takes, from what has been done of it since it was first heard of. */
final class TimeLeft {

	private final LongSupplier nanoTime;
	private long total;
	private long firstDone;
	private long last;
	private long start;

	TimeLeft() {
		this(System::nanoTime);
	}

	/** @param nanoTime the clock */
	TimeLeft(final LongSupplier nanoTime) {
		this.nanoTime = nanoTime;
	}

	/**
	 * Takes note of what is done. Another total, or less done than before, is another task.
	 *
	 * @param total 0 where it is not known
	 * @return such as {@code 12 s left}; empty where nothing can be said yet
	 */
	String update(final long done, final long newTotal) {
		final long now = nanoTime.getAsLong();
		if (newTotal != total || done < last) {
			total = newTotal;
			firstDone = done;
			start = now;
		}
		last = done;
		if (total <= 0 || done <= firstDone || done >= total) return "";
		return format((now - start) / 1e9 * (total - done) / (done - firstDone)) + " left";
	}

	private static String format(final double seconds) {
		if (seconds < 60) return String.format(Locale.ROOT, "%.0f s", seconds);
		if (seconds < 3600) return String.format(Locale.ROOT, "%.0f min", seconds / 60);
		return String.format(Locale.ROOT, "%.1f h", seconds / 3600);
	}
}
