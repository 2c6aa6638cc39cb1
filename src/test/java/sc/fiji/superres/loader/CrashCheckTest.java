package sc.fiji.superres.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.superres.engine.EngineException;
import sc.fiji.superres.engine.Progress;

class CrashCheckTest {

	@TempDir
	Path folder;

	private final List<String> tested = new ArrayList<>();
	private InstalledEngine engine;
	private CrashMemory memory;
	private EngineException found;

	@BeforeEach
	void install() throws Exception {
		engine = InstalledEngine.in(Files.createDirectory(folder.resolve("tensorflow-1.1.0-gpu")), Platform.current());
		memory = new CrashMemory(folder);
	}

	/** What a process leaves that ends while it loads the engine. */
	private void endWhileBusy() throws Exception {
		Files.createFile(folder.resolve("busy-" + engine.name() + "-1" + machine()));
	}

	private static String machine() {
		return ManagementFactory.getRuntimeMXBean().getName().replaceFirst("^[0-9]+", "");
	}

	private Optional<String> check() {
		return new CrashCheck(memory, (installed, progress) -> {
			tested.add(installed.name());
			if (found != null) throw found;
		}).of(engine, Progress.NONE);
	}

	@Test
	void anEngineIsNotTestedWithoutReason() {
		assertEquals(Optional.empty(), check());
		assertEquals(List.of(), tested);
	}

	@Test
	void whereTheUserEndedTheProcessItIsLoadedAgain() throws Exception {
		endWhileBusy();
		assertEquals(Optional.empty(), check());
		assertEquals(List.of(engine.name()), tested);
		assertFalse(memory.endedWhileBusy(engine.name()), "tested again and again");
	}

	@Test
	void whereItCrashesItIsLeftAloneWithoutAnotherTest() throws Exception {
		endWhileBusy();
		found = new EngineCrashException("status 134");
		for (int start = 0; start < 3; start++) {
			final String reason = check().orElseThrow();
			for (final String part : List.of(engine.name(), LocalDate.now().toString(), "TensorFlow Engine..."))
				assertTrue(reason.contains(part), reason);
		}
		assertEquals(List.of(engine.name()), tested);
	}

	@Test
	void whereItSaysWhatIsWrongItMayDoSo() throws Exception {
		endWhileBusy();
		found = new EngineException("is half");
		assertEquals(Optional.empty(), check());
		assertFalse(memory.endedWhileBusy(engine.name()));
	}

	@Test
	void anEngineThatPassesItsTestIsTriedAgain() throws Exception {
		memory.remember(engine.name());
		assertTrue(check().isPresent());
		memory.forget(engine.name());
		assertEquals(Optional.empty(), check());
	}
}
