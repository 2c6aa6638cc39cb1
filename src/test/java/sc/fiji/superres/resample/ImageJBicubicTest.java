package sc.fiji.superres.resample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.superres.TestImages.random;
import static sc.fiji.superres.TestImages.values;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * ImageJ itself is the reference.
 */
public class ImageJBicubicTest {

	private static final int[][] SIZES = { { 1, 1 }, { 2, 2 }, { 3, 2 }, { 2, 9 }, { 3, 3 }, { 4, 4 }, { 5, 7 }, { 17, 31 },
		{ 100, 64 } };

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 4, 8 })
	public void equalsImageJToTheBit(final int factor) {
		for (final int[] size : SIZES) {
			final int width = size[0];
			final int height = size[1];
			final Img<UnsignedByteType> bytes = random(new UnsignedByteType(), width, 0, 255, width, height);
			final Img<UnsignedShortType> shorts = random(new UnsignedShortType(), width, 0, 65535, width, height);
			final Img<FloatType> floats = random(new FloatType(), width, -1, 1, width, height);
			assertArrayEquals(imageJ(new ByteProcessor(width, height), bytes, factor),
				values(Interpolation.BICUBIC_IJ.enlarge(bytes, factor)));
			assertArrayEquals(imageJ(new ShortProcessor(width, height), shorts, factor),
				values(Interpolation.BICUBIC_IJ.enlarge(shorts, factor)));
			assertArrayEquals(imageJ(new FloatProcessor(width, height), floats, factor),
				values(Interpolation.BICUBIC_IJ.enlarge(floats, factor)));
		}
	}

	/** What lies halfway between two grey levels but for rounding errors, ImageJ rounds by the place of the pixel. */
	@ParameterizedTest
	@CsvSource({ "3, 17, 31", "3, 100, 64", "3, 5, 5", "6, 40, 41", "7, 40, 41", "2, 511, 333", "4, 511, 333" })
	public void differsFromImageJInTiesOnly(final int factor, final int width, final int height) {
		final Img<UnsignedByteType> bytes = random(new UnsignedByteType(), 1, 0, 255, width, height);
		final Img<UnsignedShortType> shorts = random(new UnsignedShortType(), 2, 0, 65535, width, height);
		final Img<FloatType> floats = random(new FloatType(), 3, -1, 1, width, height);
		assertDifferInTiesOnly(imageJ(new ByteProcessor(width, height), bytes, factor), bytes, factor);
		assertDifferInTiesOnly(imageJ(new ShortProcessor(width, height), shorts, factor), shorts, factor);
		assertArrayEquals(imageJ(new FloatProcessor(width, height), floats, factor),
			values(Interpolation.BICUBIC_IJ.enlarge(floats, factor)), 1.2e-7);
	}

	private static <T extends RealType<T> & NativeType<T>> void assertDifferInTiesOnly(final double[] expected,
		final Img<T> image, final int factor)
	{
		final double[] actual = values(Interpolation.BICUBIC_IJ.enlarge(image, factor));
		final double[] exact = values(Interpolation.BICUBIC_IJ.enlarge(doubles(image), factor));
		for (int i = 0; i < expected.length; i++)
			if (expected[i] != actual[i]) {
				assertEquals(1, Math.abs(expected[i] - actual[i]));
				assertEquals(0.5, exact[i] - Math.floor(exact[i]), 1e-8);
			}
	}

	/** A step of 128 between pixels 3 and 4; at x2 the weights are -9, 111, 29 and -3 of 128. */
	@Test
	public void overshootsAsCatmullRomDoes() {
		final float[] pixels = new float[64];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = i % 8 < 4 ? 0 : 128;
		final double[] enlarged = values(Interpolation.BICUBIC_IJ.enlarge(ArrayImgs.floats(pixels, 8, 8), 2));
		assertArrayEquals(new double[] { 0, -3, -9, 29 - 3, 111 - 9, 128 + 9, 128 + 3, 128 },
			Arrays.copyOfRange(enlarged, 8 * 16 + 4, 8 * 16 + 12));
	}

	/** One pixel wide: every pixel of a row is alike, and the column is not stretched from edge to edge. */
	@Test
	public void thinImagesHaveNeighbourhoodsToo() {
		final float[] column = { 0, 100, 200 };
		final double[] enlarged = values(Interpolation.BICUBIC_IJ.enlarge(ArrayImgs.floats(column, 1, 3), 2));
		for (int i = 0; i < enlarged.length; i += 2)
			assertEquals(enlarged[i], enlarged[i + 1]);
		assertEquals(0, enlarged[0]);
		assertEquals(25, enlarged[2]);
		assertEquals(75, enlarged[4]);
		assertTrue(enlarged[10] > 199.8 && enlarged[10] < 200);
	}

	private static double[] imageJ(final ImageProcessor processor, final Img<? extends RealType<?>> image, final int factor) {
		final double[] pixels = values(image);
		for (int i = 0; i < pixels.length; i++)
			processor.setf(i, (float) pixels[i]);
		processor.setInterpolationMethod(ImageProcessor.BICUBIC);
		final ImageProcessor resized = processor.resize(factor * processor.getWidth(), factor * processor.getHeight());
		final double[] result = new double[resized.getPixelCount()];
		for (int i = 0; i < result.length; i++)
			result[i] = resized.getf(i);
		return result;
	}

	private static Img<DoubleType> doubles(final Img<? extends RealType<?>> image) {
		return ArrayImgs.doubles(values(image), image.dimensionsAsLongArray());
	}
}
