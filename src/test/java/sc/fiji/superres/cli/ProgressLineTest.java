package sc.fiji.superres.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;

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

	/** As of a server that sends more than it said. */
	@Test
	void moreThanAllIsAll() {
		try (ProgressLine line = line(true)) {
			line.progress("Downloading", 12, 10);
		}
		assertEquals(List.of("Downloading (100 %)"), lines());
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
