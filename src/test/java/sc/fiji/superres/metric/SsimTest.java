package sc.fiji.superres.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.superres.TestImages.random;
import static sc.fiji.superres.TestImages.randomColours;

import java.util.List;
import java.util.function.ToDoubleFunction;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.NumericType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * A slow and obvious reference, what SSIM must hold of any images, and the sentences for what does not fit.
 */
public class SsimTest {

	private static final MetricOptions DEFAULTS = MetricOptions.defaults();
	private static final String METHOD =
		"Gaussian window of 11 x 11 pixels inside the border with sigma 1.5, K1 0.01, K2 0.03, population covariance, no " +
			"rounding";

	@ParameterizedTest
	@CsvSource({ "11, 11, 0, 1", "17, 29, 0, 5", "29, 17, 3, 5", "40, 12, 0, .1", "19, 20, 4, 1000" })
	public void greyEqualsTheSlowOne(final int width, final int height, final int border, final double range) {
		final Img<FloatType> a = random(new FloatType(), 1, -2, 3, width, height);
		final Img<FloatType> b = blend(a, random(new FloatType(), 2, -2, 3, width, height));
		assertEquals(slow(a, b, RealType::getRealDouble, border, range),
			Ssim.of(DEFAULTS.range(range).border(border)).compute(a, b).ssim(), 1e-12);
	}

	@ParameterizedTest
	@ValueSource(ints = { 73, 74, 75, 138, 139, 300 })
	public void bandsLeaveNoSeam(final int height) {
		final Img<FloatType> a = random(new FloatType(), 1, 0, 1, 13, height);
		final Img<FloatType> b = blend(a, random(new FloatType(), 2, 0, 1, 13, height));
		assertEquals(slow(a, b, RealType::getRealDouble, 0, 1), Ssim.of(DEFAULTS.range(1)).compute(a, b).ssim(), 1e-12);
	}

	@ParameterizedTest
	@EnumSource(names = { "EACH", "JOINT" })
	public void coloursAreTheMeanOfRedGreenAndBlue(final Channels channels) {
		final RandomAccessibleInterval<ARGBType> a = randomColours(1, 20, 17);
		final RandomAccessibleInterval<ARGBType> b = randomColours(2, 20, 17);
		final SsimResult result = Ssim.of(DEFAULTS.channels(channels).border(2)).compute(a, b);
		assertEquals(List.of("R", "G", "B"), result.channels().stream().map(SsimResult.Channel::name).toList());
		final double red = slow(a, b, pixel -> ARGBType.red(pixel.get()), 2, 255);
		final double green = slow(a, b, pixel -> ARGBType.green(pixel.get()), 2, 255);
		final double blue = slow(a, b, pixel -> ARGBType.blue(pixel.get()), 2, 255);
		assertEquals(red, result.channels().get(0).ssim(), 1e-12);
		assertEquals(green, result.channels().get(1).ssim(), 1e-12);
		assertEquals(blue, result.channels().get(2).ssim(), 1e-12);
		assertEquals((red + green + blue) / 3, result.ssim(), 1e-12);
		assertEquals("range 255, border 2, mean SSIM of R, G and B, " + METHOD, result.convention());
	}

	@Test
	public void lumaIsNotRounded() {
		final RandomAccessibleInterval<ARGBType> a = randomColours(1, 20, 17);
		final RandomAccessibleInterval<ARGBType> b = randomColours(2, 20, 17);
		final SsimResult result = Ssim.of(MetricOptions.benchmark(3)).compute(a, b);
		assertEquals(slow(a, b, pixel -> luma(pixel.get()), 3, 255), result.ssim(), 1e-12);
		assertEquals(List.of(new SsimResult.Channel("Y", result.ssim())), result.channels());
		assertEquals(255, result.range());
		assertEquals("range 255, border 3, Y of ITU-R BT.601 (studio swing), " + METHOD, result.convention());
	}

