package sc.fiji.superres.imagej;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that may be of any length, and is refused where it is too long. */
final class LimitedStream extends FilterInputStream {

	private final String source;
	private final long limit;
	private long count;

	/**
	 * @param source what messages call it
	 * @param limit in bytes
	 */
	LimitedStream(final InputStream in, final String source, final long limit) {
		super(in);
		this.source = source;
		this.limit = limit;
	}

	@Override
	public int read() throws IOException {
		final int value = super.read();
		if (value >= 0) add(1);
		return value;
	}

	@Override
	public int read(final byte[] bytes, final int offset, final int length) throws IOException {
		final int read = super.read(bytes, offset, length);
		if (read > 0) add(read);
		return read;
	}

	private void add(final int read) throws ImageFileException {
		count += read;
		if (count > limit)
			throw new ImageFileException(source + " has more than " + limit / 1_000_000 + " MB, which is the most that is taken as " +
				"a text or from standard input. Name an image file.");
	}
}
