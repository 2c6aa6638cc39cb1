package sc.fiji.superres.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.FloatProcessor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.superres.imagej.Planes;
import sc.fiji.superres.resample.MatlabResize;

/** The images that {@code consistency_map} and {@code deviation_map} make beside a result. */
class TrustMapsTest {

	@TempDir
	static Path folder;

	@RegisterExtension
	final Commands commands = new Commands();

	@BeforeAll
	static void writeModel() throws IOException {
		TestInputs.model(folder.resolve("tiny"));
	}

	private SuperResolutionCommand both(final ImagePlus input, final String model) {
		return commands.succeed(UpscaleCommand.class, "input", input, "model", model, "ensemble", true, "consistency_map", true,
			"deviation_map", true);
	}

	private static String tiny() {
		return folder.resolve("tiny").toString();
	}

	private static ImagePlus image(final SuperResolutionCommand command, final String output) {
		return (ImagePlus) command.getOutput(output);
	}

	private static void calibrate(final ImagePlus image) {
		final Calibration calibration = image.getCalibration();
		calibration.pixelWidth = 0.5;
		calibration.pixelHeight = 0.25;
		calibration.pixelDepth = 2;
		calibration.xOrigin = 7;
		calibration.yOrigin = 9;
		calibration.frameInterval = 3;
		calibration.setUnit("nm");
	}

	private static String calibration(final ImagePlus image) {
		final Calibration calibration = image.getCalibration();
		return calibration.pixelWidth + " " + calibration.pixelHeight + " " + calibration.pixelDepth + " " + calibration.xOrigin + " " +
			calibration.yOrigin + " " + calibration.frameInterval + " " + calibration.getUnit();
	}

	private static ImagePlus hyperstack() {
		final ImageStack stack = new ImageStack(20, 16);
		for (int i = 0; i < 12; i++)
			stack.addSlice("plane " + i, TestInputs.image(16, 20, 16, i).getProcessor());
		final ImagePlus image = new ImagePlus("cells", stack);
		image.setDimensions(2, 3, 2);
		image.setOpenAsHyperStack(true);
		return new CompositeImage(image, CompositeImage.COMPOSITE);
	}

	@ParameterizedTest
	@ValueSource(ints = { 8, 16, 24, 32 })
	void oneHasTheSizeOfTheInputTheOtherThatOfTheResult(final int bitDepth) {
		final SuperResolutionCommand command = both(TestInputs.image(bitDepth, 20, 16), tiny());
		final ImagePlus consistency = image(command, "consistency"), deviation = image(command, "deviation");
		assertEquals("wave (EDSR x2) (consistency)", consistency.getTitle());
		assertEquals("wave (EDSR x2) (deviation)", deviation.getTitle());
		assertEquals("20 x 16, 40 x 32", consistency.getWidth() + " x " + consistency.getHeight() + ", " + deviation.getWidth() + " x " +
			deviation.getHeight());
		assertEquals(32, consistency.getBitDepth());
		assertEquals(32, deviation.getBitDepth());
	}

	@Test
	@SuppressWarnings("unchecked")
	void consistencyIsTheShrunkResultMinusTheInput() {
		final ImagePlus input = TestInputs.image(32, 20, 16);
		final SuperResolutionCommand command = both(input, "bilinear-x3");
		final FloatProcessor shrunk = (FloatProcessor) Planes.processor(MatlabResize.shrink(
			(RandomAccessibleInterval<FloatType>) Planes.of(image(command, "output")), 3));
		final float[] expected = (float[]) shrunk.getPixels(), values = (float[]) input.getProcessor().getPixels();
		for (int i = 0; i < expected.length; i++)
			expected[i] -= values[i];
		assertArrayEquals(expected, (float[]) image(command, "consistency").getProcessor().getPixels(), 1e-5f);
	}

	@Test
	void ofColoursNoDifferenceIsNegative() {
		final ImagePlus map = image(both(TestInputs.image(24, 20, 16), "nearest-x2"), "consistency");
		for (final float value : (float[]) map.getProcessor().getPixels())
			assertTrue(value >= 0);
	}

	/** Nearest neighbours do not depend on how an image is turned. */
	@Test
	void whereAllEightAreEqualThereIsNoDeviation() {
		final ImagePlus map = image(both(TestInputs.image(8, 20, 16), "nearest-x2"), "deviation");
		assertArrayEquals(new float[40 * 32], (float[]) map.getProcessor().getPixels());
		assertEquals(0, map.getDisplayRangeMin());
		assertEquals(1, map.getDisplayRangeMax());
	}

