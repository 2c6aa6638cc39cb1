package sc.fiji.superres.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files and folders for a while, in the system's folder for such (Java's {@code java.io.tmpdir}); only their owner may read
 * them. Their names begin with {@code superres-}, the number of this process and a dash.
 */
public final class TemporaryFile {

	private interface Making {

		Path in(String prefix) throws IOException;
	}

	private TemporaryFile() {}

	/**
	 * Makes an empty file, which whoever makes it deletes; where the process is ended before, it goes with that.
	 *
	 * @throws IOException if there is no place for it
	 */
	public static Path create() throws IOException {
		final Path file = make("file", prefix -> Files.createTempFile(prefix, ".part"));
		file.toFile().deleteOnExit();
		return file;
	}

	/**
	 * Makes an empty folder, which whoever makes it deletes ({@link WholeFile#delete(Path)}).
	 *
	 * @throws IOException if there is no place for it
	 */
	public static Path createFolder() throws IOException {
		return make("folder", prefix -> Files.createTempDirectory(prefix));
	}

	private static Path make(final String what, final Making making) throws IOException {
		try {
			return making.in("superres-" + ProcessHandle.current().pid() + "-");
		}
		catch (final IOException e) {
			throw new IOException("no temporary " + what + " can be made in " + System.getProperty("java.io.tmpdir") + ": " +
				WholeFile.reason(e), e);
		}
	}
}
