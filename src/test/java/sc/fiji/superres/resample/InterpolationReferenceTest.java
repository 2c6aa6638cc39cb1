package sc.fiji.superres.resample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.superres.TestImages.random;
import static sc.fiji.superres.TestImages.values;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.type.numeric.integer.Unsigned12BitType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Each interpolation, but ImageJ's, against values by hand and a slow, obvious reference.
 */
public class InterpolationReferenceTest {

	@Test
	public void nearestMakesBlocks() {
		assertArrayEquals(new double[] { 1, 1, 2, 2, 1, 1, 2, 2, 3, 3, 4, 4, 3, 3, 4, 4 },
			values(Interpolation.NEAREST.enlarge(ArrayImgs.floats(new float[] { 1, 2, 3, 4 }, 2, 2), 2)));
	}

	@Test
	public void bilinearWeighsByDistance() {
		assertArrayEquals(new double[] { 0, 25, 75, 100 },
			Arrays.copyOf(values(Interpolation.BILINEAR.enlarge(ArrayImgs.floats(new float[] { 0, 100 }, 2, 1), 2)), 4));
	}

	/** MATLAB's own formula, with its guard against a division by zero. */
	@Test
	public void lanczosIsMatlabs() {
		for (double x = -3.5; x < 3.5; x += 1 / 64.0) {
			final double eps = Math.ulp(1.0);
			final double matlab = Math.abs(x) < 3 ? (Math.sin(Math.PI * x) * Math.sin(Math.PI * x / 3) + eps) /
				(Math.PI * Math.PI * x * x / 3 + eps) : 0;
			assertEquals(matlab, MatlabKernel.LANCZOS3.at(x), 1e-15);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 2, 3, 4, 5 })
	public void kernelsEqualTheObviousLoop(final int factor) {
		assertEqualsReference(Interpolation.NEAREST, x -> x < 0.5 ? 1 : 0, factor);
		assertEqualsReference(Interpolation.BILINEAR, x -> x < 1 ? 1 - x : 0, factor);
		assertEqualsReference(Interpolation.BICUBIC, SlowImresize::cubic, factor);
		assertEqualsReference(Interpolation.LANCZOS, x -> x < 3 ? sinc(x) * sinc(x / 3) : 0, factor);
	}

	/** No weight at odd factors makes a tie, so that integers are the same. */
	@ParameterizedTest
	@ValueSource(ints = { 2, 3, 4, 5 })
	public void bicubicIsMatlabResize(final int factor) {
		assertIsMatlabResize(random(new UnsignedByteType(), 1, 0, 255, 200, 90), factor);
		assertIsMatlabResize(random(new UnsignedShortType(), 1, 0, 65535, 200, 90), factor);
		assertIsMatlabResize(random(new ByteType(), 1, -128, 127, 200, 90), factor);
		assertIsMatlabResize(random(new FloatType(), 1, -1, 1, 200, 90), factor);
		assertIsMatlabResize(random(new DoubleType(), 1, -1e3, 1e3, 200, 90), factor);
	}

	@ParameterizedTest
	@ValueSource(ints = { 2, 3, 4 })
	public void backProjectionEqualsTheObviousLoop(final int factor) {
		final Img<DoubleType> image = random(new DoubleType(), factor, -100, 100, 13, 9);
		final double[] expected = backProjected(image, factor);
		assertArrayEquals(expected, values(Interpolation.IBP.enlarge(image, factor)), 1e-9);
		final Img<ByteType> bytes = random(new ByteType(), factor, -128, 127, 13, 9);
		final double[] exact = backProjected(ArrayImgs.doubles(values(bytes), 13, 9), factor);
		for (int i = 0; i < exact.length; i++)
			exact[i] = Math.max(-128, Math.min(127, Math.round(exact[i])));
		assertArrayEquals(exact, values(Interpolation.IBP.enlarge(bytes, factor)));
	}

	@ParameterizedTest
	@ValueSource(ints = { 2, 3, 4 })
	public void backProjectionShrinksToTheImage(final int factor) {
		final Img<FloatType> image = random(new FloatType(), factor, 0, 255, 40, 30);
		final double bicubic = error(image, MatlabResize.shrink(Interpolation.BICUBIC.enlarge(image, factor), factor));
		final double ibp = error(image, MatlabResize.shrink(Interpolation.IBP.enlarge(image, factor), factor));
		assertTrue(ibp < 0.1 * bicubic, ibp + " of " + bicubic);
	}

	private static double[] backProjected(final Img<DoubleType> lr, final int factor) {
		final long width = lr.dimension(0);
		final long height = lr.dimension(1);
		final double[] hr = SlowImresize.resize(lr, factor, factor, factor * width, factor * height);
		for (int i = 0; i < 10; i++) {
			final double[] missing = SlowImresize.resize(ArrayImgs.doubles(hr, factor * width, factor * height), 1.0 / factor,
				1.0 / factor, width, height);
			final double[] pixels = values(lr);
			for (int p = 0; p < pixels.length; p++)
				missing[p] = pixels[p] - missing[p];
			final double[] correction = SlowImresize.resize(ArrayImgs.doubles(missing, width, height), factor, factor,
				factor * width, factor * height);
			for (int p = 0; p < hr.length; p++)
				hr[p] += correction[p];
		}
		return hr;
	}

	private static double error(final Img<FloatType> expected, final Img<FloatType> actual) {
		final double[] a = values(expected);
		final double[] b = values(actual);
		double sum = 0;
		for (int i = 0; i < a.length; i++)
			sum += (a[i] - b[i]) * (a[i] - b[i]);
		return Math.sqrt(sum / a.length);
	}

	private static double sinc(final double x) {
		return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
	}

	private static void assertEqualsReference(final Interpolation interpolation, final DoubleUnaryOperator kernel,
		final int factor)
	{
		final Random random = new Random(factor);
		for (int i = 0; i < 6; i++) {
			final int width = 1 + random.nextInt(30);
			final int height = 1 + random.nextInt(30);
			assertEqualsReference(random(new UnsignedByteType(), i, 0, 255, width, height), interpolation, kernel, factor);
			assertEqualsReference(random(new UnsignedShortType(), i, 0, 65535, width, height), interpolation, kernel, factor);
			assertEqualsReference(random(new ByteType(), i, -128, 127, width, height), interpolation, kernel, factor);
			assertEqualsReference(random(new Unsigned12BitType(), i, 0, 4095, width, height), interpolation, kernel, factor);
			assertEqualsReference(random(new FloatType(), i, -1, 1, width, height), interpolation, kernel, factor);
			assertEqualsReference(random(new DoubleType(), i, -1e3, 1e3, width, height), interpolation, kernel, factor);
		}
	}

	private static <T extends RealType<T> & NativeType<T>> void assertEqualsReference(final Img<T> image,
		final Interpolation interpolation, final DoubleUnaryOperator kernel, final int factor)
	{
		assertArrayEquals(SlowImresize.enlarge(image, factor, kernel), values(interpolation.enlarge(image, factor)),
			tolerance(image), interpolation + " of " + image.getType().getClass());
	}

	private static <T extends RealType<T> & NativeType<T>> void assertIsMatlabResize(final Img<T> image, final int factor) {
		assertArrayEquals(values(MatlabResize.enlarge(image, factor)), values(Interpolation.BICUBIC.enlarge(image, factor)),
			tolerance(image));
	}

	private static <T extends RealType<T> & NativeType<T>> double tolerance(final Img<T> image) {
		return image.getType() instanceof FloatType ? 1e-6 : image.getType() instanceof DoubleType ? 1e-9 : 0;
	}
}
