package sc.fiji.superres.loader;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import sc.fiji.superres.engine.EngineException;
import sc.fiji.superres.io.Folders;
import sc.fiji.superres.io.WholeFile;

/**
 * Remembers from one start to the next that native libraries ended the process. A process that is about to do what may end it
 * holds the lock of a file for so long, and deletes the file afterwards: a file that nobody holds was left by a dead process.
 * Machines that share a folder do not mind each other's.
 */
final class CrashMemory {

	private static final String BUSY = "busy-";
	private static final String CRASHED = "crashed-";

	private final Path folder;
	private final String process;

	/** @param folder where it is kept; where that cannot be written, nothing is remembered */
	CrashMemory(final Path folder) {
		this(folder, ManagementFactory.getRuntimeMXBean().getName());
	}

	/** @param process number, an at sign, and the name of the machine */
	CrashMemory(final Path folder, final String process) {
		this.folder = folder;
		this.process = process.replaceAll("[^A-Za-z0-9@.-]", "_");
	}

	/** Until it is closed, the end of the process will be remembered. */
	interface Busy extends AutoCloseable {

		@Override
		void close();
	}

	/** Remembers an engine while it does what may end the process. */
	Guard guard(final String engine) {
		return new Guard() {

			@Override
			public <R> R run(final Supplier<R> work) {
				try (Busy busy = begin(engine)) {
					return work.get();
				}
			}
		};
	}

	/** Begins what may end the process. */
	Busy begin(final String engine) {
		try {
			Files.createDirectories(folder);
			final Path file = folder.resolve(BUSY + engine + "-" + process);
			final FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
			try {
				channel.lock(); // another process holds it only to see whether it can
				return () -> end(file, channel);
			}
			catch (final IOException | OverlappingFileLockException e) {
				channel.close();
				return () -> {}; // another thread is busy with it
			}
		}
		catch (final IOException e) {
			return () -> {}; // read-only, or without locks: the next start knows nothing
		}
	}

	private static void end(final Path file, final FileChannel channel) {
		try (channel) {
			Files.deleteIfExists(file);
		}
		catch (final IOException e) {
			file.toFile().deleteOnExit(); // Windows deletes no open file
		}
	}

	/** Whether a process of this machine ended while it was busy with an engine: it crashed, or was killed. */
	boolean endedWhileBusy(final String engine) {
		return files(BUSY + engine + "-").stream().anyMatch(this::isLeft);
	}

	/** Our own is not touched: closing a file gives all locks of it back that this process has. */
	private boolean isLeft(final Path file) {
		if (file.getFileName().toString().endsWith("-" + process)) return false;
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE); FileLock lock = channel.tryLock()) {
			return lock != null;
		}
		catch (final IOException | OverlappingFileLockException e) {
			return false;
		}
	}

	/** Remembers that an engine crashes. */
	void remember(final String engine) {
		try {
			Files.createDirectories(folder);
			Files.writeString(folder.resolve(CRASHED + engine + machine()), "");
			forgetEnds(engine);
		}
		catch (final IOException e) {
			// Then the next start tries again, in a process of its own.
			System.getLogger(CrashMemory.class.getName()).log(System.Logger.Level.DEBUG, "Not remembered", e);
		}
	}

	/** When an engine was found to crash; empty where it was not. */
	Optional<Instant> crash(final String engine) {
		try {
			return Optional.of(Files.getLastModifiedTime(folder.resolve(CRASHED + engine + machine())).toInstant());
		}
		catch (final IOException e) {
			return Optional.empty();
		}
	}

	/** Forgets all of an engine. */
	void forget(final String engine) {
		try {
			Files.deleteIfExists(folder.resolve(CRASHED + engine + machine()));
			forgetEnds(engine);
		}
		catch (final IOException e) {
			throw new EngineException("What is remembered of a crash of " + engine + " cannot be deleted in " + folder + ": " + WholeFile
				.reason(e), e);
		}
	}

	private void forgetEnds(final String engine) throws IOException {
		for (final Path file : files(BUSY + engine + "-"))
			if (isLeft(file)) Files.deleteIfExists(file);
	}

	private List<Path> files(final String prefix) {
		if (!Files.isDirectory(folder)) return List.of();
		try {
			return Folders.list(folder).stream().filter(file -> file.getFileName().toString().startsWith(prefix) && file.getFileName()
				.toString().endsWith(machine())).toList();
		}
		catch (final IOException e) {
			return List.of();
		}
	}

	private String machine() {
		return process.substring(process.indexOf('@'));
	}
}
