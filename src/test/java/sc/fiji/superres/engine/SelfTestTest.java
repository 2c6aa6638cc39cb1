package sc.fiji.superres.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;

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
}
