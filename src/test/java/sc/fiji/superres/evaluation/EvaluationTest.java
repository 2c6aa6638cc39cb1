package sc.fiji.superres.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.superres.FakeEngine;
import sc.fiji.superres.TestImages;
import sc.fiji.superres.TestNetworks;
import sc.fiji.superres.metric.Channels;
import sc.fiji.superres.metric.Range;
import sc.fiji.superres.network.Edsr;
import sc.fiji.superres.network.Espcn;
import sc.fiji.superres.network.InputChannels;
import sc.fiji.superres.network.Network;
import sc.fiji.superres.resample.Interpolation;
import sc.fiji.superres.resample.MatlabResize;
import sc.fiji.superres.upscale.Baseline;
import sc.fiji.superres.upscale.Method;
import sc.fiji.superres.upscale.ModelMethod;

/** Scores against slow sums over pixels; the fake engine, as nearest neighbours, makes a block of each pixel. */
class EvaluationTest {

	private static final Baseline NEAREST = new Baseline(Interpolation.NEAREST, 2);

	private final FakeEngine engine = new FakeEngine();

	private Score score(final EvaluationOptions options, final Method method, final EvaluationImage image) {
		return new Evaluation(options, upscaler -> upscaler.engine(engine)).score(method, image);
	}

	private static Method model(final Network network) {
		return new ModelMethod(TestNetworks.model(network, 1));
	}

	/** Random colours, of which no channel is at its end. */
	private static Img<ARGBType> colours(final int width, final int height) {
		final int[] pixels = new Random(1).ints((long) width * height).map(rgb -> 0xff202020 | rgb & 0x7f7f7f).toArray();
		return ArrayImgs.argbs(pixels, width, height);
	}

	private static int rgb(final Img<ARGBType> image, final long x, final long y) {
		return image.getAt(x, y).get();
	}

	private static double luma(final double r, final double g, final double b) {
		return 16 + (65.481 * r + 128.553 * g + 24.966 * b) / 255;
	}

	/** Of values f(x, y) that are shrunk, and stand in blocks again: PSNR without a border. */
	private static double psnrOfBlocks(final double[][] truth, final double[][] lr, final int scale, final int border) {
		double sum = 0;
		int count = 0;
		for (int y = border; y < lr.length * scale - border; y++)
			for (int x = border; x < lr[0].length * scale - border; x++, count++)
				sum += Math.pow(truth[y][x] - lr[y / scale][x / scale], 2);
		return 10 * Math.log10(255 * 255 / (sum / count));
	}

	/** Shrunk in float, and rounded. */
	private static double[][] shrunk(final Img<UnsignedByteType> image) {
		final Img<FloatType> real = ArrayImgs.floats(image.dimensionsAsLongArray());
		LoopBuilder.setImages(image, real).forEachPixel((from, to) -> to.set(from.get()));
		final Img<UnsignedByteType> rounded = ArrayImgs.unsignedBytes(image.dimension(0) / 2, image.dimension(1) / 2);
		LoopBuilder.setImages(MatlabResize.shrink(real, 2), rounded).forEachPixel((from, to) -> to.set(Math.round(Math.max(0, Math.min(255,
			from.get())))));
		return rows(rounded);
	}

	private static double[][] rows(final Img<UnsignedByteType> image) {
		final double[] values = TestImages.values(image);
		final double[][] rows = new double[(int) image.dimension(1)][(int) image.dimension(0)];
		for (int i = 0; i < values.length; i++)
			rows[i / rows[0].length][i % rows[0].length] = values[i];
		return rows;
	}

