package sc.fiji.superres.imagej;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.PointRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.process.LUT;
import net.imglib2.Interval;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgFactory;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.NumericType;

/** A 5-D image with all that ImageJ can know of one, and a stand-in for super-resolution that repeats pixels. */
final class TestHyperstacks {

	static final int CHANNELS = 3;
	static final int SLICES = 4;
	static final int FRAMES = 5;
	static final int WIDTH = 13;
	static final int HEIGHT = 11;

	private TestHyperstacks() {}

	/** Three channels, four slices, five frames of 16 bits, shown at channel 2, slice 3, frame 4. */
	static ImagePlus composite(final int mode) {
		final ImagePlus plain = TestPlanes.randomStack(16, WIDTH, HEIGHT, CHANNELS * SLICES * FRAMES);
		plain.setDimensions(CHANNELS, SLICES, FRAMES);
		final CompositeImage image = new CompositeImage(plain, mode);
		image.setTitle("cells.tif");
		final LUT[] luts = { TestPlanes.colours(), LUT.createLutFromColor(Color.green), LUT.createLutFromColor(Color.magenta) };
		for (int c = 0; c < CHANNELS; c++) {
			luts[c].min = 100 * c + 7;
			luts[c].max = 9000 * c + 3000;
		}
		image.setLuts(luts);
		if (mode == IJ.COMPOSITE) image.getActiveChannels()[1] = false;
		for (int i = 1; i <= image.getStackSize(); i++)
			image.getStack().setSliceLabel("plane " + i, i);
		calibrate(image.getCalibration());
		image.setProperty("Info", "Objective: 63x");
		image.setProp("stain", "DAPI");
		image.setProp("CompositeProjection", "max");
		image.setProperty("note", "a text");
		image.setOverlay(overlay());
		image.setPosition(2, 3, 4);
		image.changes = false;
		return image;
	}

	private static void calibrate(final Calibration calibration) {
		calibration.pixelWidth = 0.5;
		calibration.pixelHeight = 0.25;
		calibration.pixelDepth = 2;
		calibration.setUnit("um");
		calibration.setYUnit("mm");
		calibration.setZUnit("nm");
		calibration.xOrigin = 3;
		calibration.yOrigin = -1.5;
		calibration.zOrigin = 7;
		calibration.frameInterval = 1.5;
		calibration.setTimeUnit("min");
		calibration.fps = 12;
		calibration.loop = true;
		calibration.info = "calibrated in May";
		calibration.setFunction(Calibration.STRAIGHT_LINE, new double[] { 10, 0.5 }, "OD");
	}

	private static Overlay overlay() {
		final Overlay overlay = new Overlay();
		overlay.drawLabels(true);
		overlay.setLabelColor(Color.red);
		add(overlay, new Roi(1, 2, 3, 4), "everywhere");
		add(overlay, new OvalRoi(6, 5, 4, 3), "slice 2").setPosition(0, 2, 0);
		add(overlay, new Roi(5, 4, 2, 2), "one plane").setPosition(3, 4, 5);
		add(overlay, new PolygonRoi(new float[] { 4, 8, 8 }, new float[] { 4, 4, 7 }, 3, Roi.POLYGON), "index").setPosition(59); // 2, 4, 5
		add(overlay, new Roi(11, 9, 2, 2), "corner");
		final PointRoi points = new PointRoi(new float[] { 6, 7, 0 }, new float[] { 5, 6, 0 }, 3);
		points.setCounters(new int[] { 1 | 23 << 8, 2 | 60 << 8, 0 }); // on (2, 4, 2), (3, 4, 5) and everywhere
		add(overlay, points, "points");
		return overlay;
	}

	private static Roi add(final Overlay overlay, final Roi roi, final String name) {
		roi.setStrokeColor(Color.yellow);
		roi.setStrokeWidth(1.5f);
		overlay.add(roi, name);
		return roi;
	}

	/** The result of an upscaling that repeats each pixel. */
	static ImagePlus upscale(final ImagePlus input, final PlaneSelection selection, final int scale) {
		try {
			return finish(new ResultImage(input, selection, ImageRegion.of(input), scale), input, selection, scale);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** The same with its planes in a file. */
	static ImagePlus upscale(final ImagePlus input, final PlaneSelection selection, final int scale, final PlaneFile planes)
		throws IOException
	{
		return finish(new ResultImage(input, selection, ImageRegion.of(input), scale, planes), input, selection, scale);
	}

	private static ImagePlus finish(final ResultImage result, final ImagePlus input, final PlaneSelection selection, final int scale)
		throws IOException
	{
		final Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("model", "edsr-x2");
		facts.put("seconds", 1234.5);
		accept(result, ImagePlanes.of(input, selection), ImageRegion.of(input), scale);
		return result.finish("EDSR x" + scale, facts);
	}

	private static <T extends NumericType<T> & NativeType<T>> void accept(final ResultImage result, final ImagePlanes<T> planes,
		final Interval region, final int scale) throws IOException
	{
		for (int i = 0; i < planes.size(); i++)
			result.accept(i, repeat(planes.plane(i), region, scale));
	}

	private static <T extends NumericType<T> & NativeType<T>> Img<T> repeat(final RandomAccessibleInterval<T> plane,
		final Interval region, final int scale)
	{
		final Img<T> large = new ArrayImgFactory<>(plane.getType()).create(scale * region.dimension(0), scale * region.dimension(1));
		final RandomAccess<T> from = plane.randomAccess();
		final RandomAccess<T> to = large.randomAccess();
		for (long y = 0; y < large.dimension(1); y++)
			for (long x = 0; x < large.dimension(0); x++) {
				from.setPosition(new long[] { region.min(0) + x / scale, region.min(1) + y / scale });
				to.setPosition(new long[] { x, y });
				to.get().set(from.get());
			}
		return large;
	}
}
