package sc.fiji.superres.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.io.FileInfo;
import ij.io.RoiEncoder;
import ij.measure.Calibration;
import ij.process.LUT;

/** Whether two images are the same in all that ImageJ knows of one. */
final class ImageAsserts {

	private ImageAsserts() {}

	static void assertSame(final ImagePlus expected, final ImagePlus actual) {
		assertEquals(facts(expected), facts(actual));
		assertArrayEquals(rois(expected.getOverlay()), rois(actual.getOverlay()));
		assertArrayEquals(roi(expected.getRoi()), roi(actual.getRoi()));
		for (int i = 1; i <= expected.getStackSize(); i++) {
			assertPixels(expected.getImageStack().getPixels(i), actual.getImageStack().getPixels(i));
			assertEquals(expected.getImageStack().getSliceLabel(i), actual.getImageStack().getSliceLabel(i));
		}
		assertPixels(expected.getProcessor().getPixels(), actual.getProcessor().getPixels());
		for (int i = 1; i <= expected.getStackSize(); i++) {
			assertEquals(expected.getStack().getProcessor(i).getMin(), actual.getStack().getProcessor(i).getMin());
			assertEquals(expected.getStack().getProcessor(i).getMax(), actual.getStack().getProcessor(i).getMax());
			assertEquals(lut(expected.getStack().getProcessor(i).getLut()), lut(actual.getStack().getProcessor(i).getLut()));
		}
	}

	private static List<String> facts(final ImagePlus image) {
		final List<String> facts = new ArrayList<>();
		facts.add("title " + image.getTitle());
		facts.add("dimensions " + Arrays.toString(image.getDimensions()));
		facts.add("type " + image.getType() + " of " + image.getBitDepth());
		facts.add("mode " + image.isComposite() + " " + image.getCompositeMode());
		if (image instanceof CompositeImage composite) facts.add("active " + Arrays.toString(composite.getActiveChannels()));
		for (final LUT lut : image.getLuts())
			facts.add(lut(lut));
		facts.add("range " + image.getDisplayRangeMin() + " " + image.getDisplayRangeMax());
		facts.add("own range " + image.getProcessor().getMin() + " " + image.getProcessor().getMax());
		facts.add(lut(image.getProcessor().getLut()));
		facts.add(String.valueOf(image.isInvertedLut()));
		facts.add(calibration(image.getLocalCalibration()));
		facts.add("info " + image.getInfoProperty());
		facts.add("properties " + Arrays.toString(image.getPropertiesAsArray()) + " " + image.getProperties());
		facts.add("hyperstack " + image.getOpenAsHyperStack() + " " + image.isHyperStack());
		facts.add("position " + image.getC() + " " + image.getZ() + " " + image.getT() + " " + image.getCurrentSlice());
		facts.add("overlay hidden " + image.getHideOverlay() + ", changes " + image.changes);
		facts.add(info(image.getOriginalFileInfo()));
		return facts;
	}

	private static String lut(final LUT lut) {
		return lut == null ? "no LUT" : "LUT " + lut.min + " " + lut.max + " " + Arrays.toString(lut.getBytes());
	}

	private static String calibration(final Calibration calibration) {
		return calibration + " " + calibration.xOrigin + " " + calibration.yOrigin + " " + calibration.zOrigin + " " + calibration
			.getInvertY() + " " + calibration.fps + " " + calibration.loop + " " + calibration.frameInterval + " " + calibration.getTimeUnit() +
			" " + calibration.getYUnit() + " " + calibration.getZUnit() + " " + calibration.info + " " + calibration.getFunction() + " " +
			Arrays.toString(calibration.getCoefficients()) + " " + calibration.getValueUnit() + " " + calibration.zeroClip();
	}

	private static String info(final FileInfo info) {
		return info == null ? "no file" : info + " " + info.description + " " + info.unit + " " + info.pixelWidth + " " + info.frameInterval;
	}

	private static byte[][] rois(final Overlay overlay) {
		return overlay == null ? null : Arrays.stream(overlay.toArray()).map(ImageAsserts::roi).toArray(byte[][]::new);
	}

	private static byte[] roi(final Roi roi) {
		return roi == null ? null : RoiEncoder.saveAsByteArray(roi);
	}

	private static void assertPixels(final Object expected, final Object actual) {
		if (expected instanceof byte[] bytes) assertArrayEquals(bytes, (byte[]) actual);
		else if (expected instanceof short[] shorts) assertArrayEquals(shorts, (short[]) actual);
		else if (expected instanceof float[] floats) assertArrayEquals(floats, (float[]) actual);
		else assertArrayEquals((int[]) expected, (int[]) actual);
	}
}
