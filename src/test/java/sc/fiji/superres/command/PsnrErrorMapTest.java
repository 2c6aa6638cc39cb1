package sc.fiji.superres.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.ImageProcessor;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The image that {@code error_map} makes. */
class PsnrErrorMapTest {

	@RegisterExtension
	final Commands commands = new Commands();

	private ImagePlus map(final Object... inputs) {
		return (ImagePlus) commands.succeed(PsnrCommand.class, inputs).getOutput("output");
	}

	private static ImagePlus random(final long seed, final int bitDepth, final int channels, final int slices, final int frames) {
		final ImagePlus image = IJ.createHyperStack("random " + seed, 11, 8, channels, slices, frames, bitDepth);
		final Random random = new Random(seed);
		for (int i = 1; i <= image.getStackSize(); i++) {
			final ImageProcessor plane = image.getStack().getProcessor(i);
			for (int j = 0; j < plane.getPixelCount(); j++)
				if (bitDepth == 32) plane.setf(j, random.nextFloat());
				else plane.set(j, random.nextInt(bitDepth == 8 ? 256 : bitDepth == 16 ? 65536 : 1 << 24));
		}
		return image;
	}

	@Test
	void thereIsNoneUnlessAskedFor() {
		assertNull(map("reference", random(1, 8, 1, 2, 1), "test", random(2, 8, 1, 2, 1)));
		assertNull(map("reference", random(1, 8, 1, 1, 1), "test", random(2, 8, 1, 1, 1), "error_map", false));
	}

	@ParameterizedTest
	@CsvSource({ "8, 3, 4, 2", "16, 3, 4, 2", "32, 3, 4, 2", "16, 1, 5, 1", "8, 1, 1, 1" })
	void eachPixelIsTestMinusReference(final int bitDepth, final int channels, final int slices, final int frames) {
		final ImagePlus reference = random(1, bitDepth, channels, slices, frames);
		final ImagePlus test = random(2, bitDepth, channels, slices, frames);
		final ImagePlus map = map("reference", reference, "test", test, "range", "1000", "error_map", true);
		assertEquals("random 2 (error map)", map.getTitle());
		assertEquals(32, map.getBitDepth());
		assertEquals(channels, map.getNChannels());
		assertEquals(slices, map.getNSlices());
		assertEquals(frames, map.getNFrames());
		assertEquals(test.isHyperStack(), map.isHyperStack());
		double largest = 0;
		for (int i = 1; i <= test.getStackSize(); i++)
			for (int j = 0; j < 88; j++) {
				final float expected = test.getStack().getProcessor(i).getf(j) - reference.getStack().getProcessor(i).getf(j);
				assertEquals(expected, map.getStack().getProcessor(i).getf(j));
				largest = Math.max(largest, Math.abs(expected));
			}
		assertEquals(largest, map.getDisplayRangeMax());
		assertEquals(-largest, map.getDisplayRangeMin());
		assertFalse(map.getProcessor().isInvertedLut() || map.getProcessor().isColorLut());
	}

	@Test
	void theDisplayRangeIsThatOfAllPlanes() {
		final ImagePlus reference = random(1, 8, 1, 3, 1);
		final ImagePlus test = reference.duplicate();
		test.getStack().getProcessor(2).set(4, reference.getStack().getProcessor(2).get(4) ^ 64);
		final ImagePlus map = map("reference", reference, "test", test, "error_map", true);
		map.setSlice(3);
		assertEquals(64, map.getDisplayRangeMax());
		assertEquals(-64, map.getDisplayRangeMin());
	}

	@Test
	void noErrorIsMiddleGrey() {
		final ImagePlus image = random(1, 16, 1, 2, 1);
		final ImagePlus map = map("reference", image, "test", image, "range", "type", "error_map", true);
		assertEquals(0, map.getProcessor().getf(3, 3));
		assertEquals(-1, map.getDisplayRangeMin());
		assertEquals(1, map.getDisplayRangeMax());
	}

