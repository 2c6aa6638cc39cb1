package sc.fiji.superres.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.PointRoi;
import ij.gui.PolygonRoi;
import ij.gui.Arrow;
import ij.gui.TextRoi;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.process.ImageProcessor;
import ij.process.LUT;

/** Everything that ImageJ knows of a 5-D image, value by value. */
class HyperstackResultTest {

	private static final int SCALE = 2;

	@TempDir
	Path folder;

	private static PlaneSelection some(final ImagePlus input) {
		return PlaneSelection.of(input, "2-3", "2,4", "1-3,5");
	}

	/** The result, and the same written and read again. */
	private List<ImagePlus> results(final ImagePlus input, final PlaneSelection selection) throws IOException {
		final ImagePlus result = TestHyperstacks.upscale(input, selection, SCALE);
		assertEquals("cells.tif (EDSR x2)", result.getTitle());
		ImageFiles.save(result, folder.resolve("result.tif"));
		return List.of(result, ImageFiles.open(folder.resolve("result.tif")));
	}

	private static void assertPixels(final ImagePlus input, final PlaneSelection selection, final int left, final int top,
		final ImagePlus result)
	{
		assertEquals(selection.size(), result.getStackSize());
		assertEquals(16, result.getBitDepth());
		for (int i = 0; i < selection.size(); i++) {
			final ImageProcessor from = input.getStack().getProcessor(selection.stackIndex(i));
			final ImageProcessor to = result.getStack().getProcessor(i + 1);
			for (int y = 0; y < result.getHeight(); y++)
				for (int x = 0; x < result.getWidth(); x++)
					assertEquals(from.get(left + x / SCALE, top + y / SCALE), to.get(x, y));
		}
	}

	private static void assertCalibration(final double[] expected, final ImagePlus result) {
		final Calibration calibration = result.getCalibration();
		assertArrayEquals(expected, new double[] { calibration.pixelWidth, calibration.pixelHeight, calibration.pixelDepth,
			calibration.xOrigin, calibration.yOrigin, calibration.zOrigin, calibration.frameInterval, calibration.fps }, 1e-9);
		assertEquals("µm", calibration.getXUnit());
		assertEquals("mm", calibration.getYUnit());
		assertEquals("nm", calibration.getZUnit());
		assertEquals("min", calibration.getTimeUnit());
		assertTrue(calibration.loop);
		assertEquals("calibrated in May", calibration.info);
		assertEquals(Calibration.STRAIGHT_LINE, calibration.getFunction());
		assertArrayEquals(new double[] { 10, 0.5 }, calibration.getCoefficients());
		assertEquals("OD", calibration.getValueUnit());
		assertEquals(15, calibration.getCValue(10));
	}

	private static void assertDisplay(final ImagePlus input, final List<Integer> channels, final ImagePlus result) {
		assertInstanceOf(CompositeImage.class, result);
		assertTrue(result.isComposite() && result.isHyperStack() && result.getOpenAsHyperStack());
		assertEquals(input.getCompositeMode(), result.getCompositeMode());
		final LUT[] luts = result.getLuts();
		assertEquals(channels.size(), luts.length);
		for (int i = 0; i < luts.length; i++) {
			final LUT expected = input.getLuts()[channels.get(i) - 1];
			assertArrayEquals(expected.getBytes(), luts[i].getBytes());
			assertEquals(expected.min, luts[i].min);
			assertEquals(expected.max, luts[i].max);
		}
		result.setC(2); // as it shows this channel
		final LUT shown = luts[1];
		assertEquals(shown.min, result.getDisplayRangeMin());
		assertEquals(shown.max, result.getDisplayRangeMax());
		result.getImage();
		assertEquals(shown.min, result.getProcessor().getMin());
		assertEquals(shown.max, result.getProcessor().getMax());
	}

	private static void assertTexts(final PlaneSelection selection, final ImagePlus result) {
		for (int i = 0; i < selection.size(); i++)
			assertEquals("plane " + selection.stackIndex(i), result.getStack().getSliceLabel(i + 1));
		assertEquals("Objective: 63x\nmodel: edsr-x2\nseconds: 1234.5\n", result.getInfoProperty());
		assertEquals("DAPI", result.getProp("stain"));
		assertEquals("max", result.getProp("CompositeProjection"));
		assertEquals(4, result.getPropertiesAsArray().length);
	}

