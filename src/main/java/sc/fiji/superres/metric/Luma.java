package sc.fiji.superres.metric;

import net.imglib2.type.numeric.ARGBType;

/** Luma Y of ITU-R BT.601 in studio swing, on which super-resolution is measured: 16 (black) to 235 (white). */
public final class Luma {

	private Luma() {}

	/** @param rgb a pixel of {@link ARGBType}; not rounded */
	public static double of(final int rgb) {
		return of(ARGBType.red(rgb), ARGBType.green(rgb), ARGBType.blue(rgb));
	}

	/** @param red 0..255, as are the others; not rounded */
	public static double of(final double red, final double green, final double blue) {
		return 16 + (65.481 * red + 128.553 * green + 24.966 * blue) / 255;
	}
}
