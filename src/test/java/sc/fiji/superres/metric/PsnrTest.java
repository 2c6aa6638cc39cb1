package sc.fiji.superres.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.superres.TestImages.random;
import static sc.fiji.superres.TestImages.randomColours;

import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.NumericType;
import net.imglib2.type.numeric.complex.ComplexFloatType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;

/**
 * Values by hand, a naive reference, and the sentences for what does not fit.
 */
public class PsnrTest {

	private static final MetricOptions DEFAULTS = MetricOptions.defaults();

	/** One pixel of four differs by 5: MSE 6.25, 10 log10(65025 / 6.25). */
	@Test
	public void greyByHand() {
		final PsnrResult result = Psnr.of(DEFAULTS).compute(bytes(1, 2, 3, 4), bytes(1, 2, 3, 9));
		assertEquals(6.25, result.mse());
		assertEquals(40.17200, result.psnr(), 1e-5);
		assertEquals(List.of(new PsnrResult.Channel("grey", result.psnr(), 6.25)), result.channels());
		assertEquals("range 255, border 0, one channel, no rounding", result.convention());
	}

	@Test
	public void rangeActsOnPsnrOnly() {
		final PsnrResult result = Psnr.of(DEFAULTS.range(2.5)).compute(bytes(1, 2, 3, 4), bytes(1, 2, 3, 9));
		assertEquals(6.25, result.mse());
		assertEquals(0, result.psnr(), 1e-12);
		assertEquals(2.5, result.range());
		assertEquals("range 2.5, border 0, one channel, no rounding", result.convention());
	}

	@Test
	public void eachIsTheMeanOfThePsnrs() {
		final PsnrResult result = Psnr.of(DEFAULTS.channels(Channels.EACH)).compute(colours(10, 20, 30), colours(11, 22, 34));
		assertEquals(List.of("R", "G", "B"), names(result));
		assertEquals(48.13080, result.channels().get(0).psnr(), 1e-5);
		assertEquals(42.11020, result.channels().get(1).psnr(), 1e-5);
		assertEquals(36.08960, result.channels().get(2).psnr(), 1e-5);
		assertEquals(42.11020, result.psnr(), 1e-5);
		assertEquals(7, result.mse());
		assertEquals("range 255, border 0, mean PSNR of R, G and B, no rounding", result.convention());
	}

	@Test
	public void jointIsThePsnrOfTheMean() {
		final PsnrResult result = Psnr.of(DEFAULTS.channels(Channels.JOINT)).compute(colours(10, 20, 30), colours(11, 22, 34));
		assertEquals(List.of("RGB"), names(result));
		assertEquals(7, result.mse(), 1e-12);
		assertEquals(39.67982, result.psnr(), 1e-5);
		assertEquals("range 255, border 0, one MSE of R, G and B together, no rounding", result.convention());
	}

	/** 219/255 per grey level: white against black are 235 and 16. */
	@Test
	public void lumaIsInStudioSwing() {
		final PsnrResult result = Psnr.of(MetricOptions.benchmark(0)).compute(colours(255, 255, 255), colours(0, 0, 0));
		assertEquals(List.of("Y"), names(result));
		assertEquals(219 * 219, result.mse(), 1e-9);
		assertEquals(65.481 * 65.481 / 255 / 255,
			Psnr.of(MetricOptions.benchmark(0)).compute(colours(9, 8, 7), colours(8, 8, 7)).mse(), 1e-12);
	}

	@Test
	public void benchmarkConventionInOneLine() {
		final RandomAccessibleInterval<ARGBType> image = randomColours(1, 9, 9);
		assertEquals("range 255, border 2, Y of ITU-R BT.601 (studio swing), no rounding",
			Psnr.of(MetricOptions.benchmark(2)).compute(image, image).convention());
	}

	@Test
	public void greyOf8BitIsYAsItIs() {
		final PsnrResult y = Psnr.of(DEFAULTS.channels(Channels.Y)).compute(bytes(1, 2, 3, 4), bytes(1, 2, 3, 9));
		assertEquals(6.25, y.mse());
		assertEquals("range 255, border 0, grey values taken as Y, no rounding", y.convention());
	}