	private static String describe(final Roi roi) {
		final String position = roi.hasHyperStackPosition() ? roi.getCPosition() + " " + roi.getZPosition() + " " + roi.getTPosition() :
			String.valueOf(roi.getPosition());
		return roi.getName() + " at " + (int) roi.getXBase() + " " + (int) roi.getYBase() + " " + (int) roi.getFloatWidth() + " " + (int) roi
			.getFloatHeight() + " on " + position;
	}

	private static void assertOverlay(final List<String> expected, final ImagePlus result) {
		final Overlay overlay = result.getOverlay();
		final List<String> found = new ArrayList<>();
		for (final Roi roi : overlay) {
			found.add(describe(roi));
			assertEquals(Color.yellow, roi.getStrokeColor());
			if (!(roi instanceof PointRoi)) assertEquals(3, roi.getStrokeWidth());
		}
		assertEquals(expected, found);
		assertTrue(overlay.getDrawLabels());
		assertEquals(Color.red, overlay.getLabelColor());
	}

	@ParameterizedTest
	@ValueSource(ints = { IJ.COMPOSITE, IJ.COLOR, IJ.GRAYSCALE })
	void allPlanes(final int mode) throws IOException {
		final ImagePlus input = TestHyperstacks.composite(mode);
		for (final ImagePlus result : results(input, PlaneSelection.all(input))) {
			assertArrayEquals(new int[] { 26, 22, 3, 4, 5 }, result.getDimensions());
			assertPixels(input, PlaneSelection.all(input), 0, 0, result);
			assertCalibration(new double[] { 0.25, 0.125, 2, 6, -3, 7, 1.5, 12 }, result);
			assertDisplay(input, List.of(1, 2, 3), result);
			assertTexts(PlaneSelection.all(input), result);
			assertOverlay(List.of("everywhere at 2 4 6 8 on 0", "slice 2 at 12 10 8 6 on 0 2 0", "one plane at 10 8 4 4 on 3 4 5",
				"index at 8 8 8 6 on 59", "corner at 22 18 4 4 on 0", "points at 0 0 14 12 on -2"), result);
		}
	}

	@Test
	void aSelectionOfPlanes() throws IOException {
		final ImagePlus input = TestHyperstacks.composite(IJ.COMPOSITE);
		for (final ImagePlus result : results(input, some(input))) {
			assertArrayEquals(new int[] { 26, 22, 2, 2, 4 }, result.getDimensions());
			assertPixels(input, some(input), 0, 0, result);
			assertCalibration(new double[] { 0.25, 0.125, 4, 6, -3, 3, 1.5, 12 }, result);
			assertDisplay(input, List.of(2, 3), result);
			assertTexts(some(input), result);
			assertOverlay(List.of("everywhere at 2 4 6 8 on 0", "slice 2 at 12 10 8 6 on 0 1 0", "one plane at 10 8 4 4 on 2 2 4",
				"index at 8 8 8 6 on 15", "corner at 22 18 4 4 on 0", "points at 0 0 14 12 on -2"), result);
			final PointRoi points = (PointRoi) result.getOverlay().get("points");
			assertArrayEquals(new int[] { 1 | 7 << 8, 2 | 16 << 8, 0 }, points.getCounters());
		}
	}

	@Test
	void aRegion() throws IOException {
		final ImagePlus input = TestHyperstacks.composite(IJ.COLOR);
		input.setRoi(new Roi(5, 4, 6, 4));
		for (final ImagePlus result : results(input, PlaneSelection.all(input))) {
			assertArrayEquals(new int[] { 12, 8, 3, 4, 5 }, result.getDimensions());
			assertPixels(input, PlaneSelection.all(input), 5, 4, result);
			assertCalibration(new double[] { 0.25, 0.125, 2, -4, -11, 7, 1.5, 12 }, result);
			assertDisplay(input, List.of(1, 2, 3), result);
			assertTexts(PlaneSelection.all(input), result);
			assertOverlay(List.of("slice 2 at 2 2 8 6 on 0 2 0", "one plane at 0 0 4 4 on 3 4 5", "index at -2 0 8 6 on 59",
				"points at 2 2 2 2 on -2"), result);
			assertNull(result.getRoi());
		}
	}

