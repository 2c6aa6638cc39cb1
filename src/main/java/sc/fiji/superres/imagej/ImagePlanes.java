package sc.fiji.superres.imagej;

import java.io.IOException;

import ij.ImagePlus;
import ij.process.IntProcessor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.NumericType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.superres.upscale.PlaneSeries;

/**
 * Planes of an image of ImageJ, as views of the arrays that it has. The image stays as it is.
 *
 * <pre>
 * PlaneSelection selection = PlaneSelection.of(image, "1", "all", "1-5");
 * ImagePlanes&lt;?&gt; planes = ImagePlanes.of(image, selection);
 * for (int i = 0; i &lt; planes.size(); i++)
 * 	show(planes.plane(i));
 * </pre>
 *
 * 8-bit (with any LUT) is {@link UnsignedByteType}, 16-bit {@link UnsignedShortType}, 32-bit {@link FloatType} and RGB
 * {@link ARGBType}; an 8-bit image whose values are places in a palette is {@link ARGBType} too. A virtual stack is read
 * plane by plane, one each time that {@link #plane} is called, which any thread may do.
 */
public final class ImagePlanes<T extends NumericType<T> & NativeType<T>> implements PlaneSeries<T> {

	private final PlaneSelection selection;
	private final PlanePixels pixels;
	private final Palette palette;
	private final int width;
	private final int height;
	private final int bitDepth;

	private ImagePlanes(final ImagePlus image, final PlaneSelection selection) {
		this.selection = selection;
		pixels = PlanePixels.of(image);
		palette = Palette.of(image);
		width = image.getWidth();
		height = image.getHeight();
		bitDepth = palette == null ? image.getBitDepth() : 24;
	}

	/**
	 * All planes of an image.
	 *
	 * @throws IllegalArgumentException if there is no image, it was closed, its stack is empty, or its pixels are of a type
	 *           that cannot be worked on; the message is for users
	 */
	public static ImagePlanes<?> of(final ImagePlus image) {
		return of(image, PlaneSelection.all(image));
	}

	/**
	 * Some planes of an image.
	 *
	 * @param selection made for this image
	 * @throws IllegalArgumentException as {@link #of(ImagePlus)}
	 */
	@SuppressWarnings("rawtypes")
	public static ImagePlanes<?> of(final ImagePlus image, final PlaneSelection selection) {
		if (ImageChecks.pixels(image).getProcessor() instanceof IntProcessor)
			throw new IllegalArgumentException("The image '" + image.getTitle() + "' has pixels of 32-bit integers; 8-bit, " +
				"16-bit, 32-bit (float) or RGB is needed. Convert it with Image > Type > 32-bit first.");
		return new ImagePlanes(image, selection);
	}

	@Override
	public int size() {
		return selection.size();
	}

	/** The channel of a plane in the image, but counted from 0. */
	@Override
	public int channel(final int plane) {
		return selection.channel(plane) - 1;
	}

	/**
	 * One of the planes, width × height, starting at (0, 0).
	 *
	 * @throws IOException if it cannot be read: its file has gone, is cut off or damaged; the message is for users
	 */
	@Override
	@SuppressWarnings("unchecked")
	public RandomAccessibleInterval<T> plane(final int plane) throws IOException {
		final Object array = pixels.read(selection.stackIndex(plane));
		return (RandomAccessibleInterval<T>) Planes.wrap(palette == null ? array : palette.apply((byte[]) array), width, height);
	}

	/** Of their pixels. */
	public NumericType<?> type() {
		switch (bitDepth) {
			case 8:
				return new UnsignedByteType();
			case 16:
				return new UnsignedShortType();
			case 32:
				return new FloatType();
			default:
				return new ARGBType();
		}
	}

	/** Which planes of the image these are. */
	public PlaneSelection selection() {
		return selection;
	}

	/** Bits per pixel: 8, 16, 32 or, for RGB and palettes, 24. */
	public int bitDepth() {
		return bitDepth;
	}

	/** Pixels in a row. */
	public int width() {
		return width;
	}

	/** Rows. */
	public int height() {
		return height;
	}
}
