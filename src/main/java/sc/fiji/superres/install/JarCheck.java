package sc.fiji.superres.install;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import sc.fiji.superres.engine.Progress;

/** Whether a jar is the one that its checksum belongs to, and whole. */
final class JarCheck {

	private static final Pattern SHA1 = Pattern.compile("(?i)(?<![0-9a-z])[0-9a-f]{40}(?![0-9a-z])");
	private static final Pattern WEB_PAGE = Pattern.compile("(?is)\\A\\s*<.*(<html|doctype html)|\\A\\s*<html");
	private static final int MAX_TEXT_BYTES = 1024;
	private static final int BUFFER_BYTES = 1 << 20;

	private JarCheck() {}

	/** The SHA-1 of a file, in lower-case hexadecimal digits. */
	static String sha1(final Path file, final Progress progress) throws IOException {
		final MessageDigest digest;
		try {
			digest = MessageDigest.getInstance("SHA-1");
		}
		catch (final NoSuchAlgorithmException e) {
			throw new IllegalStateException(e); // every Java has it
		}
		try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
			drain(in, progress);
		}
		return HexFormat.of().formatHex(digest.digest());
	}

	/** The SHA-1 in a file that repositories keep beside a jar: alone, or before or behind the jar's name. */
	static Optional<String> readSha1(final Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			final Matcher found = SHA1.matcher(new String(in.readNBytes(MAX_TEXT_BYTES), StandardCharsets.ISO_8859_1));
			return found.find() ? Optional.of(found.group().toLowerCase(Locale.ROOT)) : Optional.empty();
		}
	}

	/**
	 * Reads a jar as a whole.
	 *
	 * @throws ZipException if it is none, or an entry differs from its checksum
	 */
	static void readWhole(final Path jar, final Progress progress) throws IOException {
		try (ZipFile zip = new ZipFile(jar.toFile())) {
			for (final Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements();) {
				final ZipEntry entry = entries.nextElement();
				try (CheckedInputStream in = new CheckedInputStream(zip.getInputStream(entry), new CRC32())) {
					drain(in, progress);
					if (in.getChecksum().getValue() != entry.getCrc()) throw new ZipException(entry.getName() + " is damaged");
				}
			}
		}
	}

	/** Whether a file begins like a web page. */
	static boolean isWebPage(final Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			return WEB_PAGE.matcher(new String(in.readNBytes(MAX_TEXT_BYTES), StandardCharsets.ISO_8859_1)).find();
		}
	}

	private static void drain(final InputStream in, final Progress progress) throws IOException {
		copy(in, OutputStream.nullOutputStream(), progress, bytes -> {});
	}

	/** @param copied is told so many bytes, again and again */
	static void copy(final InputStream in, final OutputStream out, final Progress progress, final LongConsumer copied)
		throws IOException
	{
		final byte[] buffer = new byte[BUFFER_BYTES];
		long bytes = 0;
		for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
			progress.checkCancelled();
			out.write(buffer, 0, read);
			copied.accept(bytes += read);
		}
	}
}
