package sc.fiji.superres.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.superres.TestImages.random;
import static sc.fiji.superres.TestImages.randomColours;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import net.imglib2.Interval;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.util.Intervals;

/**
 * Means and spreads by hand, and what becomes of planes without error and planes with NaN.
 */
public class PsnrSummaryTest {

	private static final String CONVENTION = "range 10, border 0, one channel, no rounding";

	/** A plane of one channel with range 10: PSNR is 20 dB less 10 log10 of the MSE. */
	private static PsnrResult plane(final double mse) {
		return PsnrResult.of(List.of(PsnrResult.Channel.of("grey", 10, mse)), 10, CONVENTION);
	}

	private static PsnrSummary summary(final double... mses) {
		final List<PsnrResult> planes = new ArrayList<>();
		for (final double mse : mses)
			planes.add(plane(mse));
		return PsnrSummary.of(planes);
	}

	/** 10, 20 and 30 dB: the sample's variance is (100 + 0 + 100) / 2; MSE 11.1 / 3 = 3.7. */
	@Test
	public void meanDeviationAndPooledByHand() {
		final PsnrSummary summary = summary(10, 1, 0.1);
		assertEquals(20, summary.psnr().mean(), 1e-12);
		assertEquals(10, summary.psnr().standardDeviation(), 1e-12);
		assertEquals(3.7, summary.pooled().mse(), 1e-12);
		assertEquals(20 - 10 * Math.log10(3.7), summary.pooled().psnr(), 1e-12);
		assertEquals(List.of(summary.psnr()), summary.channels());
		assertEquals("mean of 3 planes", summary.averaging());
		assertEquals(CONVENTION + ", mean of 3 planes", summary.convention());
		assertEquals(CONVENTION + ", one MSE of all planes", summary.pooled().convention());
	}

	@Test
	public void onePlaneHasNoDeviation() {
		final PsnrSummary summary = summary(1);
		assertEquals(20, summary.psnr().mean(), 1e-12);
		assertEquals(Double.NaN, summary.psnr().standardDeviation());
		assertEquals("mean of 1 plane", summary.label());
	}

	/** They would make the mean infinite, whatever the others are. The pooled MSE takes them as they are. */
	@Test
	public void planesWithoutErrorAreCountedAndLeftOutOfTheMean() {
		final PsnrSummary summary = summary(10, 0, 1, 0.1, 0);
		assertEquals(20, summary.psnr().mean(), 1e-12);
		assertEquals(10, summary.psnr().standardDeviation(), 1e-12);
		assertEquals(2, summary.psnr().withoutError());
		assertEquals(11.1 / 5, summary.pooled().mse(), 1e-12);
		assertEquals("mean of 3 of 5 planes", summary.label());
		assertEquals("mean of 3 of 5 planes, left out 2 without error", summary.averaging());
	}

	@Test
	public void undefinedPlanesAreCountedAndLeftOutOfBoth() {
		final PsnrSummary summary = summary(10, Double.NaN, 0.1, Double.POSITIVE_INFINITY, 0);
		assertEquals(20, summary.psnr().mean(), 1e-12);
		assertEquals(2, summary.psnr().undefined());
		assertEquals(10.1 / 3, summary.pooled().mse(), 1e-12);
		assertEquals("mean of 2 of 5 planes, left out 1 without error and 2 with NaN or infinite pixels", summary.averaging());
	}

	@Test
	public void identicalStacksGiveInfinity() {
		final PsnrSummary summary = summary(0, 0, 0);
		assertEquals(new MeanPsnr(Double.POSITIVE_INFINITY, Double.NaN, 3, 3, 3, 0), summary.psnr());
		assertEquals(Double.POSITIVE_INFINITY, summary.pooled().psnr());
		assertEquals("mean of 3 planes", summary.averaging());
		assertEquals("mean of 2 of 3 planes, left out 1 with NaN or infinite pixels", summary(0, Double.NaN, 0).averaging());
	}

	@Test
	public void nothingDefinedGivesNotANumber() {
		final PsnrSummary summary = summary(Double.NaN, Double.POSITIVE_INFINITY);
		assertEquals(Double.NaN, summary.psnr().mean());
		assertEquals(Double.NaN, summary.pooled().psnr());
		assertEquals("mean of 0 of 2 planes, left out 2 with NaN or infinite pixels", summary.averaging());
	}

	/** The mean of logarithms is no logarithm of a mean. */
	@Test
	public void pooledIsNeverAboveTheMean() {
		final Random random = new Random(5);
		for (int i = 0; i < 50; i++) {
			final PsnrSummary summary = summary(random.nextDouble(), random.nextDouble(), random.nextDouble());
			assertTrue(summary.pooled().psnr() < summary.psnr().mean());
		}
		assertEquals(20, summary(1, 1, 1).pooled().psnr(), 1e-12);
	}

	/** All planes side by side as one image. */
	@Test
	public void pooledIsThePsnrOfOneLargePlane() {
		final Img<DoubleType> a = random(new DoubleType(), 1, 0, 1, 12, 30);
		final Img<DoubleType> b = random(new DoubleType(), 2, 0, 1, 12, 30);
		final Psnr psnr = Psnr.of(MetricOptions.defaults().range(1));
		final List<PsnrResult> planes = new ArrayList<>();
		for (int i = 0; i < 30; i += 10)
			planes.add(psnr.compute(a.view().interval(rows(i)), b.view().interval(rows(i))));
		assertEquals(psnr.compute(a, b).psnr(), PsnrSummary.of(planes).pooled().psnr(), 1e-11);
	}

	private static Interval rows(final long first) {
		return Intervals.createMinSize(0, first, 12, 10);
	}

	@Test
	public void eachColourHasItsMean() {
		final Psnr psnr = Psnr.of(MetricOptions.defaults().channels(Channels.EACH));
		final List<PsnrResult> planes = List.of(psnr.compute(randomColours(1, 8, 8), randomColours(2, 8, 8)), psnr.compute(randomColours(3,
			8, 8), randomColours(4, 8, 8)));
		final PsnrSummary summary = PsnrSummary.of(planes);
		for (int c = 0; c < 3; c++)
			assertEquals((planes.get(0).channels().get(c).psnr() + planes.get(1).channels().get(c).psnr()) / 2, summary.channels().get(c)
				.mean(), 1e-12);
		assertEquals((planes.get(0).psnr() + planes.get(1).psnr()) / 2, summary.psnr().mean(), 1e-12);
		assertEquals(List.of("R", "G", "B"), summary.pooled().channels().stream().map(PsnrResult.Channel::name).toList());
		assertEquals((planes.get(0).mse() + planes.get(1).mse()) / 2, summary.pooled().mse(), 1e-9);
	}

	@Test
	public void onlyPlanesOfOneConventionHaveAMean() {
		assertThrows(IllegalArgumentException.class, () -> PsnrSummary.of(List.of()));
		final PsnrResult other = PsnrResult.of(List.of(PsnrResult.Channel.of("grey", 9, 1)), 9, "range 9");
		assertTrue(assertThrows(IllegalArgumentException.class, () -> PsnrSummary.of(List.of(plane(1), other))).getMessage().contains(
			"range 9"));
	}
}