	@Test
	void notANumberStaysAndSetsNoDisplayRange() {
		final ImagePlus reference = random(1, 32, 1, 1, 1);
		final ImagePlus test = reference.duplicate();
		test.getProcessor().setf(0, Float.NaN);
		test.getProcessor().setf(1, Float.NEGATIVE_INFINITY);
		test.getProcessor().setf(2, reference.getProcessor().getf(2) + 0.5f);
		final ImagePlus map = map("reference", reference, "test", test, "range", "1", "error_map", true);
		assertEquals(Float.NaN, map.getProcessor().getf(0));
		assertEquals(Float.NEGATIVE_INFINITY, map.getProcessor().getf(1));
		assertEquals(0.5, map.getDisplayRangeMax(), 1e-6);
	}

	@ParameterizedTest
	@ValueSource(strings = { "joint", "each", "y" })
	void coloursBecomeOneNumber(final String channels) {
		final ImagePlus reference = random(1, 24, 1, 2, 1);
		final ImagePlus test = random(2, 24, 1, 2, 1);
		final ImagePlus map = map("reference", reference, "test", test, "channels", channels, "error_map", true);
		assertEquals(32, map.getBitDepth());
		assertEquals(2, map.getNSlices());
		assertTrue(map.getInfoProperty().startsWith("error map: " + (channels.equals("y") ? "test - reference, of luma Y\n"
			: "root mean square of test - reference over R, G and B\n")), map.getInfoProperty());
		final int r = reference.getStack().getProcessor(2).get(7);
		final int t = test.getStack().getProcessor(2).get(7);
		final int red = (t >> 16 & 255) - (r >> 16 & 255);
		final int green = (t >> 8 & 255) - (r >> 8 & 255);
		final int blue = (t & 255) - (r & 255);
		final double expected = channels.equals("y") ? (65.481 * red + 128.553 * green + 24.966 * blue) / 255 : Math.sqrt((red * red +
			green * green + blue * blue) / 3.0);
		assertEquals(expected, map.getStack().getProcessor(2).getf(7), 1e-4);
	}

	@Test
	void calibrationAndLabelsAreThoseOfTheTestImage() {
		final ImagePlus test = random(2, 16, 2, 3, 2);
		final Calibration calibration = test.getCalibration();
		calibration.pixelWidth = 0.25;
		calibration.pixelHeight = 0.5;
		calibration.pixelDepth = 2;
		calibration.xOrigin = 3;
		calibration.frameInterval = 7;
		calibration.setUnit("nm");
		calibration.setFunction(Calibration.STRAIGHT_LINE, new double[] { -32768, 1 }, "counts");
		for (int i = 1; i <= 12; i++)
			test.getStack().setSliceLabel("plane " + i, i);
		final ImagePlus map = map("reference", random(1, 16, 2, 3, 2), "test", test, "range", "type", "error_map", true);
		final Calibration own = map.getCalibration();
		assertNotSame(calibration, own);
		assertEquals("0.25 0.5 2.0 3.0 7.0 nm", own.pixelWidth + " " + own.pixelHeight + " " + own.pixelDepth + " " + own.xOrigin + " " +
			own.frameInterval + " " + own.getUnit());
		assertFalse(own.calibrated()); // values are differences
		assertTrue(calibration.calibrated());
		for (int i = 1; i <= 12; i++)
			assertEquals("plane " + i, map.getStack().getSliceLabel(i));
	}

	@Test
	void aSinglePlaneKeepsItsLabel() {
		final ImagePlus test = random(2, 8, 1, 1, 1);
		test.setProp("Slice_Label", "day 3");
		assertEquals("day 3", map("reference", random(1, 8, 1, 1, 1), "test", test, "error_map", true).getProp("Slice_Label"));
	}

	@Test
	void infoSaysWhatItIs() {
		final SuperResolutionCommand command = commands.succeed(PsnrCommand.class, "reference", random(1, 8, 1, 2, 1), "test", random(2, 8,
			1, 2, 1), "error_map", true);
		assertEquals("error map: test - reference\nreference: random 1\ntest: random 2\npsnr: " + command.report() + "\n",
			((ImagePlus) command.getOutput("output")).getInfoProperty());
	}
}
