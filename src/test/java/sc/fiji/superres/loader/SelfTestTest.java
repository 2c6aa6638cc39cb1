package sc.fiji.superres.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.superres.engine.EngineException;
import sc.fiji.superres.engine.Progress;

class SelfTestTest {

	private final InstalledEngine shipped = EngineFolders.standard().shipped();

	@Test
	void theShippedEngineComputes() {
		final SelfTest test = SelfTest.run(shipped, Progress.NONE);
		assertEquals("TensorFlow 2.18.0", test.engine());
		assertEquals("CPU", test.device());
		assertTrue(test.seconds() > 0 && test.cpuSeconds() > 0, test.toString());
		assertEquals(0, test.difference());
	}

	@Test
	void anEngineThatIsNotThereIsNoCrash() {
		final InstalledEngine missing = new InstalledEngine("tensorflow-9.9.9-cpu", Path.of("nowhere"), List.of(), Platform.current(),
			false);
		final EngineException e = assertThrows(EngineException.class, () -> SelfTest.run(missing, Progress.NONE));
		assertEquals(EngineException.class, e.getClass());
		assertTrue(e.getMessage().contains("There is no engine \"tensorflow-9.9.9-cpu\""), e.getMessage());
	}

	@Test
	void aUserMayCancel() {
		Thread.currentThread().interrupt();
		assertThrows(CancellationException.class, () -> SelfTest.run(shipped, Progress.NONE));
		assertTrue(Thread.interrupted(), "the interruption is lost");
	}

	/** Somebody ends the process, or it cannot begin: that is no crash. */
	@ParameterizedTest
	@CsvSource({ "1, started", "130, started", "137, started", "143, started", "134, other", "1, other" })
	void aProcessThatSomebodyEndsSaysNothing(final int status, final String fact) {
		final IOException e = assertThrows(IOException.class, () -> SelfTest.result(shipped, status, Map.of(fact, "true")));
		assertTrue(e.getMessage().contains("status " + status), e.getMessage());
	}

	@ParameterizedTest
	@ValueSource(ints = { 132, 134, 135, 136, 139, -1073741819 })
	void aProcessThatCrashesIsACrash(final int status) {
		final EngineCrashException e = assertThrows(EngineCrashException.class, () -> SelfTest.result(shipped, status, Map.of("started",
			"true")));
		assertTrue(e.getMessage().contains(shipped.name()) && e.getMessage().contains("status " + status), e.getMessage());
	}
}