	@Test
	void aRegionOfASelection() throws IOException {
		final ImagePlus input = TestHyperstacks.composite(IJ.GRAYSCALE);
		input.setRoi(new OvalRoi(5, 4, 6, 4));
		final PlaneSelection selection = PlaneSelection.of(input, "1,3", "1-3", "2,4");
		for (final ImagePlus result : results(input, selection)) {
			assertArrayEquals(new int[] { 12, 8, 2, 3, 2 }, result.getDimensions());
			assertPixels(input, selection, 5, 4, result);
			assertCalibration(new double[] { 0.25, 0.125, 2, -4, -11, 7, 3, 6 }, result);
			assertDisplay(input, List.of(1, 3), result);
			assertTexts(selection, result);
			assertOverlay(List.of("slice 2 at 2 2 8 6 on 0 2 0"), result);
		}
	}

	/** A pixel keeps its place in space and time: the rule behind spacing, origin and interval. */
	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "1-4; 1-5", "2-3; 3", "2,4; 1,3,5", "3; 2-4", "1,4; 5" })
	void placesInSpaceAndTimeStay(final String slices, final String frames) {
		final ImagePlus input = TestHyperstacks.composite(IJ.COLOR);
		input.setRoi(new Roi(2, 3, 5, 4));
		final PlaneSelection selection = PlaneSelection.of(input, "all", slices, frames);
		final Calibration before = input.getCalibration();
		final Calibration after = TestHyperstacks.upscale(input, selection, SCALE).getCalibration();
		for (int i = 0; i < 4; i++) {
			assertEquals(before.getX(2 + i), after.getX(SCALE * i), 1e-12);
			assertEquals(before.getY(3 + i), after.getY(SCALE * i), 1e-12);
		}
		for (int i = 0; i < selection.slices().size(); i++)
			assertEquals(before.getZ(selection.slices().get(i) - 1), after.getZ(i), 1e-12);
		final int first = selection.frames().get(0);
		for (int i = 0; i < selection.frames().size(); i++)
			assertEquals((selection.frames().get(i) - first) * before.frameInterval, i * after.frameInterval, 1e-12);
	}

	/** ImageJ takes an origin of 0 as the lower edge there. */
	@ParameterizedTest
	@ValueSource(doubles = { 0, 3, 8 })
	void invertedPlacesStayWhereAPartIsCutOut(final double origin) {
		final ImagePlus input = TestHyperstacks.composite(IJ.COLOR);
		input.getCalibration().setInvertY(true);
		input.getCalibration().yOrigin = origin;
		input.setRoi(new Roi(2, 3, 5, 4));
		final ImagePlus result = TestHyperstacks.upscale(input, PlaneSelection.all(input), SCALE);
		for (int i = 0; i < 4; i++)
			assertEquals(input.getCalibration().getY(3 + i, input.getHeight()), result.getCalibration().getY(SCALE * i, result
				.getHeight()), 1e-6);
	}

	@Test
	void textsAndArrowsKeepTheirStyle() {
		final ImagePlus input = TestHyperstacks.composite(IJ.COLOR);
		final TextRoi text = new TextRoi(1, 2, "here");
		text.setAngle(30);
		text.setJustification(TextRoi.CENTER);
		final Arrow arrow = new Arrow(1, 1, 8, 9);
		arrow.setStyle(Arrow.OPEN);
		arrow.setHeadSize(7);
		arrow.setDoubleHeaded(true);
		input.setOverlay(new Overlay());
		input.getOverlay().add(text);
		input.getOverlay().add(arrow);
		final Overlay overlay = TestHyperstacks.upscale(input, PlaneSelection.all(input), SCALE).getOverlay();
		assertEquals(30, ((TextRoi) overlay.get(0)).getAngle());
		assertEquals(TextRoi.CENTER, ((TextRoi) overlay.get(0)).getJustification());
		assertEquals(Arrow.OPEN, ((Arrow) overlay.get(1)).getStyle());
		assertEquals(7, ((Arrow) overlay.get(1)).getHeadSize());
		assertTrue(((Arrow) overlay.get(1)).getDoubleHeaded());
	}

	@Test
	void unevenSlicesKeepTheirSpacing() {
		final ImagePlus input = TestHyperstacks.composite(IJ.COLOR);
		final Calibration calibration = TestHyperstacks.upscale(input, PlaneSelection.of(input, "", "1,2,4", "1,2,5"), SCALE)
			.getCalibration();
		assertEquals(2, calibration.pixelDepth);
		assertEquals(7, calibration.zOrigin);
		assertEquals(1.5, calibration.frameInterval);
		assertEquals(12, calibration.fps);
	}

	@Test
	void activeChannelsAndTheShownPlane() {
		final ImagePlus input = TestHyperstacks.composite(IJ.COMPOSITE);
		final ImagePlus all = TestHyperstacks.upscale(input, PlaneSelection.all(input), SCALE);
		assertArrayEquals(((CompositeImage) input).getActiveChannels(), ((CompositeImage) all).getActiveChannels());
		assertArrayEquals(new int[] { 2, 3, 4 }, new int[] { all.getChannel(), all.getSlice(), all.getFrame() });
		assertEquals(input.getCurrentSlice(), all.getCurrentSlice());
		final ImagePlus some = TestHyperstacks.upscale(input, PlaneSelection.of(input, "2-3", "3,4", "1"), SCALE);
		assertArrayEquals(new boolean[] { false, true }, new boolean[] { ((CompositeImage) some).getActiveChannels()[0],
			((CompositeImage) some).getActiveChannels()[1] });
		assertArrayEquals(new int[] { 1, 1, 1 }, new int[] { some.getChannel(), some.getSlice(), some.getFrame() });
	}

	@ParameterizedTest
	@ValueSource(ints = { IJ.COMPOSITE, IJ.COLOR, IJ.GRAYSCALE })
	void oneChannelHasItsLut(final int mode) throws IOException {
		final ImagePlus input = TestHyperstacks.composite(mode);
		for (final ImagePlus result : results(input, PlaneSelection.of(input, "3", "all", "2"))) {
			assertFalse(result.isComposite());
			assertArrayEquals(new int[] { 26, 22, 1, 4, 1 }, result.getDimensions());
			final LUT lut = input.getLuts()[2];
			if (mode == IJ.GRAYSCALE) assertFalse(result.getProcessor().isColorLut());
			else assertArrayEquals(lut.getBytes(), result.getProcessor().getLut().getBytes());
			assertEquals(lut.min, result.getDisplayRangeMin());
			assertEquals(lut.max, result.getDisplayRangeMax());
			assertEquals(List.of("everywhere on 0", "slice 2 on 2", "corner on 0", "points on 0"), IntStream.range(0, result.getOverlay()
				.size()).mapToObj(i -> result.getOverlay().get(i)).map(roi -> roi.getName() + " on " + roi.getPosition()).toList());
		}
	}

	@Test
	void onePlane() throws IOException {
		final ImagePlus input = TestHyperstacks.composite(IJ.COLOR);
		for (final ImagePlus result : results(input, PlaneSelection.of(input, "3", "4", "5"))) {
			assertEquals(1, result.getStackSize());
			assertPixels(input, PlaneSelection.of(input, "3", "4", "5"), 0, 0, result);
			assertEquals("plane 60", result.getProp("Slice_Label"));
			assertEquals(List.of("everywhere", "one plane", "corner", "points"), IntStream.range(0, result.getOverlay().size()).mapToObj(
				i -> result.getOverlay().get(i).getName()).toList());
			assertEquals(2, ((PointRoi) result.getOverlay().get("points")).size());
		}
	}

	@Test
	void channelsOfOnePlane() throws IOException {
		final ImagePlus input = TestHyperstacks.composite(IJ.COMPOSITE);
		for (final ImagePlus result : results(input, PlaneSelection.of(input, "1-3", "2", "1"))) {
			assertArrayEquals(new int[] { 26, 22, 3, 1, 1 }, result.getDimensions());
			assertEquals(IJ.COMPOSITE, result.getCompositeMode());
			assertEquals(input.getLuts()[2].max, result.getLuts()[2].max);
			assertArrayEquals(input.getLuts()[1].getBytes(), result.getLuts()[1].getBytes());
			assertTrue(result.getOverlay().get("slice 2").hasHyperStackPosition());
		}
	}

	/** ImageJ writes these three as one image of 48 bits. */
	@Test
	void channelsThatAreCalledRedGreenBlue() throws IOException {
		final ImagePlus input = TestHyperstacks.composite(IJ.COMPOSITE);
		final String[] names = { "Red", "Green", "Blue" };
		for (int c = 1; c <= 3; c++)
			input.getStack().setSliceLabel(names[c - 1], input.getStackIndex(c, 2, 1));
		for (final ImagePlus result : results(input, PlaneSelection.of(input, "1-3", "2", "1"))) {
			assertPixels(input, PlaneSelection.of(input, "1-3", "2", "1"), 0, 0, result);
			assertEquals(IJ.COMPOSITE, result.getCompositeMode());
			for (int c = 1; c <= 3; c++) {
				assertEquals(names[c - 1], result.getStack().getSliceLabel(c));
				assertEquals(input.getLuts()[c - 1].min, result.getLuts()[c - 1].min);
				assertArrayEquals(input.getLuts()[c - 1].getBytes(), result.getLuts()[c - 1].getBytes());
			}
		}
	}

	@ParameterizedTest
	@CsvSource({ "8, 7", "16, 7", "24, 7", "32, 7", "8, 2" })
	void stacksOfEachType(final int bitDepth, final int planes) throws IOException {
		final ImagePlus input = TestPlanes.randomStack(bitDepth, 9, 8, planes);
		input.setTitle("cells.tif");
		if (bitDepth != 24) input.getProcessor().setLut(TestPlanes.colours());
		if (bitDepth != 24) input.setDisplayRange(0.25 * 40, 200);
		for (final ImagePlus result : results(input, PlaneSelection.all(input))) {
			assertArrayEquals(new int[] { 18, 16, 1, planes, 1 }, result.getDimensions());
			assertEquals(bitDepth, result.getBitDepth());
			assertEquals(input.getType(), result.getType());
			assertFalse(result.isHyperStack() || result.isComposite());
			for (int i = 1; i <= planes; i++)
				for (int y = 0; y < 16; y++)
					for (int x = 0; x < 18; x++)
						assertEquals(input.getStack().getProcessor(i).get(x / 2, y / 2), result.getStack().getProcessor(i).get(x, y));
			if (bitDepth == 24) continue;
			assertArrayEquals(TestPlanes.colours().getBytes(), result.getProcessor().getLut().getBytes());
			assertEquals(10, result.getDisplayRangeMin());
			assertEquals(200, result.getDisplayRangeMax());
		}
	}

	@Test
	void signed16BitStaysSigned() throws IOException {
		final ImagePlus input = TestPlanes.randomStack(16, 9, 8, 3);
		input.setTitle("cells.tif");
		input.getCalibration().setSigned16BitCalibration();
		input.getCalibration().setValueUnit("HU");
		for (final ImagePlus result : results(input, PlaneSelection.all(input))) {
			assertTrue(result.getCalibration().isSigned16Bit());
			assertEquals("HU", result.getCalibration().getValueUnit());
			assertEquals(-32768, result.getCalibration().getCValue(0));
		}
	}

	@Test
	void aStackWithPositionsByIndex() throws IOException {
		final ImagePlus input = TestPlanes.randomStack(8, 9, 8, 6);
		input.setTitle("cells.tif");
		final Overlay overlay = new Overlay();
		for (int i = 0; i <= 6; i++) {
			final Roi roi = new Roi(1, 1, 2, 2);
			roi.setPosition(i);
			overlay.add(roi, "on " + i);
		}
		input.setOverlay(overlay);
		for (final ImagePlus result : results(input, PlaneSelection.of(input, "", "2,5-6", ""))) {
			final List<String> found = new ArrayList<>();
			for (final Roi roi : result.getOverlay())
				found.add(roi.getName() + ": " + roi.getPosition());
			assertEquals(List.of("on 0: 0", "on 2: 1", "on 5: 2", "on 6: 3"), found);
		}
	}

	@Test
	void aPlainHyperstackStaysPlain() {
		final ImagePlus input = TestPlanes.randomStack(8, 9, 8, 6);
		input.setDimensions(1, 3, 2);
		input.setOpenAsHyperStack(true);
		final ImagePlus result = TestHyperstacks.upscale(input, PlaneSelection.all(input), SCALE);
		assertSame(ImagePlus.class, result.getClass());
		assertArrayEquals(new int[] { 18, 16, 1, 3, 2 }, result.getDimensions());
		assertTrue(result.getOpenAsHyperStack());
		input.setOpenAsHyperStack(false);
		assertFalse(TestHyperstacks.upscale(input, PlaneSelection.all(input), SCALE).getOpenAsHyperStack());
	}

	@Test
	void itemsBeyondTheEdgeOfAWholeImageStay() {
		final ImagePlus input = TestPlanes.random(8, 9, 8);
		input.setOverlay(new Overlay(new Roi(-20, -20, 3, 3)));
		input.getOverlay().add(new PointRoi(30.5, 2));
		assertEquals(2, TestHyperstacks.upscale(input, PlaneSelection.all(input), SCALE).getOverlay().size());
	}

	/** What the result is made of is known when the work begins: what the user does meanwhile is of no account. */
	@Test
	void theInputIsRememberedAsItWas() throws IOException {
		final ImagePlus input = TestHyperstacks.composite(IJ.COLOR);
		final ResultImage pending = new ResultImage(input, PlaneSelection.of(input, "1-2", "1", "1"), ImageRegion.of(input), 1);
		for (int i = 0; i < 2; i++)
			pending.accept(i, Planes.wrap(input.getStack().getPixels(i + 1), TestHyperstacks.WIDTH, TestHyperstacks.HEIGHT));
		final LUT lut = input.getLuts()[0];
		input.setTitle("other");
		input.getCalibration().pixelWidth = 99;
		input.getOverlay().get(0).setName("other");
		input.setProperty("Info", "other");
		input.close(); // composites forget their LUTs
		input.flush();
		final ImagePlus result = pending.finish("EDSR x1", Map.of());
		assertEquals("cells.tif (EDSR x1)", result.getTitle());
		assertEquals(0.5, result.getCalibration().pixelWidth);
		assertEquals("everywhere", result.getOverlay().get(0).getName());
		assertEquals("Objective: 63x\n", result.getInfoProperty());
		assertArrayEquals(lut.getBytes(), result.getLuts()[0].getBytes());
		assertEquals(lut.max, result.getLuts()[0].max);
		assertEquals("plane 2", result.getStack().getSliceLabel(2));
	}

	@ParameterizedTest
	@ValueSource(ints = { IJ.COMPOSITE, IJ.COLOR, IJ.GRAYSCALE })
	void theInputStaysAsItWas(final int mode) throws IOException {
		final ImagePlus input = TestHyperstacks.composite(mode);
		input.setRoi(new PolygonRoi(new float[] { 2, 8, 5 }, new float[] { 2, 3, 7 }, 3, Roi.POLYGON));
		final Roi roi = input.getRoi();
		final ImageProcessor shown = input.getProcessor();
		final List<Object> before = state(input);
		results(input, some(input));
		assertEquals(before, state(input));
		assertSame(roi, input.getRoi());
		assertSame(shown, input.getProcessor());
	}

	private static List<Object> state(final ImagePlus image) {
		final List<Object> state = new ArrayList<>(List.of(image.changes, image.isLocked(), image.getTitle(), image.getCurrentSlice(), image
			.getChannel(), image.getSlice(), image.getFrame(), image.getCompositeMode(), image.getOpenAsHyperStack(), image
				.getDisplayRangeMin(), image.getDisplayRangeMax(), image.getProcessor().getMin(), image.getProcessor().getMax(), image
					.getCalibration().toString(), image.getCalibration().xOrigin, image.getCalibration().zOrigin, image.getRoi().toString(), image
						.getInfoProperty(), image.getProperties().toString(), List.of(image.getPropertiesAsArray()), String.valueOf(image
							.getOriginalFileInfo())));
		for (final boolean active : ((CompositeImage) image).getActiveChannels())
			state.add(active);
		for (final LUT lut : image.getLuts())
			state.addAll(List.of(lut.min, lut.max, Arrays.hashCode(lut.getBytes())));
		for (final Roi item : image.getOverlay())
			state.add(describe(item) + item.getStrokeWidth());
		for (int i = 1; i <= image.getStackSize(); i++)
			state.addAll(List.of(image.getStack().getSliceLabel(i), Arrays.hashCode((short[]) image.getStack().getPixels(i))));
		return state;
	}
}
