package sc.fiji.superres.batch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;

import sc.fiji.superres.engine.Progress;

/** Locks on files between processes, as far as the file system has them: some of clusters have none. */
final class FileLocks {

	private static final int INTERVAL_MILLIS = 100;

	private FileLocks() {}

	/** @return false where another process, or thread of this one, has the lock */
	static boolean tryLock(final FileChannel channel) {
		try {
			return channel.tryLock() != null;
		}
		catch (final OverlappingFileLockException e) {
			return false;
		}
		catch (final IOException e) {
			return true; // no locks here: the files themselves are written so that nothing breaks
		}
	}

	/** Waits until nobody else has the lock, or the user cancels. */
	static void lock(final FileChannel channel, final Progress progress) {
		while (!tryLock(channel)) {
			progress.update("Waiting for another process", 0, 0);
			progress.checkCancelled();
			try {
				Thread.sleep(INTERVAL_MILLIS);
			}
			catch (final InterruptedException e) {
				Thread.currentThread().interrupt();
			}
		}
	}
}
