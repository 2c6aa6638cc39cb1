package sc.fiji.superres.imagej;

import java.util.Map;

import ij.ImagePlus;

/** ImageJ keeps signed 16-bit values as unsigned ones that are so much larger, and shows what they mean. */
public final class SignedValues {

	private static final int OFFSET = 32768;

	private SignedValues() {}

	/** By how much the values of an image are larger than those that are shown. */
	public static double offset(final ImagePlus image) {
		return image.getCalibration().isSigned16Bit() ? OFFSET : 0;
	}

	/** Says in the record of a run which values stand in it. */
	public static void note(final ImagePlus image, final Map<String, String> facts) {
		if (offset(image) != 0) facts.put("signed", "raw values stand here, " + OFFSET + " above those that are shown");
	}
}
