package sc.fiji.superres.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;

class ProgressLineTest {

	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	private ProgressLine line(final boolean asked) {
		return ProgressLine.on(new PrintStream(err, true), asked);
	}

	private List<String> lines() {
		return err.toString().lines().toList();
	}

	@Test
	void nothingIsPrintedWhereNobodyAsked() {
		try (ProgressLine line = line(false)) {
			line.progress("Window 1 of 10", 1, 10);
		}
		assertEquals("", err.toString());
	}

	@Test
	void aTaskIsPrintedWhenItBeginsAndThenNowAndThen() {
		try (ProgressLine line = line(true)) {
			line.progress("Loading TensorFlow", 0, 0);
			for (int i = 1; i <= 10; i++)
				line.progress("Window " + i + " of 10", i, 10);
		}
		assertEquals(List.of("Loading TensorFlow", "Window 1 of 10 (10 %)"), lines());
	}

	/** A training that goes on has not done its first steps in this run. */
	@Test
	void theTimeLeftFollowsFromThisRunAlone() throws InterruptedException {
		final Locale locale = Locale.getDefault();
		Locale.setDefault(Locale.GERMANY);
		try (ProgressLine line = line(true)) {
			line.progress("Training: step 9000", 9_000, 100_000);
			Thread.sleep(2_010);
			line.progress("Training: step 9010", 9_010, 100_000);
			assertTrue(lines().get(1).matches("Training: step 9010 \\(9 %, [56]\\.\\d h left\\)"), lines().toString());
		}
		finally {
			Locale.setDefault(locale);
		}
	}

	/** TensorFlow's libraries never go to another place without a word. */
	@Test
	void noticesArePrintedInAnyCase() {
		try (ProgressLine line = line(false)) {
			line.notice("The libraries are kept elsewhere.");
		}
		assertEquals(List.of("The libraries are kept elsewhere."), lines());
	}
}
