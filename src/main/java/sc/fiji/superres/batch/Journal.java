package sc.fiji.superres.batch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

import sc.fiji.superres.io.FileLocks;
import sc.fiji.superres.io.WholeFile;

/** What one process writes down, a line for each image, so that a kill loses nothing that was done. */
final class Journal implements AutoCloseable {

	private final Path file;
	private final FileChannel channel;

	private Journal(final Path file, final FileChannel channel) {
		this.file = file;
		this.channel = channel;
	}

	/**
	 * Opens a journal to go on with it, for one process at a time.
	 *
	 * @param work whose journal it is, for the message
	 * @throws IllegalStateException if another process has it open
	 */
	static Journal open(final Path file, final String work) throws IOException {
		final FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
			StandardOpenOption.WRITE);
		try {
			if (!FileLocks.tryLock(channel)) throw new IllegalStateException("Another process is at work on " + work + " in " + file
				.getParent().getParent() + ". Wait until it has ended, or stop it.");
			channel.position(channel.size());
			if (endsWithinLine(channel)) channel.write(ByteBuffer.wrap(new byte[] { '\n' }));
			return new Journal(file, channel);
		}
		catch (final IOException | RuntimeException e) {
			channel.close();
			throw e;
		}
	}

	/** As a kill leaves it. */
	private static boolean endsWithinLine(final FileChannel channel) throws IOException {
		final ByteBuffer last = ByteBuffer.allocate(1);
		return channel.size() > 0 && channel.read(last, channel.size() - 1) == 1 && last.get(0) != '\n';
	}

	/** All whole lines of a journal, in their order; what is none is left out. */
	static List<Entry> read(final Path file) throws IOException {
		return Records.text(file).lines().map(Entry::parse).flatMap(Optional::stream).toList();
	}

	/** The same of one image, which is much faster. */
	static List<Entry> read(final Path file, final String image) throws IOException {
		final String start = Entry.start(image);
		return Records.text(file).lines().filter(line -> line.startsWith(start)).map(Entry::parse).flatMap(Optional::stream)
			.toList();
	}

	/**
	 * Writes a line down, on the disk when this returns.
	 *
	 * @throws IOException if it cannot be written; the message is for users
	 */
	void add(final Entry entry) throws IOException {
		final ByteBuffer line = ByteBuffer.wrap(entry.toLine().getBytes(StandardCharsets.UTF_8));
		try {
			while (line.hasRemaining())
				channel.write(line);
			channel.force(false);
		}
		catch (final IOException e) {
			throw new IOException(file + " cannot be written: " + WholeFile.reason(e) + " Make room on the disk and run the batch " +
				"again: what is done is kept.", e);
		}
	}

	@Override
	public void close() throws IOException {
		channel.close();
	}
}
