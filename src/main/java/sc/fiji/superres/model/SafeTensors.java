package sc.fiji.superres.model;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

import sc.fiji.superres.io.WholeFile;
import sc.fiji.superres.network.Weight;
import sc.fiji.superres.network.Weights;

/**
 * A safetensors file: named float32 tensors and a few words about them. The format is eight bytes with the length of a
 * JSON header, the header, and the little-endian values; no library for it is on Maven Central. Its JSON is read as the
 * YAML that it is.
 *
 * @param metadata free text by name
 * @param weights the tensors
 */
public record SafeTensors(Map<String, String> metadata, Weights weights) {

	private static final String METADATA = "__metadata__";
	private static final int MAX_HEADER = 100_000_000;

	/** The one thing in JSON that is not YAML. */
	private static final Pattern ESCAPED_SLASH = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\/");

	/**
	 * @throws IOException if the file cannot be read, is not whole, or holds a tensor that is not float32
	 */
	public static SafeTensors read(final Path file) throws IOException {
		if (Files.isDirectory(file)) throw new IOException(file + " is a folder, not a safetensors file.");
		try (FileChannel channel = FileChannel.open(file)) {
			final long size = channel.size();
			final long headerSize = size < Long.BYTES ? -1 : read(channel, 0, Long.BYTES).getLong();
			if (headerSize < 2 || headerSize > MAX_HEADER || headerSize > size - Long.BYTES)
				throw new IOException(file + " is not a safetensors file.");
			final byte[] header = read(channel, Long.BYTES, (int) headerSize).array();
			return parse(file, channel, header(file, header), Long.BYTES + headerSize);
		}
		catch (final NoSuchFileException e) {
			throw new IOException("There is no file " + file + ".", e);
		}
	}

	private static Map<?, ?> header(final Path file, final byte[] json) throws IOException {
		try {
			final LoaderOptions options = new LoaderOptions();
			options.setCodePointLimit(MAX_HEADER);
			final String yaml = ESCAPED_SLASH.matcher(new String(json, StandardCharsets.UTF_8)).replaceAll("$1/");
			final Object header = new Yaml(new SafeConstructor(options)).load(yaml);
			if (header instanceof Map<?, ?> map) return map;
		}
		catch (final YAMLException e) {
			throw new IOException(file + " is not a safetensors file: its header is not JSON.", e);
		}
		throw new IOException(file + " is not a safetensors file: its header is not a JSON object.");
	}

	private static SafeTensors parse(final Path file, final FileChannel channel, final Map<?, ?> header, final long start)
		throws IOException
	{
		final Map<String, String> metadata = new LinkedHashMap<>();
		final Weights weights = new Weights();
		for (final Map.Entry<?, ?> entry : header.entrySet()) {
			final String name = String.valueOf(entry.getKey());
			if (!(entry.getValue() instanceof Map<?, ?> tensor)) throw new IOException(file + " has no description of " + name + ".");
			if (name.equals(METADATA)) {
				tensor.forEach((key, value) -> metadata.put(String.valueOf(key), String.valueOf(value)));
				continue;
			}
			if (!"F32".equals(tensor.get("dtype")))
				throw new IOException("The tensor " + name + " of " + file + " is of type " + tensor.get("dtype") +
					"; only F32 (float32) can be read.");
			final Weight weight = new Weight(name, integers(file, name, tensor.get("shape")));
			final List<Integer> offsets = integers(file, name, tensor.get("data_offsets"));
			final long bytes = bytes(weight);
			if (offsets.size() != 2 || offsets.get(0) < 0 || offsets.get(1) - offsets.get(0) != bytes)
				throw new IOException("The tensor " + name + " of " + file + " does not have the length of its shape.");
			if (start + offsets.get(1) > channel.size())
				throw new IOException(file + " is not whole: the tensor " + name + " ends beyond the end of the file.");
			final float[] values = new float[weight.size()];
			read(channel, start + offsets.get(0), (int) bytes).asFloatBuffer().get(values);
			weights.put(weight, values);
		}
		return new SafeTensors(metadata, weights);
	}

	/** Length of a tensor, -1 where its shape is none. */
	private static long bytes(final Weight weight) {
		try {
			return weight.shape().stream().anyMatch(length -> length < 0) ? -1 : (long) weight.size() * Float.BYTES;
		}
		catch (final ArithmeticException e) {
			return -1;
		}
	}

	private static List<Integer> integers(final Path file, final String name, final Object value) throws IOException {
		final List<Integer> integers = new ArrayList<>();
		if (value instanceof List<?> list)
			for (final Object element : list)
				if (element instanceof Integer integer) integers.add(integer);
		if (!(value instanceof List<?> list) || list.size() != integers.size())
			throw new IOException("The tensor " + name + " of " + file + " has no readable shape or place.");
		return integers;
	}

	private static ByteBuffer read(final FileChannel channel, final long position, final int length) throws IOException {
		final ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
		while (bytes.hasRemaining())
			if (channel.read(bytes, position + bytes.position()) < 0) throw new IOException("the file ends too early");
		return bytes.flip();
	}

	/** Writes the file whole or not at all. */
	public void write(final Path file) throws IOException {
		WholeFile.write(file, part -> {
			try (OutputStream out = Files.newOutputStream(part)) {
				final byte[] header = header().getBytes(StandardCharsets.UTF_8);
				out.write(ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(header.length).array());
				out.write(header);
				for (final Weight weight : weights.list()) {
					final ByteBuffer bytes = ByteBuffer.allocate(weight.size() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
					bytes.asFloatBuffer().put(weights.get(weight.name()));
					out.write(bytes.array());
				}
			}
		});
	}

	private String header() {
		final List<String> entries = new ArrayList<>();
		final List<String> words = new ArrayList<>();
		metadata.forEach((key, value) -> words.add(quote(key) + ":" + quote(value)));
		entries.add(quote(METADATA) + ":{" + String.join(",", words) + "}");
		long offset = 0;
		for (final Weight weight : weights.list()) {
			final long end = offset + (long) weight.size() * Float.BYTES;
			entries.add(quote(weight.name()) + ":{\"dtype\":\"F32\",\"shape\":" + weight.shape().toString().replace(" ", "") +
				",\"data_offsets\":[" + offset + "," + end + "]}");
			offset = end;
		}
		final String header = "{" + String.join(",", entries) + "}";
		return header + " ".repeat((8 - header.getBytes(StandardCharsets.UTF_8).length % 8) % 8);
	}

	private static String quote(final String text) {
		final StringBuilder quoted = new StringBuilder("\"");
		for (final char c : text.toCharArray()) {
			if (c == '"' || c == '\\') quoted.append('\\').append(c);
			else if (c < ' ' || c >= 0x7f && c < 0xa0) quoted.append(String.format("\\u%04x", (int) c));
			else quoted.append(c);
		}
		return quoted.append('"').toString();
	}
}