	@Test
	public void greyOf8BitIsYAsItIs() {
		final Img<UnsignedByteType> a = random(new UnsignedByteType(), 1, 0, 255, 15, 15);
		final Img<UnsignedByteType> b = random(new UnsignedByteType(), 2, 0, 255, 15, 15);
		final SsimResult y = Ssim.of(MetricOptions.benchmark(0)).compute(a, b);
		assertEquals(Ssim.of(DEFAULTS).compute(a, b).ssim(), y.ssim());
		assertEquals("range 255, border 0, grey values taken as Y, " + METHOD, y.convention());
		assertEquals("range 255, border 0, one channel, " + METHOD, Ssim.of(DEFAULTS).compute(a, b).convention());
	}

	/** Without contrast the formula is (2 a b + C1) / (a² + b² + C1), here with C1 = 6.5025. */
	@Test
	public void flatImagesByHand() {
		final Img<UnsignedByteType> a = random(new UnsignedByteType(), 1, 100, 100, 12, 12);
		final Img<UnsignedByteType> b = random(new UnsignedByteType(), 1, 50, 50, 12, 12);
		assertEquals((2 * 100 * 50 + 6.5025) / (100 * 100 + 50 * 50 + 6.5025), Ssim.of(DEFAULTS).compute(a, b).ssim(), 1e-12);
	}

	@ParameterizedTest
	@EnumSource
	public void identicalImagesGiveOne(final Channels channels) {
		final Ssim ssim = Ssim.of(DEFAULTS.channels(channels));
		assertEquals(1, ssim.compute(randomColours(1, 17, 15), randomColours(1, 17, 15)).ssim());
		final Img<UnsignedByteType> grey = random(new UnsignedByteType(), 1, 0, 255, 17, 15);
		assertEquals(1, ssim.compute(grey, grey).ssim());
	}

	@Test
	public void opposedContrastIsNegative() {
		final Img<FloatType> a = random(new FloatType(), 1, 0, 1, 20, 20);
		final Img<FloatType> b = a.copy();
		b.forEach(pixel -> pixel.set(1 - pixel.get()));
		assertTrue(Ssim.of(DEFAULTS.range(1)).compute(a, b).ssim() < -0.9);
	}

	@ParameterizedTest
	@EnumSource
	public void bothWaysAreTheSame(final Channels channels) {
		final RandomAccessibleInterval<ARGBType> a = randomColours(1, 20, 31);
		final RandomAccessibleInterval<ARGBType> b = randomColours(2, 20, 31);
		final Ssim ssim = Ssim.of(DEFAULTS.channels(channels));
		assertEquals(ssim.compute(a, b), ssim.compute(b, a));
	}

	@Test
	public void theNumberOfThreadsChangesNothing() {
		final Img<FloatType> a = random(new FloatType(), 1, 0, 1, 101, 407);
		final Img<FloatType> b = random(new FloatType(), 2, 0, 1, 101, 407);
		final Ssim ssim = Ssim.of(DEFAULTS.range(1));
		assertEquals(Parallelization.runSingleThreaded(() -> ssim.compute(a, b)),
			Parallelization.runWithNumThreads(5, () -> ssim.compute(a, b)));
	}

	/** The squares of the values have no digits left for their variance. */
	@Test
	public void smallContrastAtAHighLevelKeepsItsDigits() {
		final Img<DoubleType> a = random(new DoubleType(), 1, 1e8, 1e8 + 1, 20, 20);
		final Img<DoubleType> b = random(new DoubleType(), 2, 1e8, 1e8 + 1, 20, 20);
		assertEquals(slow(a, b, RealType::getRealDouble, 0, 1), Ssim.of(DEFAULTS.range(1)).compute(a, b).ssim(), 1e-6);
	}

	@Test
	public void intervalsMayStartAnywhere() {
		final Img<UnsignedByteType> a = random(new UnsignedByteType(), 1, 0, 255, 18, 19);
		final Img<UnsignedByteType> b = random(new UnsignedByteType(), 2, 0, 255, 18, 19);
		final Ssim ssim = Ssim.of(DEFAULTS.border(3));
		assertEquals(ssim.compute(a, b), ssim.compute(a.view().translate(5, -1L << 40), b.view().translate(-9, 9)));
	}

	@Test
	public void alphaIsIgnored() {
		final Img<ARGBType> opaque = randomColours(1, 12, 12);
		final Img<ARGBType> transparent = opaque.copy();
		transparent.forEach(pixel -> pixel.set(pixel.get() & 0xffffff));
		assertEquals(1, Ssim.of(DEFAULTS).compute(opaque, transparent).ssim());
	}

