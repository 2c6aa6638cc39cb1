package sc.fiji.superres.upscale;

import java.util.ArrayList;
import java.util.List;

/**
 * Windows along one dimension. All have the same size; at the border of the image they shift inward. The core of a window
 * is what is kept of it: it is a halo away from every side of the window that is not a side of the image, where the
 * network's own zero padding acts.
 */
final class Axis {

	/** One window: where it begins, and the interval {@code [coreStart, coreEnd)} that is kept, in LR pixels of the image. */
	record Span(int start, int coreStart, int coreEnd) {}

	private Axis() {}

	/**
	 * The windows whose cores cover an interval, each as large as the window allows.
	 *
	 * @param length of the image
	 * @param window at most the length; above 2·halo where it is shorter
	 * @param halo at least 0
	 * @param from start of the interval
	 * @param to end of the interval, exclusive
	 */
	static List<Span> cover(final int length, final int window, final int halo, final int from, final int to) {
		final List<Span> spans = new ArrayList<>();
		int coreStart = from;
		while (coreStart < to) {
			final int start = Math.max(0, Math.min(coreStart - halo, length - window));
			final int valid = start + window == length ? length : start + window - halo;
			final int coreEnd = Math.min(to, valid);
			spans.add(new Span(start, coreStart, coreEnd));
			coreStart = coreEnd;
		}
		return spans;
	}

	/** Number of windows that cover a whole image, or a region of which it is all with its halo. */
	static long count(final int length, final int window, final int halo) {
		if (window == length) return 1;
		final long step = window - 2L * halo;
		return (length - 2L * halo + step - 1) / step;
	}

	/** Side of the smallest window with which {@code count} of them cover a whole image. */
	static int windowFor(final int length, final int count, final int halo) {
		final long shared = 2L * halo * (count - 1);
		return (int) Math.min(length, Math.max((length + shared + count - 1) / count, 2L * halo + 1));
	}
}
