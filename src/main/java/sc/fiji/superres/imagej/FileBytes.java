package sc.fiji.superres.imagej;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.zip.CRC32;

/**
 * The bytes of an image file by position, and what to say when they are not as its format wants them. Numbers are big-endian
 * until {@link #littleEndian} says otherwise. To read beyond the end is an error that says that the file is cut off.
 */
final class FileBytes implements Closeable {

	private final Path file;
	private final FileChannel channel;
	private final long size;
	private final ByteBuffer window = ByteBuffer.allocate(1 << 16).limit(0);
	private long windowStart;
	private boolean littleEndian;

	FileBytes(final Path file) throws IOException {
		this.file = file;
		channel = FileChannel.open(file);
		size = channel.size();
	}

	Path file() {
		return file;
	}

	long size() {
		return size;
	}

	void littleEndian(final boolean little) {
		littleEndian = little;
	}

	int u8(final long position) throws IOException {
		if (position < windowStart || position >= windowStart + window.limit()) load(position);
		return window.get((int) (position - windowStart)) & 0xff;
	}

	int u16(final long position) throws IOException {
		final int first = u8(position);
		final int second = u8(position + 1);
		return littleEndian ? second << 8 | first : first << 8 | second;
	}

	long u32(final long position) throws IOException {
		final long first = u16(position);
		final long second = u16(position + 2);
		return littleEndian ? second << 16 | first : first << 16 | second;
	}

	/** The CRC-32 of some bytes. */
	long crc(final long position, final long length) throws IOException {
		require(position + length);
		final CRC32 crc = new CRC32();
		for (long done = 0; done < length;) {
			u8(position + done);
			final int offset = (int) (position + done - windowStart);
			final int count = (int) Math.min(window.limit() - offset, length - done);
			crc.update(window.array(), offset, count);
			done += count;
		}
		return crc.getValue();
	}

	/** @throws ImageFileException if the file has fewer bytes than {@code end} */
	void require(final long end) throws ImageFileException {
		if (end > size) throw cut("its header promises " + end + " bytes, but it has " + size + ".");
	}

	ImageFileException cut(final String what) {
		return new ImageFileException(file + " is cut off: " + what + " Copy or download it again.");
	}

	ImageFileException damaged(final String what) {
		return new ImageFileException(file + " is damaged: " + what + " Copy or download it again.");
	}

	ImageFileException unsupported(final String what) {
		return new ImageFileException.Unsupported(file + " cannot be read by ImageJ's own reader: " + what +
			" Save it as an uncompressed TIFF or as PNG with the program that made it.");
	}

	private void load(final long position) throws IOException {
		if (position >= size) throw cut("it ends after " + size + " bytes, before its image is complete.");
		windowStart = position;
		window.clear();
		while (window.hasRemaining() && channel.read(window, position + window.position()) > 0);
		window.flip();
		if (window.limit() == 0) throw cut("it became shorter while it was read.");
	}

	@Override
	public void close() throws IOException {
		channel.close();
	}
}
