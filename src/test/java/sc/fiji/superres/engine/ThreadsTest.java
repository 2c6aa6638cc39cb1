package sc.fiji.superres.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThreadsTest {

	@ParameterizedTest
	@ValueSource(strings = { "0", "-2", "many", "", "1.5", "99999999999", "1025" })
	void wrongNumbers(final String text) {
		final String message = assertThrows(IllegalArgumentException.class, () -> Threads.parse(text)).getMessage();
		assertTrue(message.contains("threads is \"" + text + "\""), message);
	}

	@Test
	void aNumberIsTaken() {
		assertEquals(3, Threads.parse("3"));
	}

	@Test
	void slurmSaysHowMany() {
		assertEquals(3, Threads.available("3"));
		assertEquals(Runtime.getRuntime().availableProcessors(), Threads.available(null));
		assertEquals(Runtime.getRuntime().availableProcessors(), Threads.available("(null)"));
	}
}
