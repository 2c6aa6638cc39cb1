package sc.fiji.superres.imagej;

import java.lang.reflect.Array;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgFactory;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.ArrayDataAccess;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.NumericType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Planes of ImageJ as images of ImgLib2 and back, without a copy where the pixels already lie in one array.
 *
 * <pre>
 * ImageProcessor hr = Planes.processor(Upscaler.of(model).upscale(ImagePlanes.of(input).plane(0)));
 * </pre>
 */
public final class Planes {

	private Planes() {}

	/**
	 * The plane of an image, as a view of its pixel array: 8-bit (with any LUT) as {@link UnsignedByteType}, 16-bit as
	 * {@link UnsignedShortType}, 32-bit as {@link FloatType}, RGB as {@link ARGBType}. For stacks, see {@link ImagePlanes}.
	 *
	 * @throws IllegalArgumentException if there is no image, or it is a stack; the message is for users
	 */
	public static Img<? extends NumericType<?>> of(final ImagePlus image) {
		final ImageProcessor plane = ImageChecks.singlePlane(image).getProcessor();
		return wrap(plane.getPixels(), plane.getWidth(), plane.getHeight());
	}

	/** An array of ImageJ as an image of the type that {@link #of} says. */
	static Img<? extends NumericType<?>> wrap(final Object pixels, final int width, final int height) {
		if (pixels instanceof byte[] bytes) return ArrayImgs.unsignedBytes(bytes, width, height);
		if (pixels instanceof short[] shorts) return ArrayImgs.unsignedShorts(shorts, width, height);
		if (pixels instanceof float[] floats) return ArrayImgs.floats(floats, width, height);
		return ArrayImgs.argbs((int[]) pixels, width, height);
	}

	/**
	 * The plane of ImageJ with the pixels of a 2-D image, without a copy if that is an {@link ArrayImg}.
	 *
	 * @param plane of one of the types that {@link #of} makes
	 * @throws IllegalArgumentException if it is of another type, or larger than an array
	 */
	public static ImageProcessor processor(final RandomAccessibleInterval<?> plane) {
		final long pixels = plane.dimension(0) * plane.dimension(1);
		if (plane.numDimensions() != 2 || pixels > Integer.MAX_VALUE)
			throw new IllegalArgumentException("The image has " + plane.dimension(0) + " x " + plane.dimension(1) + " pixels in " +
				plane.numDimensions() + " dimensions; a plane of ImageJ has 2 and holds at most " + Integer.MAX_VALUE + " pixels.");
		final int width = (int) plane.dimension(0);
		final int height = (int) plane.dimension(1);
		final Object array = array(plane);
		if (array instanceof byte[] bytes) return new ByteProcessor(width, height, bytes, null);
		if (array instanceof short[] shorts) return new ShortProcessor(width, height, shorts, null);
		if (array instanceof float[] floats) return new FloatProcessor(width, height, floats, null);
		return new ColorProcessor(width, height, (int[]) array);
	}

	private static Object array(final RandomAccessibleInterval<?> plane) {
		final Object type = plane.getType();
		if (plane instanceof ArrayImg<?, ?> image && image.update(null) instanceof ArrayDataAccess<?> access &&
			isPixelType(type) && Array.getLength(access.getCurrentStorageArray()) == image.size())
			return access.getCurrentStorageArray();
		if (type instanceof UnsignedByteType) return array(copy(plane, new UnsignedByteType()));
		if (type instanceof UnsignedShortType) return array(copy(plane, new UnsignedShortType()));
		if (type instanceof FloatType) return array(copy(plane, new FloatType()));
		if (type instanceof ARGBType) return array(copy(plane, new ARGBType()));
		throw new IllegalArgumentException("The image is of " + type.getClass().getSimpleName() +
			"; ImageJ has UnsignedByteType, UnsignedShortType, FloatType and ARGBType.");
	}

	private static boolean isPixelType(final Object type) {
		return type instanceof UnsignedByteType || type instanceof UnsignedShortType || type instanceof FloatType ||
			type instanceof ARGBType;
	}

	@SuppressWarnings("unchecked")
	private static <T extends NativeType<T>> Img<T> copy(final RandomAccessibleInterval<?> plane, final T type) {
		final Img<T> copy = new ArrayImgFactory<>(type).create(plane);
		LoopBuilder.setImages((RandomAccessibleInterval<T>) plane, copy).forEachPixel((from, to) -> to.set(from));
		return copy;
	}
}