	@ParameterizedTest
	@EnumSource
	public void identicalImagesGiveInfinity(final Channels channels) {
		final Psnr psnr = Psnr.of(DEFAULTS.channels(channels));
		assertEquals(Double.POSITIVE_INFINITY, psnr.compute(randomColours(1, 7, 5), randomColours(1, 7, 5)).psnr());
		assertEquals(Double.POSITIVE_INFINITY, psnr.compute(bytes(1, 2, 3, 4), bytes(1, 2, 3, 4)).psnr());
	}

	@Test
	public void alphaIsIgnored() {
		final RandomAccessibleInterval<ARGBType> opaque = ArrayImgs.argbs(new int[] { 0xff010203 }, 1, 1);
		final RandomAccessibleInterval<ARGBType> transparent = ArrayImgs.argbs(new int[] { 0x00010203 }, 1, 1);
		assertEquals(Double.POSITIVE_INFINITY, Psnr.of(DEFAULTS).compute(opaque, transparent).psnr());
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 3, 8 })
	public void greyEqualsTheNaiveLoop(final int border) {
		final Img<FloatType> a = random(new FloatType(), 1, -2, 3, 17, 29);
		final Img<FloatType> b = random(new FloatType(), 2, -2, 3, 17, 29);
		double sum = 0;
		int count = 0;
		for (int y = border; y < 29 - border; y++)
			for (int x = border; x < 17 - border; x++, count++)
				sum += Math.pow(a.getAt(x, y).getRealDouble() - b.getAt(x, y).getRealDouble(), 2);
		final PsnrResult result = Psnr.of(DEFAULTS.range(5).border(border)).compute(a, b);
		assertEquals(sum / count, result.mse(), 1e-12);
		assertEquals(10 * Math.log10(25 / (sum / count)), result.psnr(), 1e-11);
	}

	@Test
	public void lumaEqualsTheNaiveLoop() {
		final RandomAccessibleInterval<ARGBType> a = randomColours(1, 20, 11);
		final RandomAccessibleInterval<ARGBType> b = randomColours(2, 20, 11);
		double sum = 0;
		for (int y = 4; y < 7; y++)
			for (int x = 4; x < 16; x++)
				sum += Math.pow(luma(a.getAt(x, y).get()) - luma(b.getAt(x, y).get()), 2);
		assertEquals(sum / 36, Psnr.of(MetricOptions.benchmark(4)).compute(a, b).mse(), 1e-9);
	}

	@Test
	public void intervalsMayStartAnywhere() {
		final Img<UnsignedByteType> a = random(new UnsignedByteType(), 1, 0, 255, 12, 14);
		final Img<UnsignedByteType> b = random(new UnsignedByteType(), 2, 0, 255, 12, 14);
		assertEquals(Psnr.of(DEFAULTS.border(3)).compute(a, b),
			Psnr.of(DEFAULTS.border(3)).compute(a.view().translate(5, -1L << 40), b.view().translate(-9, 9)));
	}

	@Test
	public void theNumberOfThreadsChangesNothing() {
		final Img<FloatType> a = random(new FloatType(), 1, 0, 1, 301, 207);
		final Img<FloatType> b = random(new FloatType(), 2, 0, 1, 301, 207);
		final Psnr psnr = Psnr.of(DEFAULTS.range(1));
		assertEquals(Parallelization.runSingleThreaded(() -> psnr.compute(a, b)),
			Parallelization.runWithNumThreads(5, () -> psnr.compute(a, b)));
	}

	@Test
	public void notANumberStaysNotANumber() {
		final Img<FloatType> image = ArrayImgs.floats(new float[] { 1, Float.NaN }, 2, 1);
		assertEquals(Double.NaN, Psnr.of(DEFAULTS.range(1)).compute(image, image).psnr());
	}

	@Test
	public void refusesOtherSizes() {
		assertRefused("The reference is 3 x 4 and the test image 4 x 3 pixels; both must have the same size.",
			DEFAULTS, ArrayImgs.unsignedBytes(3, 4), ArrayImgs.unsignedBytes(4, 3));
	}

	@Test
	public void refusesOtherTypes() {
		assertRefused("The reference is RGB and the test image 8-bit", DEFAULTS, ArrayImgs.argbs(3, 3), ArrayImgs.unsignedBytes(3, 3));
		assertRefused("The reference is 16-bit and the test image signed 16-bit", DEFAULTS, ArrayImgs.unsignedShorts(3, 3), ArrayImgs.shorts(3, 3));
		assertRefused("pixels of ComplexFloatType", DEFAULTS, complex(), complex());
	}

	@Test
	public void refusesWhatIsNoPlane() {
		assertRefused("3 dimensions", DEFAULTS, ArrayImgs.unsignedBytes(3, 3, 3), ArrayImgs.unsignedBytes(3, 3, 3));
		final RandomAccessibleInterval<UnsignedByteType> empty =
			ArrayImgs.unsignedBytes(3, 3).view().interval(Intervals.createMinSize(0, 0, 0, 3));
		assertRefused("0 x 3 pixels", DEFAULTS, empty, empty);
	}

	@Test
	public void refusesABorderThatLeavesNothing() {
		final Img<UnsignedByteType> image = ArrayImgs.unsignedBytes(7, 10);
		assertEquals(Double.POSITIVE_INFINITY, Psnr.of(DEFAULTS.border(3)).compute(image, image).psnr());
		assertRefused("border is 4 pixels, which leaves nothing of 7 x 10 pixels; it must be 0 to 3.", DEFAULTS.border(4), image, image);
		assertRefused("border is 2147483647", DEFAULTS.border(Integer.MAX_VALUE), image, image);
	}

	@Test
	public void refusesYOfOtherBitDepths() {
		final MetricOptions y = MetricOptions.benchmark(0);
		assertRefused("16-bit. Choose each or joint.", y, ArrayImgs.unsignedShorts(3, 3), ArrayImgs.unsignedShorts(3, 3));
		assertRefused("32-bit float. Choose each or joint.", y, ArrayImgs.floats(3, 3), ArrayImgs.floats(3, 3));
	}

	@Test
	public void refusesAutomaticRangeOf16Bit() {
		final Img<UnsignedShortType> image = ArrayImgs.unsignedShorts(3, 3);
		assertRefused("Choose type (65535)", DEFAULTS, image, image);
	}

	private static void assertRefused(final String sentence, final MetricOptions options,
		final RandomAccessibleInterval<? extends NumericType<?>> reference, final RandomAccessibleInterval<? extends NumericType<?>> test)
	{
		final String message = assertThrows(IllegalArgumentException.class, () -> Psnr.of(options).compute(reference, test)).getMessage();
		assertTrue(message.contains(sentence), message);
	}

	private static Img<UnsignedByteType> bytes(final int... values) {
		final Img<UnsignedByteType> image = ArrayImgs.unsignedBytes(2, 2);
		for (int i = 0; i < 4; i++)
			image.getAt(i % 2, i / 2).set(values[i]);
		return image;
	}

	private static Img<ARGBType> colours(final int red, final int green, final int blue) {
		final int colour = ARGBType.rgba(red, green, blue, 255);
		return ArrayImgs.argbs(new int[] { colour, colour }, 2, 1);
	}

	private static Img<ComplexFloatType> complex() {
		return ArrayImgs.complexFloats(2, 2);
	}

	private static double luma(final int rgb) {
		return 16 + (65.481 * ARGBType.red(rgb) + 128.553 * ARGBType.green(rgb) + 24.966 * ARGBType.blue(rgb)) / 255;
	}

	private static List<String> names(final PsnrResult result) {
		return result.channels().stream().map(PsnrResult.Channel::name).collect(Collectors.toList());
	}
}
