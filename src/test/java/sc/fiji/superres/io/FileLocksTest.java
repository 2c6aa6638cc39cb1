package sc.fiji.superres.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLocksTest {

	@TempDir
	private Path folder;

	private FileChannel open() throws IOException {
		return FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
	}

	@Test
	void oneAtATime() throws IOException {
		try (FileChannel first = open(); FileChannel second = open()) {
			assertTrue(FileLocks.tryLock(first));
			assertFalse(FileLocks.tryLock(second));
			first.close();
			assertTrue(FileLocks.tryLock(second));
		}
	}

	@Test
	void whoeverWaitsIsNextAndMayLeave() throws IOException {
		try (FileChannel first = open(); FileChannel second = open()) {
			FileLocks.lock(first, () -> {
				throw new AssertionError("nobody has it");
			});
			final AtomicInteger waited = new AtomicInteger();
			assertThrows(CancellationException.class, () -> FileLocks.lock(second, () -> {
				if (waited.incrementAndGet() == 2) throw new CancellationException();
			}));
			FileLocks.lock(second, () -> close(first));
			assertEquals(2, waited.get());
		}
	}

	@Test
	void anInterruptionEndsTheWaiting() throws IOException {
		try (FileChannel first = open(); FileChannel second = open()) {
			assertTrue(FileLocks.tryLock(first));
			Thread.currentThread().interrupt();
			assertThrows(CancellationException.class, () -> FileLocks.lock(second, () -> {}));
			assertTrue(Thread.interrupted(), "the interruption is lost");
		}
	}

	private static void close(final FileChannel channel) {
		try {
			channel.close();
		}
		catch (final IOException e) {
			throw new AssertionError(e);
		}
	}
}
