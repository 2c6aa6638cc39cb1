package sc.fiji.superres.batch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one process writes down, a line for each image, so that a kill loses nothing that was done. */
final class Journal implements AutoCloseable {

	private final FileChannel channel;

	private Journal(final FileChannel channel) {
		this.channel = channel;
	}

	/**
	 * Opens a journal to go on with it, for one process at a time.
	 *
	 * @param work whose journal it is, for the message
	 * @throws IllegalStateException if another process has it open
	 */
	static Journal open(final Path file, final String work) throws IOException {
		final FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
		try {
			if (!FileLocks.tryLock(channel)) throw new IllegalStateException("Another process is at work on " + work + " in " + file
				.getParent().getParent() + ". Wait until it has ended, or stop it.");
			channel.position(channel.size());
			if (endsWithinLine(channel)) channel.write(ByteBuffer.wrap(new byte[] { '\n' }));
			return new Journal(channel);
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
		final List<Entry> entries = new ArrayList<>();
		Records.text(file).lines().map(Entry::parse).flatMap(Optional::stream).forEach(entries::add);
		return entries;
	}

	/** Writes a line down, on the disk when this returns. */
	void add(final Entry entry) throws IOException {
		final ByteBuffer line = ByteBuffer.wrap(entry.toLine().getBytes(StandardCharsets.UTF_8));
		while (line.hasRemaining())
			channel.write(line);
		channel.force(false);
	}

	@Override
	public void close() throws IOException {
		channel.close();
	}
}
