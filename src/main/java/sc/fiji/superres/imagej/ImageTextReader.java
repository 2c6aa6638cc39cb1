package sc.fiji.superres.imagej;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.Locale;

import sc.fiji.superres.io.TemporaryFile;
import sc.fiji.superres.io.WholeFile;

/**
 * Reads images that come as a stream: the bytes of an image file, or the same as text, which is a data URL (RFC 2397) such
 * as {@code data:image/png;base64,iVBORw0K...}. White space may stand anywhere in it, parameters of the type are left out,
 * and the format is told by the content. Nothing is held in memory.
 *
 * <pre>
 * Path file = ImageTextReader.copy(System.in, "The image on standard input");
 * ImagePlus image = ImageFiles.open(file);
 * </pre>
 */
public final class ImageTextReader {

	/** The most that is read, in bytes, be it a text or not. */
	public static final long MAX_BYTES = 64_000_000;

	private static final String SCHEME = "data:";
	private static final int[] BYTE_ORDER_MARK = { 0xef, 0xbb, 0xbf };

	/** How much may stand before the scheme, and before the comma. */
	private static final int MAX_START = 1000;

	private ImageTextReader() {}

	/** Whether a name or a text begins with {@code data:}, in any case. */
	public static boolean isText(final String start) {
		return start.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
	}

	/**
	 * Whether a file holds an image as text.
	 *
	 * @throws IOException if it cannot be read
	 */
	public static boolean isText(final Path file) throws IOException {
		try (BufferedInputStream in = new BufferedInputStream(Files.newInputStream(file), 2 * MAX_START)) {
			return skipToText(in);
		}
	}

	/**
	 * Brings an image to a temporary file, which the caller deletes. That it is one, opening the file will tell.
	 *
	 * @param source what messages call the image
	 * @throws ImageFileException if it is larger than {@link #MAX_BYTES}, a text of another kind, or cannot be read or written;
	 *           then nothing is left behind
	 */
	public static Path copy(final InputStream in, final String source) throws ImageFileException {
		try {
			final Path file = TemporaryFile.create();
			boolean whole = false;
			try {
				copy(new BufferedInputStream(new LimitedStream(in, source, MAX_BYTES), 1 << 16), source, file);
				whole = true;
			}
			finally {
				if (!whole) Files.delete(file);
			}
			return file;
		}
		catch (final ImageFileException e) {
			throw e;
		}
		catch (final IOException e) {
			throw new ImageFileException(source + " cannot be copied to a temporary file: " + WholeFile.reason(e) +
				" Name an image file instead.", e);
		}
	}

	private static void copy(final BufferedInputStream in, final String source, final Path to) throws IOException {
		if (!skipToText(in)) {
			Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
			return;
		}
		checkHeader(in, source);
		final Base64Stream text = new Base64Stream(in, source);
		Files.copy(Base64.getDecoder().wrap(text), to, StandardCopyOption.REPLACE_EXISTING);
		while (text.read() >= 0); // the decoder stops at the padding, whatever follows
	}

	/** Goes to the scheme; stays where there is none. */
	private static boolean skipToText(final BufferedInputStream in) throws IOException {
		in.mark(2 * MAX_START);
		int c = in.read();
		if (c == BYTE_ORDER_MARK[0] && in.read() == BYTE_ORDER_MARK[1] && in.read() == BYTE_ORDER_MARK[2]) c = in.read();
		for (int i = 0; c >= 0 && Character.isWhitespace(c) && i < MAX_START; i++)
			c = in.read();
		for (int i = 0; i < SCHEME.length(); i++) {
			if (Character.toLowerCase(c) != SCHEME.charAt(i)) {
				in.reset();
				return false;
			}
			if (i < SCHEME.length() - 1) c = in.read();
		}
		return true;
	}

	/** Reads what stands between the scheme and the data. */
	private static void checkHeader(final InputStream in, final String source) throws IOException {
		final StringBuilder header = new StringBuilder(SCHEME);
		int c = in.read();
		for (; c >= 0 && c != ',' && header.length() < MAX_START; c = in.read())
			if (!Character.isWhitespace(c)) header.append((char) c);
		final String written = header.toString().toLowerCase(Locale.ROOT);
		if (c == ',' && written.startsWith(SCHEME + "image/") && (written + ";").contains(";base64;")) return;
		final String shown = header.length() > 40 ? header.substring(0, 40) + "..." : header.toString();
		throw new ImageFileException(source + " begins with \"" + printable(shown) + "\", but must begin with " +
			"data:image/...;base64, as in data:image/png;base64,iVBORw0K. Encode an image file so.");
	}

	private static String printable(final String text) {
		return text.replaceAll("[^ -~]", "?");
	}
}
