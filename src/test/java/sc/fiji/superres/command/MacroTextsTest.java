package sc.fiji.superres.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.command.DynamicCommand;

/** What a macro of ImageJ2 has written, after ImageJ2 has set the inputs in its lenient way. */
class MacroTextsTest {

	private final Commands commands = new Commands();
	private final DynamicCommand psnr = (DynamicCommand) commands.module(PsnrCommand.class, "reference", TestInputs.image(8, 9, 7), "test",
		TestInputs.image(8, 9, 7)).getDelegateObject();

	@AfterEach
	void dispose() {
		commands.close();
	}

	@Test
	void numbersAndFlagsAreReadAsTheyAreWritten() {
		MacroTexts.apply(psnr, "reference=[a b] test=c border=3 error_map ");
		assertEquals(3, psnr.getInput("border"));
		assertEquals(true, psnr.getInput("error_map"));
		MacroTexts.apply(psnr, "error_map=false");
		assertEquals(false, psnr.getInput("error_map"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"bordr=2        | \"bordr\" is not a key of \"Measure PSNR...\". The keys are reference, test, range, border, channels, error_map;",
		"message=x      | \"message\" is not a key",
		"status=x       | \"status\" is not a key",
		"border=abc     | border is \"abc\", but must be a whole number.",
		"border=4.7     | border is \"4.7\", but must be a whole number.",
		"border=2,5     | border is \"2,5\", but must be a whole number.",
		"error_map=yes  | error_map is \"yes\", but must be true or false.",
		"border=[2      | The value of border in the macro begins with [",
	})
	void whatIsWrongIsNamed(final String options, final String message) {
		final String found = assertThrows(IllegalArgumentException.class, () -> MacroTexts.apply(psnr, options)).getMessage();
		assertTrue(found.startsWith(message), found);
	}

	/** ImageJ2 makes an image without pixels of a title that it does not know. */
	@Test
	void aTitleThatDoesNotExistIsNamed() {
		psnr.setInput("test", new ImagePlus());
		final String message = assertThrows(IllegalArgumentException.class, () -> MacroTexts.apply(psnr, "test=[my cells]")).getMessage();
		assertEquals("test is \"my cells\", but no image of this title is open. None is open: open one first.", message);
	}
}
