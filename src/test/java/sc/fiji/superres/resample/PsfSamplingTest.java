package sc.fiji.superres.resample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.superres.TestImages.random;
import static sc.fiji.superres.TestImages.values;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.Unsigned12BitType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Values by hand, properties of a sampling, and a slow, obvious one as the reference.
 */
public class PsfSamplingTest {

	@ParameterizedTest
	@CsvSource({ "1, 1", "2, 0.3", "2, 0.8", "2, 1", "2, 2.6", "3, 0.4", "3, 1.25", "4, 1.7", "4, 5", "5, 0.9" })
	public void equalsTheObviousLoop(final int factor, final double sigma) {
		final Img<DoubleType> doubles = random(new DoubleType(), factor, -100, 100, 23, 16);
		final double[] expected = slow(doubles, factor, sigma);
		assertArrayEquals(expected, values(PsfSampling.shrink(doubles, factor, sigma)), 1e-9);
		final Img<FloatType> floats = random(new FloatType(), factor, 0, 1, 23, 16);
		assertArrayEquals(slow(floats, factor, sigma), values(PsfSampling.shrink(floats, factor, sigma)), 1e-7);
	}

	/** Rounding between the passes as well would be off by one in places. */
	@ParameterizedTest
	@CsvSource({ "2, 0.8", "3, 1.25", "4, 1.7" })
	public void integersAreRoundedOnce(final int factor, final double sigma) {
		final Img<UnsignedByteType> bytes = random(new UnsignedByteType(), factor, 0, 255, 60, 48);
		assertArrayEquals(rounded(slow(bytes, factor, sigma)), values(PsfSampling.shrink(bytes, factor, sigma)));
		final Img<Unsigned12BitType> packed = random(new Unsigned12BitType(), factor, 0, 4095, 60, 48);
		assertArrayEquals(rounded(slow(packed, factor, sigma)), values(PsfSampling.shrink(packed, factor, sigma)));
	}

	/** The impulse lies 3.5, 1.5, 0.5 and 2.5 pixels from LR pixels 2 to 5, and 4.5 and more from the others. */
	@Test
	public void anImpulseShowsTheGaussian() {
		final double[] impulse = { 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0 };
		final double[] samples = values(PsfSampling.shrink(ArrayImgs.doubles(impulse, 16, 1), 2, 1));
		final double sum = 2 * (Math.exp(-1 / 8.0) + Math.exp(-9 / 8.0) + Math.exp(-25 / 8.0) + Math.exp(-49 / 8.0));
		assertArrayEquals(new double[] { 0, 0, Math.exp(-49 / 8.0) / sum, Math.exp(-9 / 8.0) / sum, Math.exp(-1 / 8.0) / sum,
			Math.exp(-25 / 8.0) / sum, 0, 0 }, samples, 1e-15);
	}

