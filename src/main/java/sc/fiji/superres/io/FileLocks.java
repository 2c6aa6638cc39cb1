package sc.fiji.superres.io;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.util.concurrent.CancellationException;

/**
 * Locks on files between processes and threads, as far as the file system has them. Some of clusters have none; what is
 * written under a lock is written so that nothing breaks even then.
 */
public final class FileLocks {

	private static final int INTERVAL_MILLIS = 100;

	private FileLocks() {}

	/**
	 * Takes the lock, which ends with the channel.
	 *
	 * @return false where another process, or thread of this one, has it
	 * @throws CancellationException if the thread is interrupted
	 */
	public static boolean tryLock(final FileChannel channel) {
		try {
			return channel.tryLock() != null;
		}
		catch (final OverlappingFileLockException e) {
			return false;
		}
		catch (final ClosedByInterruptException e) {
			throw new CancellationException("Cancelled.");
		}
		catch (final IOException e) {
			return true;
		}
	}

	/**
	 * Waits until nobody else has the lock, and takes it.
	 *
	 * @param waiting run again and again meanwhile; what it throws ends the waiting
	 * @throws CancellationException if the thread is interrupted
	 */
	public static void lock(final FileChannel channel, final Runnable waiting) {
		while (!tryLock(channel)) {
			waiting.run();
			try {
				Thread.sleep(INTERVAL_MILLIS);
			}
			catch (final InterruptedException e) {
				Thread.currentThread().interrupt();
				throw new CancellationException("Cancelled.");
			}
		}
	}
}
