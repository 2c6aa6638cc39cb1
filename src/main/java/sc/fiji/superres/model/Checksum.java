package sc.fiji.superres.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Checksums of files. */
final class Checksum {

	private Checksum() {}

	/** The SHA-256 of a file's bytes, in hexadecimal. */
	static String sha256(final Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			final DigestInputStream digested = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"));
			digested.transferTo(OutputStream.nullOutputStream());
			return HexFormat.of().formatHex(digested.getMessageDigest().digest());
		}
		catch (final NoSuchAlgorithmException e) {
			throw new IllegalStateException("Every Java has SHA-256.", e);
		}
	}
}
