package sc.fiji.superres.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutputNamesTest {

	@ParameterizedTest
	@CsvSource({ "{name},a.tif,a.tif", "{name},my day/a.b.png,my day/a.b.tif", "{name}-{model},x/a.png,x/a-edsr-x2.tif",
		"{file},a.png,a.png.tif", "{scale} {name},ä.png,x2 ä.tif", "{name},noextension,noextension.tif", "{name},$1.png,$1.tif",
		"{name}_$0,a\\b.png,a\\b_$0.tif" })
	void names(final String naming, final String image, final String result) {
		assertEquals(result, new OutputNames("tif", naming, "edsr-x2", 2).of(image));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/models/mine", "/models/mine/", "C:\\models\\mine", "/models/mine.zip", "mine" })
	void aModelThatIsNamedByItsPath(final String model) {
		assertEquals("a-mine.png", new OutputNames("png", "{name}-{model}", model, 2).of("a.tif"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "result", "{model}", "{name}/{model}", "../{name}", "{Name}", "{name}{date}", ".{name}", "{name}:1",
		"{name}\n" })
	void patternsThatAreNone(final String naming) {
		final String message = assertThrows(IllegalArgumentException.class, () -> new OutputNames("tif", naming, "edsr-x2", 2))
			.getMessage();
		assertTrue(message.startsWith("naming is \"" + naming + "\", but must be "), message);
	}

	@Test
	void anUnknownFormat() {
		final String message = assertThrows(IllegalArgumentException.class, () -> new OutputNames("bmp", "{name}", "edsr-x2", 2))
			.getMessage();
		assertEquals("format is \"bmp\", but must be one of tif, png, jpg.", message);
	}

	@Test
	void twoOfOneNameAreRefused() {
		final OutputNames names = new OutputNames("tif", "{name}", "edsr-x2", 2);
		final String message = assertThrows(IllegalArgumentException.class, () -> names.of(List.of("a.png", "b.png", "A.tif")))
			.getMessage();
		assertTrue(message.startsWith("The results of a.png and A.tif would both be A.tif."), message);
		assertEquals(Map.of("a.png", "a.png.tif", "a.tif", "a.tif.tif"), new OutputNames("tif", "{file}", "edsr-x2", 2).of(List.of("a.png",
			"a.tif")));
	}
}
