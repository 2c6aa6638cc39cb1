package sc.fiji.superres.site;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipException;

import sc.fiji.superres.io.WholeFile;

/**
 * The checksum by which ImageJ's updater tells whether a file changed: SHA-1 over path and content. Of a jar it takes names
 * and content of the entries, so that building the same classes again changes nothing.
 */
final class UpdaterChecksum {

	private static final int BUFFER = 1 << 16;

	private UpdaterChecksum() {}

	/**
	 * @param path the file's path in the ImageJ folder, with slashes; a jar's does not count
	 * @return 40 hexadecimal digits in lower case
	 * @throws IOException if the file cannot be read, or is a jar that cannot be
	 */
	static String of(final String path, final Path file) throws IOException {
		final MessageDigest digest = sha1();
		if (path.endsWith(".jar")) addJar(digest, file);
		else {
			digest.update(ascii(path));
			try (InputStream in = Files.newInputStream(file)) {
				add(digest, in);
			}
		}
		return HexFormat.of().formatHex(digest.digest());
	}

	private static void addJar(final MessageDigest digest, final Path file) throws IOException {
		try (JarFile jar = new JarFile(file.toFile(), false)) {
			final List<JarEntry> entries = Collections.list(jar.entries());
			entries.sort(Comparator.comparing(JarEntry::getName));
			for (final JarEntry entry : entries) {
				digest.update(ascii(entry.getName()));
				// a manifest holds the time of the build
				if (entry.getName().equals(JarFile.MANIFEST_NAME)) continue;
				try (InputStream in = jar.getInputStream(entry)) {
					if (entry.getName().endsWith(".properties")) addWithoutComments(digest, in);
					else add(digest, in);
				}
			}
		}
		catch (final ZipException e) {
			throw new IOException(file + " is no jar that can be read: " + WholeFile.reason(e) + " Build or download it again.", e);
		}
	}

	private static void add(final MessageDigest digest, final InputStream in) throws IOException {
		final byte[] buffer = new byte[BUFFER];
		for (int read; (read = in.read(buffer)) >= 0;)
			digest.update(buffer, 0, read);
	}

	/**
	 * Comments hold dates, so lines that begin with {@code #} do not count. As the updater has it, the end of such a line does
	 * count, and so does a line right after an empty one (or one that is {@code #} alone), whatever it begins with.
	 */
	private static void addWithoutComments(final MessageDigest digest, final InputStream in) throws IOException {
		final InputStream bytes = new BufferedInputStream(in);
		boolean lineStarts = true;
		for (int b; (b = bytes.read()) >= 0;) {
			if (lineStarts && b == '#') {
				do
					b = bytes.read();
				while (b == '#');
				lineStarts = b != '\n';
				while (b != '\n' && b >= 0)
					b = bytes.read();
				if (b < 0) return;
			}
			else lineStarts = !lineStarts && b == '\n';
			digest.update((byte) b);
		}
	}

	private static byte[] ascii(final String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

	private static MessageDigest sha1() {
		try {
			return MessageDigest.getInstance("SHA-1");
		}
		catch (final NoSuchAlgorithmException e) {
			throw new IllegalStateException("Every Java has SHA-1.", e);
		}
	}
}
