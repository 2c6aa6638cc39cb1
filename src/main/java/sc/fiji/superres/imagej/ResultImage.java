package sc.fiji.superres.imagej;

import java.util.Map;

import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.ImageProcessor;
import ij.process.LUT;
import net.imglib2.RandomAccessibleInterval;

/**
 * The image that a user gets: the enlarged plane with what ImageJ knew of the input, and the record of the run.
 */
public final class ResultImage {

	private static final String SLICE_LABEL = "Slice_Label";

	private ResultImage() {}

	/**
	 * Makes the result of an input, of which nothing changes. Pixel width and height are divided by the scale, the origin and
	 * the overlay multiplied; value calibration, LUT, display range, slice label, properties and Info are kept.
	 *
	 * @param input a single plane
	 * @param plane the enlarged plane, of the input's pixel type; see {@link Planes#processor}
	 * @param scale by how much it was enlarged
	 * @param label what stands behind the input's title in brackets, such as {@code EDSR x2}
	 * @param facts the record of the run: lines {@code key: value} at the end of the Info, in their order
	 */
	public static ImagePlus of(final ImagePlus input, final RandomAccessibleInterval<?> plane, final int scale,
		final String label, final Map<String, ?> facts)
	{
		final ImageProcessor pixels = Planes.processor(plane);
		final LUT lut = Planes.check(input).getProcessor().getLut();
		if (lut != null) pixels.setLut(lut); // and the display range; RGB has none
		final ImagePlus result = new ImagePlus(input.getTitle() + " (" + label + ")", pixels);
		if (input.getType() == ImagePlus.COLOR_256) result.setTypeToColor256();
		calibrate(input, result, scale);
		copyProperties(input, result);
		result.setProperty("Info", info(input.getInfoProperty(), facts));
		if (input.getOverlay() != null) result.setOverlay(ScaledOverlay.of(input.getOverlay(), scale));
		result.setHideOverlay(input.getHideOverlay());
		return result;
	}

	private static void calibrate(final ImagePlus input, final ImagePlus result, final int scale) {
		final Calibration calibration = input.getCalibration().copy();
		calibration.pixelWidth /= scale;
		calibration.pixelHeight /= scale;
		calibration.xOrigin *= scale;
		calibration.yOrigin *= scale;
		result.setIgnoreGlobalCalibration(true); // which would give it the input's pixel size
		result.setCalibration(calibration);
		result.getCalibration().setValueUnit(calibration.getValueUnit()); // which ImageJ forgets for signed 16-bit
	}

	private static void copyProperties(final ImagePlus input, final ImagePlus result) {
		result.setProperties(input.getPropertiesAsArray());
		// Others than texts, such as a plot or a Fourier transform, belong to the input's pixels.
		if (input.getProperties() != null) input.getProperties().forEach((key, value) -> {
			if (value instanceof String) result.setProperty((String) key, value);
		});
		final String label = input.hasImageStack() ? input.getStack().getSliceLabel(1) : null;
		final boolean made = (input.getTitle() + "\n" + input.getInfoProperty()).equals(label); // by ImageJ, of the Info
		if (label != null && !made) result.setProp(SLICE_LABEL, label);
	}

	private static String info(final String old, final Map<String, ?> facts) {
		final StringBuilder info = new StringBuilder(old == null ? "" : old);
		if (info.length() > 0 && info.charAt(info.length() - 1) != '\n') info.append('\n');
		facts.forEach((key, value) -> info.append(key).append(": ").append(value).append('\n'));
		return info.toString();
	}
}