	/** For a network on R, G and B, each is shrunk in 8 bits, and Y comes last. */
	@ParameterizedTest
	@ValueSource(ints = { 0, 2, 3 })
	void aNetworkOnColoursIsMeasuredByLumaOfItsResult(final int border) {
		final Img<ARGBType> hr = colours(24, 18);
		final int[] shifts = { 16, 8, 0 };
		final double[][][] channels = new double[3][][];
		for (int c = 0; c < 3; c++) {
			final Img<UnsignedByteType> channel = ArrayImgs.unsignedBytes(24, 18);
			for (int y = 0; y < 18; y++)
				for (int x = 0; x < 24; x++)
					channel.getAt(x, y).set(rgb(hr, x, y) >> shifts[c] & 255);
			channels[c] = rows(MatlabResize.shrink(channel, 2));
		}
		final double[][] truth = new double[18][24], lr = new double[9][12];
		for (int y = 0; y < 18; y++)
			for (int x = 0; x < 24; x++)
				truth[y][x] = luma(rgb(hr, x, y) >> 16 & 255, rgb(hr, x, y) >> 8 & 255, rgb(hr, x, y) & 255);
		for (int y = 0; y < 9; y++)
			for (int x = 0; x < 12; x++)
				lr[y][x] = luma(channels[0][y][x], channels[1][y][x], channels[2][y][x]);
		final Score score = score(new EvaluationOptions(Range.AUTO, border, Channels.Y), model(new Edsr(2, 1, 4, 1).network()),
			new EvaluationImage("a", hr, null));
		assertEquals(psnrOfBlocks(truth, lr, 2, border), score.psnr(), 1e-9);
		assertEquals("test", score.model());
		assertEquals("a", score.image());
	}

	/** Y is rounded, shrunk and upscaled in float, and rounded again. */
	@Test
	void whatTakesOneChannelIsMeasuredOnRoundedLuma() {
		final Img<ARGBType> hr = colours(24, 18);
		final double[][] truth = new double[18][24];
		final Img<UnsignedByteType> luma = ArrayImgs.unsignedBytes(24, 18);
		for (int y = 0; y < 18; y++)
			for (int x = 0; x < 24; x++) {
				truth[y][x] = Math.round(luma(rgb(hr, x, y) >> 16 & 255, rgb(hr, x, y) >> 8 & 255, rgb(hr, x, y) & 255));
				luma.getAt(x, y).set((int) truth[y][x]);
			}
		final double expected = psnrOfBlocks(truth, shrunk(luma), 2, 2);
		for (final Method method : new Method[] { NEAREST, model(new Espcn(2, InputChannels.Y).network()) })
			assertEquals(expected, score(EvaluationOptions.benchmark(), method, new EvaluationImage("a", hr, null)).psnr(), 1e-9);
	}

	@ParameterizedTest
	@EnumSource(Channels.class)
	void greyImagesAreShrunkInFloatWhereTheyAreTakenAsLuma(final Channels channels) {
		final Img<UnsignedByteType> hr = TestImages.random(new UnsignedByteType(), 2, 0, 255, 24, 18);
		final double[][] lr = channels == Channels.Y ? shrunk(hr) : rows(MatlabResize.shrink(hr, 2));
		final double expected = psnrOfBlocks(rows(hr), lr, 2, 2);
		assertEquals(expected, score(new EvaluationOptions(Range.AUTO, 2, channels), NEAREST, new EvaluationImage("a", hr, null)).psnr(),
			1e-9);
	}

	@Test
	void a16BitImageNeedsARange() {
		final Img<UnsignedShortType> hr = TestImages.random(new UnsignedShortType(), 3, 0, 4095, 24, 18);
		final EvaluationImage image = new EvaluationImage("a", hr, null);
		assertTrue(assertThrows(IllegalArgumentException.class, () -> score(new EvaluationOptions(Range.AUTO, 0, Channels.EACH), NEAREST,
			image)).getMessage().contains("range is auto"));
		final double psnr = score(new EvaluationOptions(Range.of(4095), 0, Channels.EACH), NEAREST, image).psnr();
		final double wider = score(new EvaluationOptions(Range.of(40950), 0, Channels.EACH), NEAREST, image).psnr();
		assertEquals(20, wider - psnr, 1e-9);
	}

	@Test
	void whatMakesNoWholePixelIsCutOff() {
		final Img<UnsignedByteType> hr = TestImages.random(new UnsignedByteType(), 2, 0, 255, 25, 19);
		final Img<UnsignedByteType> cropped = ArrayImgs.unsignedBytes(24, 18);
		for (int y = 0; y < 18; y++)
			for (int x = 0; x < 24; x++)
				cropped.getAt(x, y).set(hr.getAt(x, y));
		for (final boolean pair : new boolean[] { false, true }) {
			final Img<UnsignedByteType> lr = pair ? MatlabResize.shrink(cropped, 2) : null;
			assertEquals(score(EvaluationOptions.benchmark(), NEAREST, new EvaluationImage("a", cropped, lr)).psnr(), score(EvaluationOptions
				.benchmark(), NEAREST, new EvaluationImage("a", hr, lr)).psnr());
		}
	}

