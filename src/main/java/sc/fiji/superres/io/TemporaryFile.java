package sc.fiji.superres.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files for a while, in the system's folder for such (Java's {@code java.io.tmpdir}); only their owner may read them. */
public final class TemporaryFile {

	private TemporaryFile() {}

	/**
	 * Makes an empty file, which whoever makes it deletes; where the process is ended before, it goes with that.
	 *
	 * @throws IOException if there is no place for it
	 */
	public static Path create() throws IOException {
		try {
			final Path file = Files.createTempFile("superres-" + ProcessHandle.current().pid() + "-", ".part");
			file.toFile().deleteOnExit();
			return file;
		}
		catch (final IOException e) {
			throw new IOException("no temporary file can be made in " + System.getProperty("java.io.tmpdir") + ": " + WholeFile
				.reason(e), e);
		}
	}
}
