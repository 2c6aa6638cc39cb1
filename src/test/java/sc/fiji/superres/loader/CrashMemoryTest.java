package sc.fiji.superres.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.superres.ForkedJvm;
import sc.fiji.superres.Mount;

class CrashMemoryTest {

	private static final String ENGINE = "tensorflow-1.1.0-gpu";

	@TempDir
	Path folder;

	private CrashMemory memory;

	@BeforeEach
	void remembersNothing() {
		memory = new CrashMemory(folder.resolve("engines"));
		assertFalse(memory.endedWhileBusy(ENGINE));
		assertEquals(Optional.empty(), memory.crash(ENGINE));
	}

	/** A process that ends while it is busy with an engine, or after. */
	private void process(final boolean ends) {
		ForkedJvm.with(List.of(ForkedJvm.source(CrashMemory.class), ForkedJvm.source(getClass()))).run(Dying.class, folder.resolve(
			"engines"), ends).lines();
	}

	static final class Dying {

		public static void main(final String... folderAndEnd) {
			final CrashMemory.Busy busy = new CrashMemory(Path.of(folderAndEnd[0])).begin(ENGINE);
			if (Boolean.parseBoolean(folderAndEnd[1])) Runtime.getRuntime().halt(0);
			busy.close();
		}
	}

	@Test
	void aProcessThatEndedWhileItWasBusy() {
		process(true);
		assertTrue(memory.endedWhileBusy(ENGINE));
		assertTrue(memory.endedWhileBusy(ENGINE), "asking forgets");
		assertFalse(memory.endedWhileBusy("tensorflow-1.1.0-cpu"));
	}

	@Test
	void aProcessThatCameThrough() throws IOException {
		process(false);
		assertFalse(memory.endedWhileBusy(ENGINE));
		assertEquals(List.of(), Trees.list(folder.resolve("engines")));
	}

	@Test
	void aProcessThatIsStillBusy() {
		try (CrashMemory.Busy busy = memory.begin(ENGINE)) {
			assertFalse(memory.endedWhileBusy(ENGINE));
		}
	}

	@Test
	void anotherMachineDoesNotMind() throws IOException {
		process(true);
		final Path left = folder.resolve("engines").resolve(Trees.list(folder.resolve("engines")).get(0));
		Files.move(left, left.resolveSibling(left.getFileName() + "-other"));
		assertFalse(memory.endedWhileBusy(ENGINE));
		new CrashMemory(folder.resolve("engines"), "12@other").remember(ENGINE);
		assertEquals(Optional.empty(), memory.crash(ENGINE));
	}

	@Test
	void aCrashIsRememberedUntilItIsForgotten() throws IOException {
		process(true);
		memory.remember(ENGINE);
		assertTrue(memory.crash(ENGINE).isPresent());
		assertFalse(memory.endedWhileBusy(ENGINE));
		assertTrue(new CrashMemory(folder.resolve("engines")).crash(ENGINE).isPresent(), "the next start does not know");
		memory.forget(ENGINE);
		assertEquals(List.of(), Trees.list(folder.resolve("engines")));
	}

	@Test
	void aReadOnlyFolderRemembersNothing() throws IOException {
		final Path place = Files.createDirectory(folder.resolve("engines"));
		try (Mount readOnly = Mount.readOnly(place)) {
			memory.begin(ENGINE).close();
			memory.remember(ENGINE);
			assertEquals(Optional.empty(), memory.crash(ENGINE));
		}
	}
}
