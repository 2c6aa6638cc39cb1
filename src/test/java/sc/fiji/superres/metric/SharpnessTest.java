package sc.fiji.superres.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.superres.TestImages;
import sc.fiji.superres.resample.MatlabResize;

class SharpnessTest {

	private static final Sharpness GREY = Sharpness.of(MetricOptions.defaults().range(255));

	private static Img<FloatType> random(final long seed, final int width, final int height) {
		return TestImages.random(new FloatType(), seed, 0, 255, width, height);
	}

	/** Pixel by pixel. */
	private static double gradient(final RandomAccessibleInterval<FloatType> image, final int border) {
		double sum = 0;
		int count = 0;
		for (int y = border; y < image.dimension(1) - border - 1; y++)
			for (int x = border; x < image.dimension(0) - border - 1; x++, count++) {
				final double pixel = image.getAt(x, y).get();
				sum += Math.sqrt(Math.pow(image.getAt(x + 1, y).get() - pixel, 2) + Math.pow(image.getAt(x, y + 1).get() - pixel, 2));
			}
		return sum / count;
	}

	@ParameterizedTest
	@CsvSource({ "1, 2, 2, 0", "2, 9, 5, 0", "3, 12, 17, 2", "4, 40, 31, 4", "5, 7, 8, 2" })
	void isTheQuotientOfTheGradients(final long seed, final int width, final int height, final int border) {
		final Img<FloatType> reference = random(seed, width, height), test = random(seed + 100, width, height);
		assertEquals(gradient(test, border) / gradient(reference, border), Sharpness.of(MetricOptions.defaults().range(255).border(
			border)).compute(reference, test), 1e-9);
	}

	@Test
	void anImageIsAsSharpAsItself() {
		assertEquals(1, GREY.compute(random(1, 20, 10), random(1, 20, 10)));
		final var colours = TestImages.randomColours(1, 20, 20);
		assertEquals(1, Sharpness.of(MetricOptions.benchmark(2)).compute(colours, colours));
	}

	@Test
	void contrastCountsAndBrightnessDoesNot() {
		final Img<FloatType> reference = random(1, 20, 10), test = random(1, 20, 10);
		test.forEach(pixel -> pixel.set(0.5f * pixel.get() + 10));
		assertEquals(0.5, GREY.compute(reference, test), 1e-6);
	}

	@Test
	void interpolationIsBlurred() {
		final Img<UnsignedByteType> truth = TestImages.random(new UnsignedByteType(), 1, 0, 255, 40, 40);
		final double sharpness = Sharpness.of(MetricOptions.benchmark(2)).compute(truth, MatlabResize.enlarge(MatlabResize.shrink(truth,
			2), 2));
		assertTrue(sharpness > 0 && sharpness < 0.5, String.valueOf(sharpness));
	}

	@Test
	void whatCannotBeSaidIsNoNumber() {
		final Img<FloatType> flat = ArrayImgs.floats(5, 5), wave = random(1, 5, 5);
		assertFalse(Double.isFinite(GREY.compute(flat, wave)));
		wave.getAt(2, 2).set(Float.NaN);
		assertTrue(Double.isNaN(GREY.compute(random(2, 5, 5), wave)));
	}

	@Test
	void imagesMustFitTogether() {
		assertThrows(IllegalArgumentException.class, () -> GREY.compute(random(1, 5, 5), random(1, 5, 6)));
		assertThrows(IllegalArgumentException.class, () -> GREY.compute(random(1, 1, 5), random(1, 1, 5)));
		assertThrows(IllegalArgumentException.class, () -> Sharpness.of(MetricOptions.defaults().range(255).border(2)).compute(random(1, 5,
			5), random(2, 5, 5)));
	}
}
