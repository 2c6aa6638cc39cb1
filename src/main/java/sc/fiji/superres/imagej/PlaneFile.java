package sc.fiji.superres.imagej;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;

import ij.ImageStack;
import ij.process.ImageProcessor;

import sc.fiji.superres.io.WholeFile;

/**
 * Keeps planes of one size and type in a temporary file instead of memory, which is deleted when this is closed.
 *
 * <pre>
 * try (PlaneFile planes = new PlaneFile(folder)) {
 * 	ResultImage result = new ResultImage(input, selection, region, 2, planes);
 * 	for (int i = 0; i &lt; selection.size(); i++)
 * 		result.accept(i, upscaled(i));
 * 	ImageFiles.save(result.finish("EDSR x2", facts), file); // reads them one at a time
 * }
 * </pre>
 *
 * The file holds the planes one after the other, without a header, big-endian. Any thread may write and read. It is for one
 * result, whose image has no pixels any more after the end.
 */
final class PlaneFile implements PlaneStore, PlanePixels, AutoCloseable {

	private static final int BUFFER = 1 << 16;

	private final Path path;
	private final RandomAccessFile file; // unlike a channel, an interrupt does not close it
	private final BitSet written = new BitSet();
	private final byte[] buffer = new byte[BUFFER];
	private int width;
	private int height;
	private int bitDepth;
	private boolean closed;

	/**
	 * @param folder where the file is; it is hidden there, and {@link WholeFile#sweep} deletes it where the process was killed
	 * @throws ImageFileException if there is no such folder, or no file can be made in it; the message is for users
	 */
	PlaneFile(final Path folder) throws ImageFileException {
		if (!Files.isDirectory(folder))
			throw new ImageFileException("Planes cannot be kept in " + folder + ": there is no such folder. Make it first, or " +
				"name another.");
		try {
			path = WholeFile.part(folder.resolve("planes.raw"));
			file = new RandomAccessFile(Files.createFile(path).toFile(), "rw");
		}
		catch (final IOException e) {
			throw new ImageFileException("Planes cannot be kept in " + folder + ": " + WholeFile.reason(e) + " Name another folder.",
				e);
		}
	}

	/**
	 * Writes a plane.
	 *
	 * @throws ImageFileException if it cannot be written, as where the disk is full
	 * @throws IllegalArgumentException if it is of another size or type than those before
	 */
	@Override
	public synchronized void write(final int plane, final ImageProcessor pixels) throws ImageFileException {
		if (written.isEmpty()) {
			width = pixels.getWidth();
			height = pixels.getHeight();
			bitDepth = pixels.getBitDepth();
		}
		if (pixels.getWidth() != width || pixels.getHeight() != height || pixels.getBitDepth() != bitDepth)
			throw new IllegalArgumentException("The plane has " + pixels.getWidth() + " x " + pixels.getHeight() + " pixels of " +
				pixels.getBitDepth() + " bits, but those before have " + width + " x " + height + " of " + bitDepth + ".");
		try {
			file.seek(plane * bytes());
			final Object array = pixels.getPixels();
			for (long start = 0; start < bytes() / pixelBytes(); start += BUFFER / pixelBytes())
				file.write(buffer, 0, encode(array, start));
		}
		catch (final IOException e) {
			throw new ImageFileException("Planes cannot be kept in " + path.getParent() + ": " + WholeFile.reason(e) +
				" Make room on the disk, or name another folder.", e);
		}
		written.set(plane);
	}

	@Override
	public synchronized ImageStack stack() {
		return new PlaneStack(width, height, written.length(), bitDepth, this);
	}

	@Override
	public synchronized Object read(final int index) throws IOException {
		if (closed) throw new ImageFileException("its pixels were given up when the work ended. Open the file that was saved.");
		if (!written.get(index - 1)) throw new ImageFileException("it was not made.");
		final Object array = array();
		try {
			file.seek((index - 1) * bytes());
			for (long start = 0; start < bytes() / pixelBytes(); start += BUFFER / pixelBytes())
				decode(array, start);
		}
		catch (final IOException e) {
			throw new ImageFileException("the temporary file " + path + " cannot be read: " + WholeFile.reason(e) + " Start again.",
				e);
		}
		return array;
	}

	@Override
	public Path file() {
		return path;
	}

	private Object array() {
		final int pixels = width * height;
		return bitDepth == 8 ? new byte[pixels] : bitDepth == 16 ? new short[pixels] : bitDepth == 32 ? new float[pixels] :
			new int[pixels];
	}

	/** RGB takes as much as 32-bit. */
	private int pixelBytes() {
		return bitDepth == 24 ? 4 : bitDepth / 8;
	}

	private long bytes() {
		return (long) width * height * pixelBytes();
	}

	private int count(final Object array, final long start) {
		return (int) Math.min(BUFFER / pixelBytes(), Array.getLength(array) - start);
	}

	/** Fills the buffer with what begins at a pixel; returns how many bytes that are. */
	private int encode(final Object array, final long first) {
		final int start = (int) first;
		final int count = count(array, start);
		final ByteBuffer bytes = ByteBuffer.wrap(buffer);
		if (array instanceof byte[] values) bytes.put(values, start, count);
		else if (array instanceof short[] values) bytes.asShortBuffer().put(values, start, count);
		else if (array instanceof float[] values) bytes.asFloatBuffer().put(values, start, count);
		else bytes.asIntBuffer().put((int[]) array, start, count);
		return count * pixelBytes();
	}

	private void decode(final Object array, final long first) throws IOException {
		final int start = (int) first;
		final int count = count(array, start);
		file.readFully(buffer, 0, count * pixelBytes());
		final ByteBuffer bytes = ByteBuffer.wrap(buffer);
		if (array instanceof byte[] values) bytes.get(values, start, count);
		else if (array instanceof short[] values) bytes.asShortBuffer().get(values, start, count);
		else if (array instanceof float[] values) bytes.asFloatBuffer().get(values, start, count);
		else bytes.asIntBuffer().get((int[]) array, start, count);
	}

	/**
	 * Deletes the file. Does nothing the second time.
	 *
	 * @throws IOException if it cannot be deleted
	 */
	@Override
	public synchronized void close() throws IOException {
		closed = true;
		file.close();
		Files.deleteIfExists(path);
	}
}
