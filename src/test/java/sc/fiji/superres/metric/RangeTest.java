package sc.fiji.superres.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.NumericType;

/**
 * What {@code auto | type | reference | NUMBER} mean for each pixel type.
 */
public class RangeTest {

	@Test
	public void readsTheWords() {
		assertSame(Range.AUTO, Range.parse("auto"));
		assertSame(Range.TYPE, Range.parse(" Type "));
		assertSame(Range.REFERENCE, Range.parse("REFERENCE"));
	}

	@Test
	public void readsNumbersWithADecimalPoint() {
		assertEquals(4095, Range.parse("4095").resolve(ArrayImgs.unsignedShorts(1, 1)));
		assertEquals(0.5, Range.parse(" 0.5 ").resolve(ArrayImgs.unsignedBytes(1, 1)));
		assertEquals(1000, Range.parse("1e3").resolve(ArrayImgs.argbs(1, 1)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "abc", "0", "-1", "NaN", "Infinity", "4095,5", "1 000" })
	public void refusesOtherText(final String text) {
		assertRefused("range is '" + text + "'; it must be auto, type, reference or a number above 0", () -> Range.parse(text));
	}

	@Test
	public void refusesOtherNumbers() {
		assertRefused("range is 0;", () -> Range.of(0));
		assertRefused("range is -2.5;", () -> Range.of(-2.5));
		assertRefused("range is NaN;", () -> Range.of(Double.NaN));
		assertRefused("range is Infinity;", () -> MetricOptions.defaults().range(Double.POSITIVE_INFINITY));
	}

	@Test
	public void writesWhatItReads() {
		for (final String text : new String[] { "auto", "type", "reference", "255", "0.25", "65535" })
			assertEquals(text, Range.parse(text).toString());
		assertEquals(Range.of(255), Range.parse("255.0"));
	}

	@Test
	public void autoIs255OrAQuestion() {
		assertEquals(255, Range.AUTO.resolve(ArrayImgs.unsignedBytes(1, 1)));
		assertEquals(255, Range.AUTO.resolve(ArrayImgs.argbs(1, 1)));
		assertRefused("the reference is 16-bit. Choose type (65535), reference", () -> Range.AUTO.resolve(ArrayImgs.unsignedShorts(1, 1)));
		assertRefused("the reference is 32-bit float. Choose reference", () -> Range.AUTO.resolve(ArrayImgs.floats(1, 1)));
	}

	@Test
	public void typeIsMaximumMinusMinimumOfIntegers() {
		assertEquals(255, Range.TYPE.resolve(ArrayImgs.unsignedBytes(1, 1)));
		assertEquals(255, Range.TYPE.resolve(ArrayImgs.argbs(1, 1)));
		assertEquals(65535, Range.TYPE.resolve(ArrayImgs.unsignedShorts(1, 1)));
		assertEquals(65535, Range.TYPE.resolve(ArrayImgs.shorts(1, 1)));
		assertEquals(4095, Range.TYPE.resolve(ArrayImgs.unsigned12Bits(1, 1)));
		assertRefused("range is type, but the reference is 32-bit float", () -> Range.TYPE.resolve(ArrayImgs.floats(1, 1)));
	}

	@Test
	public void referenceIsMaximumMinusMinimumOfItsPixels() {
		assertEquals(4.5, Range.REFERENCE.resolve(ArrayImgs.floats(new float[] { -1, 3.5f, Float.NaN }, 3, 1)));
		assertEquals(50000, Range.REFERENCE.resolve(ArrayImgs.unsignedShorts(new short[] { 7, (short) 50007 }, 2, 1)));
		assertEquals(0x40, Range.REFERENCE.resolve(ArrayImgs.argbs(new int[] { 0xff204060, 0xff304050 }, 2, 1)));
	}

	@Test
	public void referenceNeedsTwoFiniteValues() {
		assertConstant("from 7 to 7", ArrayImgs.doubles(new double[] { 7, 7 }, 2, 1));
		assertConstant("to Infinity", ArrayImgs.doubles(new double[] { 7, Double.POSITIVE_INFINITY }, 2, 1));
		assertConstant("Choose a number", ArrayImgs.doubles(new double[] { Double.NaN }, 1, 1));
	}

	private static void assertConstant(final String sentence, final RandomAccessibleInterval<? extends NumericType<?>> reference) {
		assertRefused(sentence, () -> Range.REFERENCE.resolve(reference));
	}

	private static void assertRefused(final String sentence, final Runnable action) {
		final String message = assertThrows(IllegalArgumentException.class, action::run).getMessage();
		assertTrue(message.contains(sentence), message);
	}
}
