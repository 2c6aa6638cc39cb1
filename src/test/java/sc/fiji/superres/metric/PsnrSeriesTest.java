package sc.fiji.superres.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.superres.TestImages.random;
import static sc.fiji.superres.TestImages.randomColours;
import static sc.fiji.superres.TestImages.values;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.NumericType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * One convention and one range for all planes of a stack.
 */
public class PsnrSeriesTest {

	private static final MetricOptions DEFAULTS = MetricOptions.defaults();

	private static List<PsnrResult> measure(final MetricOptions options,
		final List<? extends RandomAccessibleInterval<? extends NumericType<?>>> references,
		final List<? extends RandomAccessibleInterval<? extends NumericType<?>>> tests)
	{
		final PsnrSeries series = PsnrSeries.of(options);
		if (series.needsScan()) references.forEach(series::scan);
		final List<PsnrResult> results = new ArrayList<>();
		for (int i = 0; i < references.size(); i++)
			results.add(series.compute(references.get(i), tests.get(i)));
		return results;
	}

	private static List<Img<UnsignedShortType>> planes(final int seed, final int count) {
		return IntStream.range(0, count).mapToObj(i -> random(new UnsignedShortType(), seed + i, 100 * i, 1000 + 50 * i, 9, 7)).toList();
	}

	@ParameterizedTest
	@ValueSource(strings = { "type", "4095", "0.5" })
	public void planesAreMeasuredAsIfAlone(final String range) {
		final MetricOptions options = DEFAULTS.range(Range.parse(range)).border(1);
		final List<Img<UnsignedShortType>> references = planes(1, 4);
		final List<Img<UnsignedShortType>> tests = planes(11, 4);
		final List<PsnrResult> results = measure(options, references, tests);
		for (int i = 0; i < 4; i++)
			assertEquals(Psnr.of(options).compute(references.get(i), tests.get(i)), results.get(i));
	}

	@Test
	public void coloursAreMeasuredAsIfAlone() {
		for (final Channels channels : Channels.values()) {
			final MetricOptions options = DEFAULTS.channels(channels);
			assertEquals(List.of(Psnr.of(options).compute(randomColours(1, 5, 6), randomColours(2, 5, 6)), Psnr.of(options).compute(
				randomColours(3, 5, 6), randomColours(4, 5, 6))), measure(options, List.of(randomColours(1, 5, 6), randomColours(3, 5, 6)),
					List.of(randomColours(2, 5, 6), randomColours(4, 5, 6))));
		}
	}

	@Test
	public void onlyTheRangeOfTheReferenceNeedsAScan() {
		assertTrue(PsnrSeries.of(DEFAULTS.range(Range.parse("reference"))).needsScan());
		for (final String range : List.of("auto", "type", "7"))
			assertFalse(PsnrSeries.of(DEFAULTS.range(Range.parse(range))).needsScan());
	}

	/** The second plane alone would have the range 550. */
	@Test
	public void theRangeOfTheReferenceIsThatOfAllPlanes() {
		final List<Img<UnsignedShortType>> references = planes(1, 3);
		final List<Img<UnsignedShortType>> tests = planes(11, 3);
		final double[] all = references.stream().flatMapToDouble(plane -> Arrays.stream(values(plane))).sorted().toArray();
		final double range = all[all.length - 1] - all[0];
		final List<PsnrResult> results = measure(DEFAULTS.range(Range.REFERENCE), references, tests);
		for (int i = 0; i < 3; i++) {
			assertEquals(range, results.get(i).range());
			assertEquals(Psnr.of(DEFAULTS.range(range)).compute(references.get(i), tests.get(i)), results.get(i));
		}
	}

	@Test
	public void aConstantPlaneIsNoHindrance() {
		final Img<FloatType> constant = ArrayImgs.floats(new float[] { 3, 3 }, 2, 1);
		final Img<FloatType> other = ArrayImgs.floats(new float[] { Float.NaN, 5 }, 2, 1);
		final List<PsnrResult> results = measure(DEFAULTS.range(Range.REFERENCE), List.of(constant, other), List.of(other, constant));
		assertEquals(2, results.get(0).range());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"3, 3     | 3, 3     | range is reference, but the values of the reference go from 3 to 3; they must differ and be " +
			"finite.",
		"NaN, NaN | NaN, NaN | range is reference, but the values of the reference are all NaN; they must differ and be finite.",
		"3, 4     | Infinity, 3 | go from 3 to Infinity",
	})
	public void aReferenceWithoutARangeIsRefused(final String one, final String two, final String message) {
		final List<Img<FloatType>> planes = List.of(floats(one), floats(two));
		assertRefused(message, () -> measure(DEFAULTS.range(Range.REFERENCE), planes, planes));
	}

	private static Img<FloatType> floats(final String values) {
		final String[] texts = values.split(", ");
		return ArrayImgs.floats(new float[] { Float.parseFloat(texts[0]), Float.parseFloat(texts[1]) }, 2, 1);
	}

	/** A long scan would be in vain. */
	@Test
	public void pairsAreRefusedBeforeAScan() {
		final PsnrSeries series = PsnrSeries.of(DEFAULTS.range(Range.REFERENCE).border(2));
		assertRefused("The reference is 7 x 7 and the test image 7 x 8 pixels", () -> series.check(ArrayImgs.floats(7, 7), ArrayImgs
			.floats(7, 8)));
		assertRefused("The reference is 32-bit float and the test image 8-bit", () -> series.check(ArrayImgs.floats(7, 7), ArrayImgs
			.unsignedBytes(7, 7)));
		assertRefused("border is 2 pixels, which leaves nothing of 4 x 4", () -> series.check(ArrayImgs.floats(4, 4), ArrayImgs.floats(4,
			4)));
	}

	@Test
	public void planesOfOtherKindsAreRefused() {
		final PsnrSeries series = PsnrSeries.of(DEFAULTS.range(Range.TYPE));
		series.compute(ArrayImgs.unsignedBytes(3, 4), ArrayImgs.unsignedBytes(3, 4));
		assertRefused("A plane is 16-bit of 3 x 4 pixels, but those before were 8-bit of 3 x 4 pixels", () -> series.compute(ArrayImgs
			.unsignedShorts(3, 4), ArrayImgs.unsignedShorts(3, 4)));
		assertRefused("A plane is 8-bit of 4 x 4 pixels", () -> series.compute(ArrayImgs.unsignedBytes(4, 4), ArrayImgs.unsignedBytes(4,
			4)));
	}

	@Test
	public void automaticRangeOf16BitIsRefused() {
		assertRefused("Choose type (65535)", () -> measure(DEFAULTS, planes(1, 2), planes(1, 2)));
	}

	private static void assertRefused(final String sentence, final Runnable action) {
		final String message = assertThrows(IllegalArgumentException.class, action::run).getMessage();
		assertTrue(message.contains(sentence), message);
	}
}