	/** What is linear stays so: LR pixel i shows HR position (i + 0.5) * factor - 0.5. */
	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4 })
	public void gridsAlignAsThoseOfMatlab(final int factor) {
		final double[] ramp = new double[24 * factor];
		for (int i = 0; i < ramp.length; i++)
			ramp[i] = i;
		final double[] samples = values(PsfSampling.shrink(ArrayImgs.doubles(ramp, ramp.length, 1), factor, 1));
		for (int i = 5; i < 19; i++)
			assertEquals((i + 0.5) * factor - 0.5, samples[i], 1e-9);
	}

	@ParameterizedTest
	@ValueSource(ints = { 2, 3, 4, 7 })
	public void aMirroredImageGivesTheMirroredSamples(final int factor) {
		final Img<DoubleType> image = random(new DoubleType(), 1, 0, 1, 8 * factor, 1);
		final double[] pixels = values(image);
		final double[] mirrored = new double[pixels.length];
		for (int i = 0; i < pixels.length; i++)
			mirrored[i] = pixels[pixels.length - 1 - i];
		for (double sigma = 0.125; sigma < 6; sigma += 0.125) {
			final double[] samples = values(PsfSampling.shrink(image, factor, sigma));
			final double[] ofMirrored = values(PsfSampling.shrink(ArrayImgs.doubles(mirrored, pixels.length, 1), factor, sigma));
			for (int i = 0; i < samples.length; i++)
				assertEquals(samples[i], ofMirrored[samples.length - 1 - i], 1e-12, "sigma " + sigma);
		}
	}

	@ParameterizedTest
	@ValueSource(doubles = { Double.MIN_NORMAL, 1e-9, 0.01, 0.05 })
	public void aNarrowSpreadTakesTheNearestPixels(final double sigma) {
		final double[] pixels = { 1, 2, 4, 8, 16, 32 };
		assertArrayEquals(new double[] { 1.5, 6, 24 }, values(PsfSampling.shrink(ArrayImgs.doubles(pixels, 6, 1), 2, sigma)));
		assertArrayEquals(new double[] { 2, 16 }, values(PsfSampling.shrink(ArrayImgs.doubles(pixels, 6, 1), 3, sigma)));
		assertArrayEquals(pixels, values(PsfSampling.shrink(ArrayImgs.doubles(pixels, 6, 1), 1, sigma)));
	}

	@Test
	public void aConstantStaysConstant() {
		for (final double value : values(PsfSampling.shrink(random(new UnsignedByteType(), 1, 200, 200, 9, 13), 3, 2)))
			assertEquals(200, value);
	}

	@Test
	public void sizesAreRoundedUpAndTheImageMayStartAnywhere() {
		final Img<FloatType> image = random(new FloatType(), 1, 0, 1, 9, 13);
		final Img<FloatType> shrunk = PsfSampling.shrink(image.view().translate(-3, 1L << 40), 4, 1.5);
		assertArrayEquals(new long[] { 3, 4 }, shrunk.dimensionsAsLongArray());
		assertArrayEquals(values(PsfSampling.shrink(image, 4, 1.5)), values(shrunk));
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0, -1, Double.NaN, 100.5, Double.POSITIVE_INFINITY })
	public void refusesSigmasOutOfRange(final double sigma) {
		final Img<FloatType> image = ArrayImgs.floats(4, 4);
		final Exception refusal = assertThrows(IllegalArgumentException.class, () -> PsfSampling.shrink(image, 2, sigma));
		assertTrue(refusal.getMessage().contains("is " + sigma + " pixels"), refusal.getMessage());
	}

	@Test
	public void refusesWhatCannotBeShrunk() {
		assertThrows(IllegalArgumentException.class, () -> PsfSampling.shrink(ArrayImgs.floats(4, 4), 0, 1));
		assertThrows(IllegalArgumentException.class, () -> PsfSampling.shrink(ArrayImgs.floats(4, 4, 4), 2, 1));
	}

	/** Every sample looks at the square of pixels around it, far beyond the edges. */
	private static double[] slow(final Img<? extends RealType<?>> image, final int factor, final double sigma) {
		final int width = (int) Math.ceil(image.dimension(0) / (double) factor);
		final int height = (int) Math.ceil(image.dimension(1) / (double) factor);
		final double[] samples = new double[width * height];
		for (int i = 0; i < samples.length; i++)
			samples[i] = sample(image, (i % width + 0.5) * factor - 0.5, (i / width + 0.5) * factor - 0.5, sigma);
		return samples;
	}

	private static double sample(final Img<? extends RealType<?>> image, final double centerX, final double centerY,
		final double sigma)
	{
		final int reach = (int) (4 * sigma) + 2;
		double sum = 0;
		double weights = 0;
		for (int y = (int) centerY - reach; y <= centerY + reach; y++)
			for (int x = (int) centerX - reach; x <= centerX + reach; x++) {
				final double dx = Math.abs(x - centerX);
				final double dy = Math.abs(y - centerY);
				if (dx >= 4 * sigma || dy >= 4 * sigma) continue;
				final double weight = Math.exp(-(dx * dx + dy * dy) / (2 * sigma * sigma));
				weights += weight;
				sum += weight * image.getAt(clamp(x, image.dimension(0)), clamp(y, image.dimension(1))).getRealDouble();
			}
		return sum / weights;
	}

	private static long clamp(final int position, final long size) {
		return Math.max(0, Math.min(size - 1, position));
	}

	private static double[] rounded(final double[] values) {
		final double[] result = new double[values.length];
		for (int i = 0; i < values.length; i++)
			result[i] = Math.floor(values[i] + 0.5);
		return result;
	}
}
