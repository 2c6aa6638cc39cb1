package sc.fiji.superres.metric;

import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;

/**
 * How far a pixel lies above its reference: test − reference, in float64.
 */
final class Difference {

	private Difference() {}

	static double grey(final RealType<?> reference, final RealType<?> test) {
		return test.getRealDouble() - reference.getRealDouble();
	}

	static int red(final ARGBType reference, final ARGBType test) {
		return ARGBType.red(test.get()) - ARGBType.red(reference.get());
	}

	static int green(final ARGBType reference, final ARGBType test) {
		return ARGBType.green(test.get()) - ARGBType.green(reference.get());
	}

	static int blue(final ARGBType reference, final ARGBType test) {
		return ARGBType.blue(test.get()) - ARGBType.blue(reference.get());
	}

	/** Of Y (ITU-R BT.601, studio swing); the offset of 16 cancels out. */
	static double luma(final ARGBType reference, final ARGBType test) {
		return (65.481 * red(reference, test) + 128.553 * green(reference, test) + 24.966 * blue(reference, test)) / 255;
	}

	/** The mean of the squared differences of R, G and B. */
	static double meanSquare(final ARGBType reference, final ARGBType test) {
		final double red = red(reference, test);
		final double green = green(reference, test);
		final double blue = blue(reference, test);
		return (red * red + green * green + blue * blue) / 3;
	}
}
