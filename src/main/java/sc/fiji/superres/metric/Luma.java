package sc.fiji.superres.metric;

import net.imglib2.type.numeric.ARGBType;

/** Luma Y of ITU-R BT.601 in studio swing, on which super-resolution is measured: 16 (black) to 235 (white). */
public final class Luma {

	private Luma() {}

	/** @param rgb a pixel of {@link ARGBType}; not rounded */
	public static double of(final int rgb) {
		return 16 + (65.481 * ARGBType.red(rgb) + 128.553 * ARGBType.green(rgb) + 24.966 * ARGBType.blue(rgb)) / 255;
	}
}