	@Test
	void anLrImageThatIsGivenIsTheOneThatIsUpscaled() {
		final Img<UnsignedByteType> hr = TestImages.random(new UnsignedByteType(), 2, 0, 255, 24, 18);
		final Img<UnsignedByteType> lr = TestImages.random(new UnsignedByteType(), 5, 0, 255, 12, 9);
		final Score score = score(EvaluationOptions.benchmark(), NEAREST, new EvaluationImage("a", hr, lr));
		assertEquals(psnrOfBlocks(rows(hr), rows(lr), 2, 2), score.psnr(), 1e-9);
		assertEquals(consistency(lr), score.consistency(), 0.006); // which is told to two decimals
	}

	/** Of blocks that are shrunk again in float64, without 2 pixels at each side. */
	private static double consistency(final Img<UnsignedByteType> lr) {
		final Img<DoubleType> blocks = ArrayImgs.doubles(2 * lr.dimension(0), 2 * lr.dimension(1));
		for (int y = 0; y < blocks.dimension(1); y++)
			for (int x = 0; x < blocks.dimension(0); x++)
				blocks.getAt(x, y).set(lr.getAt(x / 2, y / 2).get());
		final Img<DoubleType> shrunk = MatlabResize.shrink(blocks, 2);
		double sum = 0;
		int count = 0;
		for (int y = 2; y < lr.dimension(1) - 2; y++)
			for (int x = 2; x < lr.dimension(0) - 2; x++, count++)
				sum += Math.pow(shrunk.getAt(x, y).get() - lr.getAt(x, y).get(), 2);
		return 10 * Math.log10(255 * 255 / (sum / count));
	}

	@Test
	void theSameImageIsPerfect() {
		final Img<UnsignedByteType> hr = ArrayImgs.unsignedBytes(24, 18);
		hr.forEach(pixel -> pixel.set(77));
		final Score score = score(EvaluationOptions.benchmark(), NEAREST, new EvaluationImage("a", hr, null));
		assertEquals(Double.POSITIVE_INFINITY, score.psnr());
		assertEquals(1, score.ssim(), 1e-12);
	}

	@ParameterizedTest
	@CsvSource({ "12, 8", "11, 9", "24, 18", "6, 4" })
	void anLrImageOfAnotherSizeIsRefused(final int width, final int height) {
		final EvaluationImage image = new EvaluationImage("a", ArrayImgs.unsignedBytes(24, 18), ArrayImgs.unsignedBytes(width, height));
		final String message = assertThrows(IllegalArgumentException.class, () -> score(EvaluationOptions.benchmark(), NEAREST, image))
			.getMessage();
		assertTrue(message.startsWith("nearest-x2 on a: The images have 24 x 18 and " + width + " x " + height +
			" pixels, but the model makes 2 pixels of one along each side."), message);
	}

	@Test
	void aBorderThatLeavesNothingIsRefused() {
		final EvaluationImage image = new EvaluationImage("a", TestImages.random(new UnsignedByteType(), 2, 0, 255, 24, 18), null);
		assertTrue(assertThrows(IllegalArgumentException.class, () -> score(new EvaluationOptions(Range.AUTO, 9, Channels.Y), NEAREST,
			image)).getMessage().contains("border is 9"));
		assertThrows(IllegalArgumentException.class, () -> new EvaluationOptions(Range.AUTO, -2, Channels.Y));
	}

	@Test
	void anImageOfLessThanOnePixelIsRefused() {
		final EvaluationImage image = new EvaluationImage("a", ArrayImgs.unsignedBytes(3, 1), null);
		final String message = assertThrows(IllegalArgumentException.class, () -> score(EvaluationOptions.benchmark(), NEAREST, image))
			.getMessage();
		assertTrue(message.startsWith("nearest-x2 on a: The image has 3 x 1 pixels, which make no LR pixel"), message);
	}
}
