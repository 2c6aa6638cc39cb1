package sc.fiji.superres.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import ij.process.ImageProcessor;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PsnrCommandTest {

	@RegisterExtension
	final Commands commands = new Commands();

	private final ResultsTable table = ResultsTable.getResultsTable();

	/** The same image, each value so much higher. */
	private static ImagePlus brighter(final ImagePlus image, final int difference) {
		final ImagePlus brighter = image.duplicate();
		brighter.setTitle("brighter");
		final ImageProcessor pixels = brighter.getProcessor();
		for (int i = 0; i < pixels.getPixelCount(); i++)
			pixels.set(i, pixels.get(i) + difference);
		return brighter;
	}

	private static String decibels(final double range, final double error) {
		return String.format(Locale.ROOT, "%.6f dB PSNR (", 20 * Math.log10(range / error));
	}

	@Test
	void theValueComesWithItsConvention() {
		final ImagePlus reference = TestInputs.image(8, 12, 10);
		assertEquals(decibels(255, 2) + "range 255, border 0, one channel, no rounding)", report("reference", reference, "test",
			brighter(reference, 2)));
	}

	@Test
	void theRowStandsInImageJsResultsTable() {
		final ImagePlus reference = TestInputs.image(8, 12, 10);
		report("reference", reference, "test", brighter(reference, 2));
		report("reference", reference, "test", reference);
		assertEquals(2, table.getCounter());
		assertEquals("wave", table.getStringValue("Reference", 0));
		assertEquals("brighter", table.getStringValue("Test", 0));
		assertEquals(20 * Math.log10(255 / 2.0), table.getValue("PSNR", 0), 1e-12);
		assertEquals("range 255, border 0, one channel, no rounding", table.getStringValue("Convention", 0));
		assertEquals(Double.POSITIVE_INFINITY, table.getValue("PSNR", 1));
	}

	@Test
	void identicalImagesGiveInfinity() {
		final ImagePlus image = TestInputs.image(24, 12, 10);
		assertTrue(report("reference", image, "test", image.duplicate()).startsWith("Infinity dB PSNR (range 255"));
	}

	@Test
	void theBorderIsLeftOut() {
		final ImagePlus reference = TestInputs.image(8, 12, 10);
		final ImagePlus test = reference.duplicate();
		test.getProcessor().set(1, 5, 255 - reference.getProcessor().get(1, 5));
		assertTrue(report("reference", reference, "test", test, "border", 2).startsWith("Infinity dB PSNR (range 255, border " +
			"2"));
		assertTrue(!report("reference", reference, "test", test, "border", 1).startsWith("Infinity"));
	}

	@Test
	void eachChannelHasItsColumnAndOtherRowsAreNoZeros() {
		final ImagePlus reference = TestInputs.image(24, 12, 10);
		final ImagePlus test = reference.duplicate();
		for (int i = 0; i < 120; i++)
			test.getProcessor().set(i, test.getProcessor().get(i) ^ 0x010000);
		report("reference", reference, "test", test);
		report("reference", reference, "test", test, "channels", "each");
		report("reference", reference, "test", test, "channels", "y");
		assertEquals(20 * Math.log10(255), table.getValue("PSNR_R", 1), 1e-9);
		assertEquals(Double.POSITIVE_INFINITY, table.getValue("PSNR_G", 1));
		assertEquals(Double.NaN, table.getValue("PSNR_R", 0));
		assertEquals(Double.NaN, table.getValue("PSNR_R", 2));
		assertEquals(20 * Math.log10(255 * Math.sqrt(3)), table.getValue("PSNR", 0), 1e-9);
		assertEquals(20 * Math.log10(255 * 255 / 65.481), table.getValue("PSNR", 2), 1e-9);
	}

	@ParameterizedTest
	@CsvSource({ "type, 65535", "4095, 4095", "reference, 9000", "0.5, 0.5" })
	void theRangeIsChosen(final String range, final double number) {
		final ImagePlus reference = TestInputs.image(16, 12, 10);
		reference.getProcessor().set(0, 0);
		reference.getProcessor().set(1, 9000);
		reference.getProcessor().setMinAndMax(0, 5); // the display range is no range of values
		assertTrue(report("reference", reference, "test", brighter(reference, 5), "range", range).startsWith(decibels(number, 5)));
	}

	@Test
	void a16BitImageAsksForARange() {
		final ImagePlus image = TestInputs.image(16, 12, 10);
		final String reason = refusal("reference", image, "test", image);
		assertTrue(reason.contains("range is auto") && reason.contains("16-bit") && reason.contains("Choose type (65535)"), reason);
	}

	@Test
	void imagesOfOtherSizeOrTypeAreRefused() {
		final ImagePlus image = TestInputs.image(8, 12, 10);
		final String size = refusal("reference", image, "test", TestInputs.image(8, 12, 11));
		assertTrue(size.contains("12 x 10") && size.contains("12 x 11"), size);
		final String type = refusal("reference", image, "test", TestInputs.image(24, 12, 10));
		assertTrue(type.contains("8-bit") && type.contains("RGB"), type);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"border   | -1   | border is -1, but must be at least 0.",
		"border   | 5    | border is 5 pixels, which leaves nothing",
		"channels | all  | channels is \"all\", but must be one of each, joint, y.",
		"range    | 0    | range is '0'; it must be auto, type, reference or a number above 0",
		"range    | loud | range is 'loud'; it must be",
	})
	void wrongValuesAreRefused(final String name, final String value, final String message) {
		final ImagePlus image = TestInputs.image(8, 12, 10);
		final String reason = refusal("reference", image, "test", image, name, name.equals("border") ? Integer.valueOf(value) : value);
		assertTrue(reason.contains(message), reason);
	}

	@Test
	void germansReadTheSameNumber() {
		final Locale locale = Locale.getDefault();
		Locale.setDefault(Locale.GERMANY);
		try {
			final ImagePlus reference = TestInputs.image(8, 12, 10);
			assertTrue(report("reference", reference, "test", brighter(reference, 2)).startsWith("42.110204 dB"));
		}
		finally {
			Locale.setDefault(locale);
		}
	}

	private String report(final Object... inputs) {
		return commands.succeed(PsnrCommand.class, inputs).report();
	}

	/** Refused, and nothing stands in the table. */
	private String refusal(final Object... inputs) {
		final String reason = commands.refusal(PsnrCommand.class, inputs);
		assertEquals(0, table.getCounter());
		return reason;
	}
}
