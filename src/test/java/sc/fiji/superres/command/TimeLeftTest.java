package sc.fiji.superres.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;

import org.junit.jupiter.api.Test;

class TimeLeftTest {

	private long seconds;
	private final TimeLeft timeLeft = new TimeLeft(() -> seconds * 1_000_000_000);

	private String at(final long newSeconds, final long done, final long total) {
		seconds = newSeconds;
		return timeLeft.update(done, total);
	}

	@Test
	void thePaceSoFarGoesOn() {
		assertEquals("", at(100, 0, 10));
		assertEquals("18 s left", at(102, 1, 10));
		assertEquals("10 s left", at(110, 5, 10));
	}

	@Test
	void nothingIsSaidWhereNothingIsKnown() {
		assertEquals("", at(0, 0, 0));
		assertEquals("", at(5, 3, 0));
	}

	@Test
	void theEndHasNoTimeLeft() {
		at(0, 0, 10);
		assertEquals("", at(9, 10, 10));
	}

	/** A training that goes on has not done its first steps in this run. */
	@Test
	void whatWasDoneBeforeDoesNotCount() {
		at(0, 9_000, 100_000);
		assertEquals("5.1 h left", at(2, 9_010, 100_000));
	}

	@Test
	void anotherTaskBeginsAnew() {
		at(0, 0, 10);
		at(50, 5, 10);
		assertEquals("", at(60, 0, 10));
		assertEquals("9 s left", at(61, 1, 10));
		assertEquals("", at(70, 3, 1000));
	}

	@Test
	void longTimesAreInMinutesAndHours() {
		final Locale locale = Locale.getDefault();
		Locale.setDefault(Locale.GERMANY);
		try {
			at(0, 0, 1000);
			assertEquals("2 min left", at(60, 333, 1000));
			assertEquals("2.0 h left", at(7200, 500, 1000));
		}
		finally {
			Locale.setDefault(locale);
		}
	}
}
