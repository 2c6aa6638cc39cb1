package sc.fiji.superres.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import ij.Macro;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MacroOptionsTest {

	@Test
	void keysKeepTheirOrder() {
		final Map<String, String> texts = MacroOptions.parse("model=edsr-x2 tile_size=64 fast input=[a b.tif] halo=auto ");
		assertEquals(List.of("model", "tile_size", "fast", "input", "halo"), List.copyOf(texts.keySet()));
		assertEquals(List.of("edsr-x2", "64", "true", "a b.tif", "auto"), List.copyOf(texts.values()));
	}

	@Test
	void withoutOptionsThereIsNothing() {
		assertTrue(MacroOptions.parse(null).isEmpty());
		assertTrue(MacroOptions.parse("").isEmpty());
		assertTrue(MacroOptions.parse("   ").isEmpty());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = {
		"a=1            | 1",
		"a=             | ''",
		"a=[]           | ''",
		"a=[x y]        | x y",
		"a=[x [y] z]    | x [y] z",
		"a='x y'        | x y",
		"a='x [y'       | x [y",
		"a=x'y          | x'y",
		"a=x[y          | x[y",
		"a=b=c          | b=c",
		"a=1 a=2        | 1",
		"b=[a=3 ] a=1   | 1",
		"a=-7,5         | -7,5",
		"a=C:/Bilder/ä  | C:/Bilder/ä",
		"a              | true",
	})
	void aValueIsReadAsImageJReadsIt(final String options, final String text) {
		final String expected = text.equals("''") ? "" : text;
		assertEquals(expected, MacroOptions.parse(options).get("a"));
		final boolean found = !options.startsWith("b") && options.contains("=");
		if (found) assertEquals(Macro.getValue(options, "a", null), expected);
	}

	/** ImageJ also finds a key within another value, so no value here holds one. */
	@Test
	void randomOptionsAreReadAsImageJReadsThem() {
		final Random random = new Random(5);
		for (int run = 0; run < 300; run++) {
			final List<String> options = new ArrayList<>();
			for (int i = 0; i < 4; i++) {
				final StringBuilder value = new StringBuilder();
				for (int j = random.nextInt(8); j > 0; j--)
					value.append("xyz0123-._,:/".charAt(random.nextInt(13)));
				final String spaced = value + " " + value;
				options.add("key_" + (char) ('a' + i) + "=" + List.of(value, "[" + value + "]", "[" + spaced + "]", "'" + spaced + "'", "[[" +
					spaced + "] " + value + "]").get(random.nextInt(5)));
			}
			final String text = String.join(" ".repeat(1 + random.nextInt(2)), options);
			final Map<String, String> texts = MacroOptions.parse(text);
			assertEquals(4, texts.size(), text);
			texts.forEach((key, value) -> assertEquals(Macro.getValue(text, key, null), value, text));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "a=[x y b=1", "a=[x [y] b=1", "a='x y b=1", "b=1 a=[" })
	void aValueThatIsNotClosedIsAnError(final String options) {
		final String message = assertThrows(IllegalArgumentException.class, () -> MacroOptions.parse(options)).getMessage();
		assertTrue(message.startsWith("The value of a in the macro begins with ") && message.endsWith("is missing."), message);
	}

	@Test
	void aValueWithoutAKeyIsAnError() {
		final String message = assertThrows(IllegalArgumentException.class, () -> MacroOptions.parse("a=1 =5 b=2")).getMessage();
		assertEquals("\"=5\" in the macro has no key. Options are written key=value.", message);
	}
}
