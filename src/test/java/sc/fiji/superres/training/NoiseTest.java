package sc.fiji.superres.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.superres.TestImages;
import sc.fiji.superres.network.InputChannels;
import sc.fiji.superres.resample.PsfSampling;

class NoiseTest {

	private static final int COUNT = 200_000;

	private static float[] noisy(final Noise noise, final float greyLevel, final long seed) {
		final float[] values = new float[COUNT];
		Arrays.fill(values, greyLevel);
		noise.addTo(values, new SplittableRandom(seed));
		return values;
	}

	private static double mean(final float[] values) {
		double sum = 0;
		for (final float value : values)
			sum += value;
		return sum / values.length;
	}

	private static double variance(final float[] values) {
		final double mean = mean(values);
		double sum = 0;
		for (final float value : values)
			sum += (value - mean) * (value - mean);
		return sum / values.length;
	}

	/** Mean and variance of a Poisson distribution are equal, counted in photons; few ones and many are drawn differently. */
	@ParameterizedTest
	@CsvSource({ "100, 10", "100, 100", "100, 255", "1000, 3", "1000, 200", "20, 255", "5, 1" })
	void poisson(final double photons, final float greyLevel) {
		final float[] values = noisy(new Noise(photons, 0), greyLevel, 1);
		final double expected = greyLevel * photons / 255, perPhoton = 255 / photons;
		assertEquals(expected, mean(values) / perPhoton, 5 * Math.sqrt(expected / COUNT));
		assertEquals(expected, variance(values) / perPhoton / perPhoton, 0.03 * expected + 5 * Math.sqrt(expected / COUNT));
		for (final float value : values)
			assertEquals(Math.rint(value / perPhoton), value / perPhoton, 1e-4);
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0.5, 5, 30 })
	void gaussian(final double deviation) {
		final float[] values = noisy(new Noise(0, deviation), 100, 2);
		assertEquals(100, mean(values), 5 * deviation / Math.sqrt(COUNT));
		assertEquals(deviation * deviation, variance(values), 0.02 * deviation * deviation);
	}

	@Test
	void bothAddTheirVariances() {
		final double photons = 200;
		final float[] values = noisy(new Noise(photons, 4), 128, 3);
		final double expected = 128 * 255 / photons + 4 * 4;
		assertEquals(expected, variance(values), 0.02 * expected);
	}

	@Test
	void blackHasNoPhotons() {
		assertArrayEquals(new float[COUNT], noisy(new Noise(50, 0), 0, 4));
		assertArrayEquals(new float[COUNT], noisy(new Noise(50, 0), -3, 4));
	}

	@Test
	void itFollowsTheSeed() {
		final Noise noise = new Noise(100, 2);
		assertArrayEquals(noisy(noise, 50, 5), noisy(noise, 50, 5));
		assertFalse(Arrays.equals(noisy(noise, 50, 5), noisy(noise, 50, 6)));
	}

	@Test
	void withoutNoiseARasterStaysAsItIs() {
		final Raster raster = Raster.of(new float[] { 1, 2, 3, 4 }, 2, 2, 1);
		assertSame(raster, Noise.NONE.on(raster, 1));
		final Raster noisy = new Noise(0, 1).on(raster, 1);
		assertArrayEquals(new Noise(0, 1).on(raster, 1).toFloats(), noisy.toFloats());
		assertEquals(1, raster.samples().get(0));
	}

	@ParameterizedTest
	@CsvSource({ "-1, 0, photons is -1.0", "NaN, 0, photons is NaN", "Infinity, 0, photons is Infinity", "0, -0.5, noise is -0.5",
		"0, NaN, noise is NaN" })
	void wrongNumbersAreRefused(final double photons, final double deviation, final String message) {
		assertTrue(assertThrows(IllegalArgumentException.class, () -> new Noise(photons, deviation)).getMessage().startsWith(message));
	}

	@Test
	void aDegradationWithAPsfSamplesIt() {
		final Img<FloatType> image = TestImages.random(new FloatType(), 1, 0, 255, 12, 10);
		final Raster hr = Raster.of(toFloats(image), 12, 10, 1);
		assertArrayEquals(toFloats(PsfSampling.shrink(image, 2, 1.3)), new Degradation(1.3, Noise.NONE).shrink(hr, 2).toFloats(), 1e-4f);
	}

	/** 8 bits stay 8 bits, in memory as in what the network sees. */
	@Test
	void degradedImagesKeepTheirKind() {
		final Raster colours = Rasters.of(TestImages.randomColours(1, 12, 8), InputChannels.RGB).get(0);
		for (final Degradation degradation : List.of(Degradation.BICUBIC, new Degradation(1, Noise.NONE)))
			assertTrue(degradation.shrink(colours, 2).samples() instanceof Samples.Bytes);
	}

	@Test
	void degradationsAreNamed() {
		assertEquals("MATLAB's bicubic", Degradation.BICUBIC.toString());
		assertEquals("Gaussian PSF of 1.5 HR pixels, Poisson noise of 200.0 photons at white, Gaussian noise of 2.0 grey levels",
			new Degradation(1.5, new Noise(200, 2)).toString());
		assertThrows(IllegalArgumentException.class, () -> new Degradation(-1, Noise.NONE));
		assertThrows(IllegalArgumentException.class, () -> new Degradation(Double.NaN, Noise.NONE));
	}

	private static float[] toFloats(final Img<FloatType> image) {
		final float[] values = new float[(int) image.size()];
		int i = 0;
		for (final FloatType pixel : image.view().flatIterable())
			values[i++] = pixel.get();
		return values;
	}
}
