package sc.fiji.superres.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import ij.ImagePlus;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.superres.imagej.MacroOptions;

/** What a macro or a command line of ImageJ2 has written, after ImageJ2 has set the inputs in its lenient way. */
class WrittenInputsTest {

	@RegisterExtension
	final Commands commands = new Commands();

	private final SuperResolutionCommand psnr = (SuperResolutionCommand) commands.module(PsnrCommand.class, "reference", TestInputs.image(8, 9, 7), "test",
		TestInputs.image(8, 9, 7)).getDelegateObject();

	private void apply(final String options) {
		WrittenInputs.apply(psnr, MacroOptions.parse(options));
	}

	@Test
	void numbersAndFlagsAreReadAsTheyAreWritten() {
		apply("reference=[a b] test=c border=3 error_map ");
		assertEquals(3, psnr.getInput("border"));
		assertEquals(true, psnr.getInput("error_map"));
		apply("error_map=false");
		assertEquals(false, psnr.getInput("error_map"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"bordr=2        | \"bordr\" is not a key of \"Measure PSNR...\". The keys are reference, test, range, border, " +
			"channels, error_map;",
		"message=x      | \"message\" is not a key",
		"status=x       | \"status\" is not a key",
		"border=abc     | border is \"abc\", but must be a whole number.",
		"border=4.7     | border is \"4.7\", but must be a whole number.",
		"border=2,5     | border is \"2,5\", but must be a whole number.",
		"error_map=yes  | error_map is \"yes\", but must be true or false.",
		"border=[2      | The value of border in the macro begins with [",
	})
	void whatIsWrongIsNamed(final String options, final String message) {
		final String found = assertThrows(IllegalArgumentException.class, () -> apply(options)).getMessage();
		assertTrue(found.startsWith(message), found);
	}

	/** ImageJ2 makes an image without pixels of a title that it does not know. */
	@Test
	void aTitleThatDoesNotExistIsNamed() {
		psnr.setInput("test", new ImagePlus());
		final String message = assertThrows(IllegalArgumentException.class, () -> apply("test=[my cells]")).getMessage();
		assertEquals("test is \"my cells\", but no image of this title is open, and no such file is there. Open an image " +
			"first.", message);
	}

	/** ImageJ2 would compare the current image with itself. */
	@Test
	void anImageThatIsNotNamedIsMissing() {
		apply("test=a");
		assertNull(psnr.getInput("reference"));
		final SuperResolutionCommand edsr = (SuperResolutionCommand) commands.module(EdsrCommand.class, "input", TestInputs.image(8, 9, 7))
			.getDelegateObject();
		WrittenInputs.apply(edsr, Map.of("tile_size", "7"));
		assertEquals("wave", ((ImagePlus) edsr.getInput("input")).getTitle());
		assertEquals("7", edsr.getInput("tile_size"));
	}

	@Test
	void aBareKeyIsNoText() {
		final SuperResolutionCommand edsr = (SuperResolutionCommand) commands.module(EdsrCommand.class, "input", TestInputs.image(8, 9, 7))
			.getDelegateObject();
		WrittenInputs.apply(edsr, MacroOptions.parse("tile_size"));
		assertEquals("true", edsr.getInput("tile_size")); // which the command refuses
	}
}
