package sc.fiji.superres.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * What tells whether a file is still the same.
 *
 * @param bytes its length
 * @param modified when it was last changed, in milliseconds since 1970
 */
record FileState(long bytes, long modified) {

	/** What a file has that is not there, or cannot be asked. */
	static final FileState NONE = new FileState(-1, -1);

	static FileState of(final Path file) {
		try {
			final BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
			return new FileState(attributes.size(), attributes.lastModifiedTime().toMillis());
		}
		catch (final IOException e) {
			return NONE;
		}
	}
}
