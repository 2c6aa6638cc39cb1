package sc.fiji.superres.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.superres.TestImages.random;
import static sc.fiji.superres.TestImages.randomColours;
import static sc.fiji.superres.TestImages.values;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.NumericType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Values by hand, and that the mean of the squares is the MSE.
 */
public class ErrorMapTest {

	private static final MetricOptions DEFAULTS = MetricOptions.defaults();

	private static double[] map(final MetricOptions options, final RandomAccessibleInterval<? extends NumericType<?>> reference,
		final RandomAccessibleInterval<? extends NumericType<?>> test)
	{
		return values(ErrorMap.of(options).compute(reference, test));
	}

	private static RandomAccessibleInterval<ARGBType> colours(final int... rgb) {
		return ArrayImgs.argbs(rgb, rgb.length, 1);
	}

	@Test
	public void tooBrightIsPositive() {
		assertArrayEquals(new double[] { 65535, -65535, 0 }, map(DEFAULTS, ArrayImgs.unsignedShorts(new short[] { 0, -1, 7 }, 3, 1),
			ArrayImgs.unsignedShorts(new short[] { -1, 0, 7 }, 3, 1)));
		assertArrayEquals(new double[] { 0.25, -1.5 }, map(DEFAULTS, ArrayImgs.floats(new float[] { 1, 1 }, 2, 1), ArrayImgs.floats(
			new float[] { 1.25f, -0.5f }, 2, 1)));
	}

	@Test
	public void notANumberStaysNotANumber() {
		final float infinity = Float.POSITIVE_INFINITY;
		assertArrayEquals(new double[] { Double.NaN, Double.NaN, Double.NaN, infinity }, map(DEFAULTS, ArrayImgs.floats(new float[] {
			Float.NaN, 1, infinity, 1 }, 4, 1), ArrayImgs.floats(new float[] { 1, Float.NaN, infinity, infinity }, 4, 1)));
	}

	@Test
	public void lumaHasASign() {
		final double[] map = map(DEFAULTS.channels(Channels.Y), colours(0xff000000, 0xff0a141e), colours(0xffffffff, 0x00090000));
		assertEquals(219, map[0], 1e-5);
		assertEquals(-(65.481 + 20 * 128.553 + 30 * 24.966) / 255, map[1], 1e-5);
	}

	/** In the second pixel R and B make each other good in a mean, but not here. */
	@ParameterizedTest
	@EnumSource(names = { "EACH", "JOINT" })
	public void coloursDoNotMakeEachOtherGood(final Channels channels) {
		final double[] map = map(DEFAULTS.channels(channels), colours(0xff010203, 0xff100010), colours(0xff020406, 0xff0d0013));
		assertEquals(Math.sqrt((1 + 4 + 9) / 3.0), map[0], 1e-6);
		assertEquals(Math.sqrt((9 + 0 + 9) / 3.0), map[1], 1e-6);
	}

	@ParameterizedTest
	@EnumSource
	public void theMeanOfTheSquaresIsTheMse(final Channels channels) {
		final MetricOptions options = DEFAULTS.channels(channels);
		assertMse(options, randomColours(1, 31, 17), randomColours(2, 31, 17));
		assertMse(options.channels(Channels.JOINT).range(9), random(new UnsignedShortType(), 1, 0, 60000, 31, 17), random(
			new UnsignedShortType(), 2, 0, 60000, 31, 17));
	}

	private static void assertMse(final MetricOptions options,
		final RandomAccessibleInterval<? extends NumericType<?>> reference,
		final RandomAccessibleInterval<? extends NumericType<?>> test)
	{
		final double mse = Psnr.of(options).compute(reference, test).mse();
		assertEquals(mse, Arrays.stream(map(options, reference, test)).map(error -> error * error).average().getAsDouble(), 1e-6 * mse);
	}

	@Test
	public void theBorderIsShown() {
		final Img<FloatType> a = random(new FloatType(), 1, 0, 1, 5, 5);
		final Img<FloatType> b = random(new FloatType(), 2, 0, 1, 5, 5);
		assertArrayEquals(map(DEFAULTS, a, b), map(DEFAULTS.border(2), a, b));
	}

	@Test
	public void intervalsMayStartAnywhere() {
		final Img<FloatType> a = random(new FloatType(), 1, 0, 1, 40, 30);
		final Img<FloatType> b = random(new FloatType(), 2, 0, 1, 40, 30);
		final Img<FloatType> map = ErrorMap.of(DEFAULTS).compute(a.view().translate(5, -7), b.view().translate(1, 1));
		assertArrayEquals(map(DEFAULTS, a, b), values(map));
		assertArrayEquals(new long[] { 0, 0 }, map.minAsLongArray());
	}

	@Test
	public void pairsThatDoNotFitAreRefused() {
		final String message = assertThrows(IllegalArgumentException.class, () -> map(DEFAULTS, ArrayImgs.floats(2, 3), ArrayImgs.floats(3,
			2))).getMessage();
		assertTrue(message.contains("2 x 3"), message);
	}
}
