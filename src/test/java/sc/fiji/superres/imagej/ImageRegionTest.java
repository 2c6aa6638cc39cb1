package sc.fiji.superres.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import ij.ImagePlus;
import ij.gui.EllipseRoi;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.PointRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import net.imglib2.Interval;

class ImageRegionTest {

	private final ImagePlus image = TestPlanes.random(8, 30, 20);

	/** left, top, width, height. */
	private void assertRegion(final Roi roi, final long... expected) {
		image.setRoi(roi);
		final Interval region = ImageRegion.of(image);
		assertArrayEquals(expected, new long[] { region.min(0), region.min(1), region.dimension(0), region.dimension(1) });
	}

	private String refusal(final Roi roi) {
		image.setRoi(roi);
		return assertThrows(IllegalArgumentException.class, () -> ImageRegion.of(image)).getMessage();
	}

	@Test
	void theWholePlaneWithoutASelection() {
		assertRegion(null, 0, 0, 30, 20);
	}

	@Test
	void theBoundingRectangle() {
		assertRegion(new Roi(3, 4, 5, 6), 3, 4, 5, 6);
		assertRegion(new OvalRoi(3, 4, 5, 6), 3, 4, 5, 6);
		assertRegion(new PolygonRoi(new int[] { 2, 9, 5 }, new int[] { 3, 4, 12 }, 3, Roi.POLYGON), 2, 3, 7, 9);
		assertRegion(new ShapeRoi(new Roi(1, 1, 2, 2)).or(new ShapeRoi(new Roi(10, 12, 3, 4))), 1, 1, 12, 15);
		assertRegion(new Roi(7, 8, 1, 1), 7, 8, 1, 1);
	}

	@Test
	void allPixelsThatAreTouched() {
		assertRegion(new Roi(2.5, 3.25, 4.0, 5.5), 2, 3, 5, 6);
		assertRegion(new PolygonRoi(new float[] { 2.5f, 9.5f, 5 }, new float[] { 3, 4, 12.25f }, 3, Roi.POLYGON), 2, 3, 8, 10);
		image.setRoi(new EllipseRoi(5, 5, 15, 12, 0.5));
		final Interval region = ImageRegion.of(image);
		assertTrue(region.min(0) <= 5 && region.max(0) >= 14);
	}

	@Test
	void whatLiesOutsideIsCutOff() {
		assertRegion(new Roi(-4, -5, 10, 10), 0, 0, 6, 5);
		assertRegion(new Roi(25, 15, 100, 100), 25, 15, 5, 5);
		assertRegion(new Roi(-5, -5, 1000, 1000), 0, 0, 30, 20);
	}

	@Test
	void outside() {
		final String message = "The selection of the image 'random' lies outside its 30 x 20 pixels. Draw an area, or take " +
			"the selection away with Edit > Selection > Select None.";
		assertEquals(message, refusal(new Roi(30, 0, 5, 5)));
		assertEquals(message, refusal(new Roi(-5, 3, 5, 5)));
		assertEquals(message, refusal(new Roi(3, 20, 5, 5)));
		assertEquals(message, refusal(new OvalRoi(3, -9, 5, 5)));
	}

	@Test
	void withoutAnArea() {
		assertEquals("The selection of the image 'random' (Straight Line) has no area. Draw an area, or take the selection " +
			"away with Edit > Selection > Select None.", refusal(new Line(3, 3, 3, 9)));
		assertTrue(refusal(new Line(2, 2, 9, 9)).contains("(Straight Line) has no area"));
		assertTrue(refusal(new PolygonRoi(new float[] { 2, 9, 5 }, new float[] { 3, 4, 12 }, 3, Roi.POLYLINE)).contains("(Polyline)"));
		assertTrue(refusal(new PointRoi(4, 4)).contains("(Point)"));
		assertTrue(refusal(new PointRoi(new int[] { 4, 9 }, new int[] { 4, 9 }, 2)).contains("(Point)"));
		assertTrue(refusal(new PolygonRoi(new float[] { 2, 9, 5 }, new float[] { 3, 3, 3 }, 3, Roi.POLYGON)).contains("(Polygon)"));
	}

	@Test
	void noImage() {
		assertThrows(IllegalArgumentException.class, () -> ImageRegion.of(new ImagePlus()));
	}
}
