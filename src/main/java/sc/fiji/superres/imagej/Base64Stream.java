package sc.fiji.superres.imagej;

import java.io.IOException;
import java.io.InputStream;

/**
 * The characters of a base64 text (RFC 4648) without the white space between them. Java's own decoders either allow none, or
 * leave out whatever is wrong.
 */
final class Base64Stream extends InputStream {

	/** Characters that stand for three bytes. */
	private static final int GROUP = 4;

	private final InputStream in;
	private final String source;
	private long digits;
	private long padding;

	/** @param source what messages call it */
	Base64Stream(final InputStream in, final String source) {
		this.in = in;
		this.source = source;
	}

	/** @throws ImageFileException if the next character is not allowed there, or the end is not */
	@Override
	public int read() throws IOException {
		int c = in.read();
		while (c >= 0 && Character.isWhitespace(c))
			c = in.read();
		if (c < 0) checkEnd();
		else if (c == '=' && digits % GROUP > 1) padding++;
		else if (isDigit(c) && padding == 0) digits++;
		else throw new ImageFileException(source + " is not base64: character " + (digits + padding + 1) + " after the comma is " +
			name(c) + "; allowed are letters, digits, +, /, and = at the end. Encode the image again.");
		return c;
	}

	private static boolean isDigit(final int c) {
		return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '+' || c == '/';
	}

	private static String name(final int c) {
		return c > ' ' && c < 0x7f ? "'" + (char) c + "'" : "byte " + c;
	}

	/** The padding may be missing as a whole. */
	private void checkEnd() throws ImageFileException {
		if (padding == 0 && digits % GROUP != 1 || padding > 0 && (digits + padding) % GROUP == 0) return;
		throw new ImageFileException(source + " is cut off: its base64 text has " + (digits + padding) + " characters, which " +
			"is no multiple of " + GROUP + ". Encode the image again.");
	}
}