	@ParameterizedTest
	@ValueSource(floats = { Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY })
	public void oneBadPixelInsideTheBorderMakesNaN(final float bad) {
		final Img<FloatType> a = random(new FloatType(), 1, 0, 1, 30, 30);
		final Img<FloatType> b = a.copy();
		b.getAt(2, 2).set(bad);
		assertEquals(Double.NaN, Ssim.of(DEFAULTS.range(1).border(2)).compute(a, b).ssim());
		assertEquals(Double.NaN, Ssim.of(DEFAULTS.range(1).border(2)).compute(b, a).ssim());
		assertEquals(Double.NaN, Ssim.of(DEFAULTS.range(1).border(2)).compute(b, b).ssim());
		assertEquals(1, Ssim.of(DEFAULTS.range(1).border(3)).compute(a, b).ssim());
	}

	@Test
	public void refusesImagesSmallerThanTheWindow() {
		assertRefused("The images are 10 x 30 pixels; they must have at least 11 x 11", DEFAULTS, ArrayImgs.unsignedBytes(10, 30));
		assertRefused("The images are 30 x 10 pixels", DEFAULTS, ArrayImgs.argbs(30, 10));
	}

	@Test
	public void refusesABorderThatLeavesNoWindow() {
		final Img<UnsignedByteType> image = ArrayImgs.unsignedBytes(18, 16);
		assertEquals(1, Ssim.of(DEFAULTS.border(2)).compute(image, image).ssim());
		assertRefused("border is 3 pixels, which leaves less than 11 x 11 (the window of this metric) of 18 x 16 pixels; " +
			"it must be 0 to 2.", DEFAULTS.border(3), image);
		assertRefused("border is 2147483647", DEFAULTS.border(Integer.MAX_VALUE), image);
	}

	@Test
	public void refusesWhatPsnrRefuses() {
		assertRefused("3 dimensions; a metric is of single planes", DEFAULTS, ArrayImgs.unsignedBytes(11, 11, 11));
		assertRefused("Choose type (65535)", DEFAULTS, ArrayImgs.unsignedShorts(11, 11));
		assertRefused("16-bit. Choose each or joint.", MetricOptions.benchmark(0), ArrayImgs.unsignedShorts(11, 11));
		assertThrows(IllegalArgumentException.class,
			() -> Ssim.of(DEFAULTS).compute(ArrayImgs.unsignedBytes(11, 12), ArrayImgs.unsignedBytes(12, 11)));
	}

	private static void assertRefused(final String sentence, final MetricOptions options,
		final RandomAccessibleInterval<? extends NumericType<?>> image)
	{
		final String message =
			assertThrows(IllegalArgumentException.class, () -> Ssim.of(options).compute(image, image)).getMessage();
		assertTrue(message.contains(sentence), message);
	}

	private static <T> double slow(final RandomAccessibleInterval<T> a, final RandomAccessibleInterval<T> b,
		final ToDoubleFunction<T> value, final int border, final double range)
	{
		return SlowSsim.of(values(a, value), values(b, value), border, range);
	}

	private static <T> double[][] values(final RandomAccessibleInterval<T> image, final ToDoubleFunction<T> value) {
		final double[][] values = new double[(int) image.dimension(1)][(int) image.dimension(0)];
		for (int y = 0; y < values.length; y++)
			for (int x = 0; x < values[y].length; x++)
				values[y][x] = value.applyAsDouble(image.getAt(x, y));
		return values;
	}

	/** Three quarters of an image and one of another: images that are alike. */
	private static Img<FloatType> blend(final Img<FloatType> image, final Img<FloatType> noise) {
		final Img<FloatType> result = noise.copy();
		for (int y = 0; y < image.dimension(1); y++)
			for (int x = 0; x < image.dimension(0); x++)
				result.getAt(x, y).set(0.75f * image.getAt(x, y).get() + 0.25f * noise.getAt(x, y).get());
		return result;
	}

	private static double luma(final int rgb) {
		return 16 + (65.481 * ARGBType.red(rgb) + 128.553 * ARGBType.green(rgb) + 24.966 * ARGBType.blue(rgb)) / 255;
	}
}
