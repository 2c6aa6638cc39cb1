package sc.fiji.superres.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A NumPy array file, format 1.0: one float32 array in row-major order. Read and written here because no maintained library
 * without dependencies does so.
 *
 * @param shape length of each axis
 * @param values in row-major order, not copied
 */
record Npy(List<Integer> shape, float[] values) {

	private static final byte[] MAGIC = { (byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0 };
	private static final int PREFIX = MAGIC.length + Short.BYTES;
	private static final int ALIGNMENT = 64;
	private static final Pattern HEADER = Pattern.compile(
		"\\{\\s*'descr':\\s*'([^']*)',\\s*'fortran_order':\\s*(True|False),\\s*'shape':\\s*\\(([0-9, ]*)\\),?\\s*\\}\\s*");

	Npy {
		shape = List.copyOf(shape);
		if (values.length != size(shape))
			throw new IllegalArgumentException("An array of shape " + shape + " does not have " + values.length + " values.");
	}

	/** @return the product of the lengths, -1 where no array can be so large */
	private static int size(final List<Integer> shape) {
		long size = 1;
		for (final int length : shape) {
			size *= length;
			if (size > Integer.MAX_VALUE / Float.BYTES) return -1;
		}
		return (int) size;
	}

	/** @throws IOException if the file cannot be read, is not whole, or holds anything else than float32 in row-major order */
	static Npy read(final Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			final ByteBuffer prefix = ByteBuffer.wrap(in.readNBytes(PREFIX)).order(ByteOrder.LITTLE_ENDIAN);
			if (prefix.limit() < PREFIX || !Arrays.equals(Arrays.copyOf(prefix.array(), MAGIC.length), MAGIC))
				throw new IOException(file + " is not a NumPy file of format 1.0.");
			final int headerSize = Short.toUnsignedInt(prefix.getShort(MAGIC.length));
			final List<Integer> shape = shape(file, new String(in.readNBytes(headerSize), StandardCharsets.ISO_8859_1));
			final int size = size(shape);
			final long expected = PREFIX + headerSize + (long) size * Float.BYTES;
			if (size < 0 || Files.size(file) != expected)
				throw new IOException(file + " is not whole: an array of shape " + shape + " does not fill its " + Files.size(file) +
					" bytes.");
			final float[] values = new float[size];
			ByteBuffer.wrap(in.readNBytes(size * Float.BYTES)).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
			return new Npy(shape, values);
		}
	}

	private static List<Integer> shape(final Path file, final String header) throws IOException {
		final Matcher matcher = HEADER.matcher(header);
		if (!matcher.matches()) throw new IOException(file + " is not a NumPy file: its header cannot be read.");
		if (!matcher.group(1).equals("<f4") || matcher.group(2).equals("True"))
			throw new IOException(file + " holds an array of type " + matcher.group(1) +
				(matcher.group(2).equals("True") ? " in Fortran order" : "") + "; only <f4 (float32) in C order can be read.");
		try {
			return Arrays.stream(matcher.group(3).split(",")).map(String::trim).filter(length -> !length.isEmpty())
				.map(Integer::valueOf).toList();
		}
		catch (final NumberFormatException e) {
			throw new IOException(file + " is not a NumPy file: its shape is (" + matcher.group(3) + ").", e);
		}
	}

	/** Writes the file in place. */
	void write(final Path file) throws IOException {
		final String lengths = shape.stream().map(String::valueOf).collect(Collectors.joining(", "));
		final String tuple = shape.size() == 1 ? "(" + lengths + ",)" : "(" + lengths + ")";
		final String header = "{'descr': '<f4', 'fortran_order': False, 'shape': " + tuple + ", }";
		final int used = (PREFIX + header.length() + 1) % ALIGNMENT;
		final String padded = header + " ".repeat((ALIGNMENT - used) % ALIGNMENT) + "\n";
		final ByteBuffer prefix = ByteBuffer.allocate(PREFIX).order(ByteOrder.LITTLE_ENDIAN).put(MAGIC);
		prefix.putShort((short) padded.length());
		final ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
		bytes.asFloatBuffer().put(values);
		try (OutputStream out = Files.newOutputStream(file)) {
			out.write(prefix.array());
			out.write(padded.getBytes(StandardCharsets.ISO_8859_1));
			out.write(bytes.array());
		}
	}
}
