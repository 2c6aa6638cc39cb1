package sc.fiji.superres;

import java.awt.image.Raster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Random;

import javax.imageio.ImageIO;

import net.imglib2.FinalDimensions;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgFactory;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;

/**
 * Images that tests share.
 */
public final class TestImages {

	/** The development data beside the project; tests that need it are skipped where it is missing. */
	public static final Path SHARED_DATA = Path.of("..", "shared", "data");

	private TestImages() {}

	/** Uniform random values in {@code min..max}, the same for the same seed; whole numbers for integer types. */
	public static <T extends RealType<T> & NativeType<T>> Img<T> random(final T type, final long seed, final double min,
		final double max, final long width, final long height)
	{
		final Random random = new Random(seed);
		final Img<T> image = new ArrayImgFactory<>(type).create(new FinalDimensions(width, height));
		for (final T pixel : image)
			pixel.setReal(min + random.nextDouble() * (max - min));
		return image;
	}

	/** Random colours, the same for the same seed. */
	public static ArrayImg<ARGBType, IntArray> randomColours(final long seed, final int width, final int height) {
		return ArrayImgs.argbs(new Random(seed).ints((long) width * height).toArray(), width, height);
	}

	/** The pixel values of a 2-D image, row by row. */
	public static double[] values(final RandomAccessibleInterval<? extends RealType<?>> image) {
		return image.view().flatIterable().stream().mapToDouble(RealType::getRealDouble).toArray();
	}

	/** An image file of 8 bits per channel as RGB; grey files have three equal channels. */
	public static ArrayImg<ARGBType, IntArray> read(final Path file) {
		final Raster raster = raster(file);
		final int bands = raster.getNumBands();
		// The raster's own samples: getRGB would change grey values by a colour profile.
		final int[] samples = raster.getPixels(0, 0, raster.getWidth(), raster.getHeight(), (int[]) null);
		final int[] pixels = new int[samples.length / bands];
		for (int i = 0, s = 0; i < pixels.length; i++, s += bands)
			pixels[i] = bands < 3 ? ARGBType.rgba(samples[s], samples[s], samples[s], 255) :
				ARGBType.rgba(samples[s], samples[s + 1], samples[s + 2], 255);
		return ArrayImgs.argbs(pixels, raster.getWidth(), raster.getHeight());
	}

	/** Whether an image file has one channel. */
	public static boolean isGrey(final Path file) {
		return raster(file).getNumBands() == 1;
	}

	private static Raster raster(final Path file) {
		try {
			return ImageIO.read(file.toFile()).getRaster();
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
