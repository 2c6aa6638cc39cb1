package sc.fiji.superres.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.File;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.module.ModuleItem;

class InputTextTest {

	private final TestContext context = new TestContext();

	@AfterEach
	void dispose() {
		context.close();
	}

	@Test
	void textsBecomeValuesOfTheType() {
		assertEquals(12, parse("count", "12"));
		assertEquals(-3, parse("count", " -3 "));
		assertEquals(1L << 40, parse("seed", "1099511627776"));
		assertEquals(4e-4, parse("rate", "4e-4"));
		assertEquals(0.5, parse("rate", "0.5"));
		assertEquals(true, parse("fast", "true"));
		assertEquals(false, parse("fast", "false"));
		assertEquals(" two words ", parse("free_text", " two words "));
		assertEquals("", parse("free_text", ""));
		assertEquals(new File("/data/a b.tif"), parse("file", "/data/a b.tif"));
		assertNull(parse("file", " "));
		assertEquals(TestCommands.Colour.RED, parse("colour", "RED"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"count  | 4.7                  | a whole number.",
		"count  | abc                  | a whole number.",
		"count  | ''                   | a whole number.",
		"count  | 1,5                  | a whole number.",
		"count  | 3000000000           | a whole number that is not so large.",
		"seed   | 99999999999999999999 | a whole number that is not so large.",
		"rate   | 0,5                  | a number.",
		"rate   | NaN                  | a number.",
		"rate   | Infinity             | a number.",
		"rate   | 4f                   | a number.",
		"rate   | 1e999                | a number.",
		"fast   | yes                  | true or false.",
		"fast   | TRUE                 | true or false.",
		"colour | red                  | one of RED, GREEN.",
	})
	void whatIsNoValueIsRefusedByName(final String key, final String text, final String allowed) {
		assertEquals(key + " is \"" + text + "\", but must be " + allowed, refusal(key, text));
	}

	@Test
	void withoutAnOpenImageNoTitleIsFound() {
		assertEquals("input is \"cells.tif\", but no open image has this title. No image is open.", refusal("input", "cells.tif"));
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0, 1, -2.5, 4e-4, 1e-7, 123456789, 0.1, 1e-300, 1e300, Double.MIN_VALUE })
	void numbersAreReadAsTheyAreWritten(final double value) {
		assertEquals(value, parse("rate", InputText.of(value)));
	}

	@Test
	void numbersAreWrittenWithoutOrnaments() {
		assertEquals("0.0004", InputText.of(4e-4));
		assertEquals("1", InputText.of(1.0));
		assertEquals("100", InputText.of(100.0));
		assertEquals("0.1", InputText.of(0.1f));
		assertEquals("-7", InputText.of(-7));
		assertEquals("", InputText.of(null));
		assertEquals("GREEN", InputText.of(TestCommands.Colour.GREEN));
	}

	private String refusal(final String key, final String text) {
		return assertThrows(IllegalArgumentException.class, () -> parse(key, text)).getMessage();
	}

	private Object parse(final String key, final String text) {
		final ModuleItem<?> item = context.info(TestCommands.All.class).getInput(key);
		return InputText.parse(item, text);
	}
}
