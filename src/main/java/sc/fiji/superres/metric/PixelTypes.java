package sc.fiji.superres.metric;

import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;

/**
 * The names that users know pixel types by.
 */
final class PixelTypes {

	private PixelTypes() {}

	static String name(final Object type) {
		if (type instanceof ARGBType) return "RGB";
		if (!(type instanceof RealType)) return type.getClass().getSimpleName();
		final int bits = ((RealType<?>) type).getBitsPerPixel();
		if (!(type instanceof IntegerType)) return bits + "-bit float";
		return (((RealType<?>) type).getMinValue() < 0 ? "signed " : "") + bits + "-bit";
	}

	static boolean isByteOrRgb(final Object type) {
		return type instanceof UnsignedByteType || type instanceof ARGBType;
	}
}
