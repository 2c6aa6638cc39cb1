package sc.fiji.superres.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluationTableTest {

	private static EvaluationTable table() {
		final EvaluationTable table = new EvaluationTable();
		table.add(new Score("one", "a.png", 30, 0.9, 50, 0.75, 1));
		table.add(new Score("two", "a.png", 20, 0.5, Double.POSITIVE_INFINITY, 0.75, 0.25));
		table.add(new Score("one", "b.png", 33.00004, 0.8, 40, 0.75, 2));
		return table;
	}

	@Test
	void theRowsOfAModelStandTogetherWithTheirMean() {
		assertEquals(List.of("one a.png", "one b.png", "one mean", "two a.png", "two mean"), table().rows().stream().map(row -> row
			.model() + " " + row.image()).toList());
		final Score mean = table().rows().get(2);
		assertEquals(31.50002, mean.psnr(), 1e-12);
		assertEquals(0.85, mean.ssim(), 1e-12);
		assertEquals(45, mean.consistency(), 1e-12);
		assertEquals(1.5, mean.seconds(), 1e-12);
		assertEquals(table().means(), List.of(mean, table().rows().get(4)));
	}

	@Test
	void infiniteValuesAreLeftOutOfTheMean() {
		final EvaluationTable table = table();
		table.add(new Score("two", "b.png", Double.POSITIVE_INFINITY, 1, 30, 0.75, 0.75));
		assertEquals(20, table.means().get(1).psnr());
		assertEquals(30, table.means().get(1).consistency());
		assertEquals(Double.POSITIVE_INFINITY, table().means().get(1).consistency());
	}

	@Test
	void germansWriteTheSameCsvAndMarkdown() {
		final Locale locale = Locale.getDefault();
		Locale.setDefault(Locale.GERMANY);
		try {
			assertEquals(List.of("model,image,psnr,ssim,consistency,seconds", "one,a.png,30.0000,0.90000,50.00,1.000",
				"one,b.png,33.0000,0.80000,40.00,2.000", "one,mean,31.5000,0.85000,45.00,1.500", "two,a.png,20.0000,0.50000,Infinity,0.250",
				"two,mean,20.0000,0.50000,Infinity,0.250"), table().toCsv());
			assertEquals("| model | PSNR (dB) | SSIM | consistency (dB) | seconds |\n|---|---|---|---|---|\n" +
				"| one | 31.500 | 0.8500 | 45.00 | 1.50 |\n| two | 20.000 | 0.5000 | Infinity | 0.25 |\n", table().toMarkdown());
		}
		finally {
			Locale.setDefault(locale);
		}
	}

	/** RFC 4180, section 2. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0', value = { "a b.png|a b.png", "a,b.png|\"a,b.png\"", "a\"b.png|\"a\"\"b.png\"",
		"ä.png|ä.png" })
	void namesAreQuotedWhereTheyMust(final String name, final String field) {
		final EvaluationTable table = new EvaluationTable();
		table.add(new Score("m", name, 1, 1, 1, 0.75, 1));
		assertEquals("m," + field + ",1.0000,1.00000,1.00,1.000", table.toCsv().get(1));
	}

	@Test
	void aLineBreakInANameDoesNotBreakTheTable() {
		final EvaluationTable table = new EvaluationTable();
		table.add(new Score("m|n", "a\nb", 1, 1, 1, 0.75, 1));
		assertTrue(table.toCsv().get(1).startsWith("m|n,\"a\nb\","));
		assertTrue(table.toMarkdown().contains("| m\\|n |"));
	}
}
