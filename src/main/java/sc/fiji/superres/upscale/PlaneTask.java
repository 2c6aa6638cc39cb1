package sc.fiji.superres.upscale;

import net.imglib2.type.Type;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.GenericByteType;

/**
 * What is to be done with each plane of a run.
 *
 * @param method what upscales
 * @param area what is read of a plane, and upscaled
 * @param bad which values are no measurements
 * @param options what the user wants
 */
record PlaneTask(Method method, Area area, BadValues bad, UpscaleOptions options) {

	private static final double PEAK_OF_8_BITS = 255;

	int scale() {
		return method.scale();
	}

	/**
	 * The map between a plane's values and those that the method takes.
	 *
	 * @param measured that of the plane's channel
	 */
	IntensityMap map(final IntensityMap measured) {
		return method.takesGreyLevels() ? measured : IntensityMap.IDENTITY;
	}

	/**
	 * What the consistency is relative to, in the image's values: 255 for 8-bit images and colours, else from low to high.
	 *
	 * @param measured that of the plane's channel
	 */
	static double peak(final Type<?> type, final IntensityMap measured) {
		return type instanceof ARGBType || type instanceof GenericByteType ? PEAK_OF_8_BITS : measured.high() - measured.low();
	}
}
