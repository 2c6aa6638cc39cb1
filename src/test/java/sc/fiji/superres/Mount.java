package sc.fiji.superres;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;

/** A small or a read-only file system, for root on Linux: permission bits do not bind root. Close it to unmount it. */
public final class Mount implements AutoCloseable {

	private final Path folder;

	private Mount(final Path folder) {
		this.folder = folder;
	}

	/** An empty disk of so many KiB over a folder. */
	public static Mount disk(final Path folder, final int kilobytes) {
		Requirements.require(run("mount", "-t", "tmpfs", "-o", "size=" + kilobytes + "k", "tmpfs", folder.toString()),
			"Needs to be root, and allowed to mount.");
		return new Mount(folder);
	}

	/** Makes a folder read-only. */
	public static Mount readOnly(final Path folder) {
		return readOnly(folder, folder);
	}

	/** Shows a folder, read-only, in place of another one. */
	public static Mount readOnly(final Path from, final Path folder) {
		Requirements.require(run("mount", "--bind", from.toString(), folder.toString()), "Needs to be root, and allowed to " +
			"mount.");
		final Mount mount = new Mount(folder);
		if (run("mount", "-o", "remount,bind,ro", folder.toString())) return mount;
		mount.close();
		throw new AssertionError(folder + " cannot be made read-only.");
	}

	@Override
	public void close() {
		assertTrue(run("umount", folder.toString()), folder + " is still in use.");
	}

	private static boolean run(final String... command) {
		try {
			return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start()
				.waitFor() == 0;
		}
		catch (final IOException e) {
			return false;
		}
		catch (final InterruptedException e) {
			throw new AssertionError(e);
		}
	}
}
