package sc.fiji.superres.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.process.ImageProcessor;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;

class ResultImageTest {

	private static ImagePlus input(final int bitDepth) {
		final ImagePlus input = TestPlanes.random(bitDepth, 6, 4);
		input.setTitle("cells.tif");
		final Calibration calibration = input.getCalibration();
		calibration.pixelWidth = 0.5;
		calibration.pixelHeight = 0.25;
		calibration.pixelDepth = 2;
		calibration.xOrigin = 3;
		calibration.yOrigin = -1.5;
		calibration.zOrigin = 7;
		calibration.setUnit("um");
		calibration.frameInterval = 1.5;
		return input;
	}

	private static ImagePlus result(final ImagePlus input) {
		final Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("model", "edsr-x2");
		facts.put("seconds", 1234.5);
		final ResultImage result = new ResultImage(input, PlaneSelection.all(input), ImageRegion.of(input), 2);
		try {
			result.accept(0, plane(input));
			return result.finish("EDSR x2", facts);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static Img<?> plane(final ImagePlus input) {
		final int width = 2 * input.getWidth();
		final int height = 2 * input.getHeight();
		switch (input.getBitDepth()) {
			case 8:
				return ArrayImgs.unsignedBytes(width, height);
			case 16:
				return ArrayImgs.unsignedShorts(width, height);
			case 32:
				return ArrayImgs.floats(width, height);
			default:
				return ArrayImgs.argbs(width, height);
		}
	}

	@Test
	void titleSizeAndBitDepth() {
		for (final int bitDepth : new int[] { 8, 16, 24, 32 }) {
			final ImagePlus result = result(input(bitDepth));
			assertEquals("cells.tif (EDSR x2)", result.getTitle());
			assertEquals(bitDepth, result.getBitDepth());
			assertEquals(12, result.getWidth());
			assertEquals(8, result.getHeight());
		}
	}

	@Test
	void calibrationFollowsTheScale() {
		final Calibration calibration = result(input(8)).getCalibration();
		assertEquals(0.25, calibration.pixelWidth);
		assertEquals(0.125, calibration.pixelHeight);
		assertEquals(2, calibration.pixelDepth);
		assertEquals("µm", calibration.getUnit());
		assertEquals(6, calibration.xOrigin);
		assertEquals(-3, calibration.yOrigin);
		assertEquals(7, calibration.zOrigin);
		assertEquals(1.5, calibration.frameInterval);
	}

	@Test
	void aGlobalCalibrationIsDividedOnce() {
		final Calibration global = new Calibration();
		global.pixelWidth = 3;
		final ImagePlus input = input(8);
		input.setGlobalCalibration(global);
		try {
			assertEquals(1.5, result(input).getCalibration().pixelWidth);
		}
		finally {
			input.setGlobalCalibration(null);
		}
	}

	@Test
	void signed16BitStaysSigned() {
		final ImagePlus input = input(16);
		input.getCalibration().setSigned16BitCalibration();
		input.getCalibration().setValueUnit("HU");
		final Calibration calibration = result(input).getCalibration();
		assertTrue(calibration.isSigned16Bit());
		assertEquals("HU", calibration.getValueUnit());
		assertEquals(-32768, calibration.getCValue(0));
	}

	@Test
	void valueCalibrationIsKept() {
		final ImagePlus input = input(8);
		input.getCalibration().setFunction(Calibration.STRAIGHT_LINE, new double[] { 10, 0.5 }, "OD", true);
		final Calibration calibration = result(input).getCalibration();
		assertEquals(Calibration.STRAIGHT_LINE, calibration.getFunction());
		assertArrayEquals(new double[] { 10, 0.5 }, calibration.getCoefficients());
		assertEquals("OD", calibration.getValueUnit());
		assertTrue(calibration.zeroClip());
	}

	@Test
	void lutAndDisplayRangeAreKept() {
		for (final int bitDepth : new int[] { 8, 16, 32 }) {
			final ImagePlus input = input(bitDepth);
			input.getProcessor().setLut(TestPlanes.colours());
			input.getProcessor().setMinAndMax(20, 130);
			final ImageProcessor pixels = result(input).getProcessor();
			assertEquals(20, pixels.getMin());
			assertEquals(130, pixels.getMax());
			assertArrayEquals(TestPlanes.colours().getBytes(), pixels.getLut().getBytes());
			assertEquals(input.getType(), result(input).getType());
		}
	}

	@Test
	void invertedLutStaysInverted() {
		final ImagePlus input = input(8);
		input.getProcessor().invertLut();
		assertTrue(result(input).isInvertedLut());
	}

	@Test
	void infoIsKeptAndTheRecordAppended() {
		final ImagePlus input = input(8);
		input.setProperty("Info", "Objective: 63x");
		assertEquals("Objective: 63x\nmodel: edsr-x2\nseconds: 1234.5\n", result(input).getInfoProperty());
		assertEquals("model: edsr-x2\nseconds: 1234.5\n", result(input(8)).getInfoProperty());
		assertEquals("edsr-x2", result(input).getStringProperty("model"));
		assertEquals("Objective: 63x", input.getInfoProperty());
	}

	@Test
	void propertiesAndSliceLabelAreKept() {
		final ImagePlus input = input(8);
		input.setProp("stain", "DAPI");
		input.setProperty("note", "text");
		input.setProperty("FHT", new Object());
		input.getStack().setSliceLabel("z=3", 1);
		final ImagePlus result = result(input);
		assertEquals("DAPI", result.getProp("stain"));
		assertEquals("text", result.getProperty("note"));
		assertNull(result.getProperty("FHT"));
		assertEquals("z=3", result.getStack().getSliceLabel(1));
	}

	@Test
	void aLabelThatImageJMadeOfTheInfoIsNotKept() {
		final ImagePlus input = input(8);
		input.setProperty("Info", "old");
		input.getStack();
		assertNull(result(input).getProp("Slice_Label"));
	}

	@Test
	void overlayIsScaled() {
		final ImagePlus input = input(8);
		final Overlay overlay = new Overlay(new Roi(1, 2, 3, 1.5));
		overlay.get(0).setStrokeWidth(2f);
		overlay.get(0).setName("cell");
		overlay.get(0).setPosition(1);
		overlay.add(new OvalRoi(2, 1, 3, 2));
		overlay.add(new PolygonRoi(new float[] { 0, 4, 4 }, new float[] { 0, 0, 3 }, 3, Roi.POLYGON));
		input.setOverlay(overlay);
		final Overlay scaled = result(input).getOverlay();
		assertEquals(3, scaled.size());
		assertSame(Roi.class, scaled.get(0).getClass());
		assertInstanceOf(OvalRoi.class, scaled.get(1));
		assertArrayEquals(new double[] { 2, 4, 6, 3 }, bounds(scaled.get(0)));
		assertArrayEquals(new double[] { 4, 2, 6, 4 }, bounds(scaled.get(1)));
		assertArrayEquals(new double[] { 0, 0, 8, 6 }, bounds(scaled.get(2)));
		assertEquals(4, scaled.get(0).getStrokeWidth());
		assertEquals("cell", scaled.get(0).getName());
		assertEquals(1, scaled.get(0).getPosition());
		assertArrayEquals(new double[] { 1, 2, 3, 1.5 }, bounds(overlay.get(0)));
	}

	@Test
	void theInputStaysAsItWas() {
		final ImagePlus input = input(16);
		input.getProcessor().setMinAndMax(100, 900);
		input.setRoi(new Roi(0, 0, 6, 4));
		input.setProperty("Info", "old");
		input.changes = false;
		final short[] pixels = ((short[]) input.getProcessor().getPixels()).clone();
		final Calibration calibration = input.getCalibration().copy();
		result(input);
		assertFalse(input.changes);
		assertArrayEquals(pixels, (short[]) input.getProcessor().getPixels());
		assertTrue(calibration.equals(input.getCalibration()));
		assertEquals(3, input.getCalibration().xOrigin);
		assertEquals(100, input.getDisplayRangeMin());
		assertEquals(900, input.getDisplayRangeMax());
		assertEquals(6, input.getRoi().getFloatWidth());
		assertEquals("cells.tif", input.getTitle());
		assertFalse(input.hasImageStack());
		assertNull(input.getOverlay());
	}

	private static double[] bounds(final Roi roi) {
		return new double[] { roi.getXBase(), roi.getYBase(), roi.getFloatWidth(), roi.getFloatHeight() };
	}
}