	@Test
	void theDisplayRangeOfDifferencesHasZeroInItsMiddleAndThatOfDeviationsBeginsThere() {
		final SuperResolutionCommand command = both(TestInputs.image(16, 20, 16), tiny());
		final ImagePlus consistency = image(command, "consistency"), deviation = image(command, "deviation");
		double largest = 0;
		for (final float value : (float[]) consistency.getProcessor().getPixels())
			largest = Math.max(largest, Math.abs(value));
		assertEquals(largest, consistency.getDisplayRangeMax());
		assertEquals(-largest, consistency.getDisplayRangeMin());
		assertEquals(0, deviation.getDisplayRangeMin());
		assertTrue(deviation.getDisplayRangeMax() > 0);
		assertFalse(deviation.getProcessor().isColorLut());
	}

	@Test
	void calibrationsAreThoseOfInputAndResult() {
		final ImagePlus input = TestInputs.image(16, 20, 16);
		calibrate(input);
		final SuperResolutionCommand command = both(input, tiny());
		assertEquals(calibration(input), calibration(image(command, "consistency")));
		assertEquals(calibration(image(command, "output")), calibration(image(command, "deviation")));
		assertEquals("0.25 0.125 2.0 14.0 18.0 3.0 nm", calibration(image(command, "deviation")));
	}

	@Test
	void ofARegionTheMapHasThatRegionsOrigin() {
		final ImagePlus input = TestInputs.image(8, 20, 16);
		calibrate(input);
		input.setRoi(4, 5, 9, 8);
		final SuperResolutionCommand command = both(input, "bicubic-x3");
		final ImagePlus consistency = image(command, "consistency");
		assertEquals(9, consistency.getWidth());
		assertEquals(8, consistency.getHeight());
		assertEquals(3, consistency.getCalibration().xOrigin);
		assertEquals(4, consistency.getCalibration().yOrigin);
		assertEquals(0.5, consistency.getCalibration().pixelWidth, 1e-12);
		assertEquals(calibration(image(command, "output")), calibration(image(command, "deviation")));
	}

	@Test
	void valuesOfMapsAreNoDensities() {
		final ImagePlus input = TestInputs.image(16, 20, 16);
		input.getCalibration().setFunction(Calibration.STRAIGHT_LINE, new double[] { 0, 2 }, "counts");
		final SuperResolutionCommand command = both(input, "bicubic-x2");
		assertTrue(image(command, "output").getCalibration().calibrated());
		assertFalse(image(command, "consistency").getCalibration().calibrated());
		assertFalse(image(command, "deviation").getCalibration().calibrated());
	}

	@ParameterizedTest
	@ValueSource(strings = { "consistency", "deviation" })
	void aHyperstackHasAMapForEachPlane(final String output) {
		final ImagePlus input = hyperstack();
		final ImagePlus map = image(both(input, "lanczos-x2"), output);
		assertArrayEquals(new int[] { 2, 3, 2 }, new int[] { map.getNChannels(), map.getNSlices(), map.getNFrames() });
		assertTrue(map.isHyperStack());
		for (int i = 0; i < 12; i++)
			assertEquals("plane " + i, map.getStack().getSliceLabel(i + 1));
		final ImagePlus single = new ImagePlus("single", input.getStack().getProcessor(8));
		final ImagePlus expected = image(commands.succeed(UpscaleCommand.class, "input", single, "model", "lanczos-x2", "ensemble", true,
			"consistency_map", true, "deviation_map", true), output);
		assertArrayEquals((float[]) expected.getProcessor().getPixels(), (float[]) map.getStack().getPixels(8), 1e-3f);
		assertEquals(output.equals("deviation"), map.getDisplayRangeMin() == 0);
	}

	@Test
	void chosenPlanesAloneHaveMaps() {
		final ImagePlus map = image(commands.succeed(UpscaleCommand.class, "input", hyperstack(), "model", "bicubic-x2", "channels", "2",
			"frames", "2", "consistency_map", true), "consistency");
		assertEquals(3, map.getStackSize());
		assertEquals("plane 11", map.getStack().getSliceLabel(3));
	}

	@Test
	void theInfoSaysWhatItIsAMapOf() {
		final SuperResolutionCommand command = both(TestInputs.image(8, 20, 16), "bicubic-x2");
		final String info = image(command, "consistency").getInfoProperty();
		assertTrue(info.startsWith("consistency map of: wave (Bicubic x2)\nmodel: bicubic-x2 ("), info);
		assertTrue(image(command, "deviation").getInfoProperty().startsWith("deviation map of: wave (Bicubic x2)\nmodel: "));
	}

	@Test
	void pixelsWithoutAMeasurementAreNotANumberInBoth() {
		final ImagePlus input = TestInputs.image(32, 20, 16);
		input.getProcessor().setf(5, 6, Float.NaN);
		final SuperResolutionCommand command = both(input, "bicubic-x2");
		assertEquals(Float.NaN, image(command, "consistency").getProcessor().getf(5, 6));
		assertEquals(Float.NaN, image(command, "deviation").getProcessor().getf(11, 13));
		assertTrue(Double.isFinite(image(command, "consistency").getDisplayRangeMax()));
	}
}
