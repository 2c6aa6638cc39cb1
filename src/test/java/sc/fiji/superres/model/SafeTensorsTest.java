package sc.fiji.superres.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.superres.network.Weight;
import sc.fiji.superres.network.Weights;

class SafeTensorsTest {

	@TempDir
	Path folder;

	private Path file;

	@BeforeEach
	void place() {
		file = folder.resolve("a.safetensors");
	}

	@Test
	void writtenTensorsAreReadBack() throws IOException {
		final Weights weights = TestModels.weights(TestModels.NETWORK, 1).put(new Weight("scalar", List.of()), new float[] { 7 })
			.put(new Weight("none", 0, 3), new float[0]);
		final Map<String, String> metadata = Map.of("by \"me\"", "line 1\nline 2\t\\ größer 😀 \u007f\u0085/");
		new SafeTensors(metadata, weights).write(file);
		final SafeTensors read = SafeTensors.read(file);
		assertEquals(metadata, read.metadata());
		// a file has names and shapes; what a weight is for, only a network knows
		assertEquals(weights.list().stream().map(weight -> new Weight(weight.name(), weight.shape())).toList(), List.copyOf(read.weights()
			.list()));
		for (final Weight weight : weights.list())
			assertArrayEquals(weights.get(weight.name()), read.weights().get(weight.name()));
	}

	/** As the Python library writes it: compact JSON, tensors in any order, padded by blanks. */
	@Test
	void filesFromPythonAreRead() throws IOException {
		write("{\"__metadata__\":{\"format\":\"pt\",\"path\":\"a\\/b\\\\/c \\u00e9\"},\"b\":{\"dtype\":\"F32\"," +
			"\"shape\":[2],\"data_offsets\":[4,12]},\"a\":{\"dtype\":\"F32\",\"shape\":[1,1],\"data_offsets\":[0,4]}}   ", 1, 2, 3);
		final SafeTensors read = SafeTensors.read(file);
		assertEquals(Map.of("format", "pt", "path", "a/b\\/c é"), read.metadata());
		assertArrayEquals(new float[] { 1 }, read.weights().get("a"));
		assertArrayEquals(new float[] { 2, 3 }, read.weights().get("b"));
	}

	@Test
	void brokenFilesAreRefused() throws IOException {
		assertRefused("There is no file");
		for (final byte[] bytes : List.of(new byte[0], new byte[7], new byte[100], "PK, but no safetensors".getBytes(
			StandardCharsets.UTF_8)))
		{
			Files.write(file, bytes);
			assertRefused("is not a safetensors file");
		}
		assertHeaderRefused("{\"a\":", "its header is not JSON");
		assertHeaderRefused("[1, 2]", "its header is not a JSON object");
		assertHeaderRefused("{\"a\": 1}", "has no description of a");
		assertHeaderRefused(tensor("F16", "[2]", "[0,4]"), "of type F16; only F32");
		assertHeaderRefused(tensor("F32", "[3]", "[0,8]"), "does not have the length of its shape");
		assertHeaderRefused(tensor("F32", "[-2]", "[0,8]"), "does not have the length of its shape");
		assertHeaderRefused(tensor("F32", "[99999,99999,99999]", "[0,8]"), "does not have the length of its shape");
		assertHeaderRefused(tensor("F32", "[2]", "[-8,0]"), "does not have the length of its shape");
		assertHeaderRefused(tensor("F32", "[2]", "[0]"), "does not have the length of its shape");
		assertHeaderRefused(tensor("F32", "\"2\"", "[0,8]"), "no readable shape");
		assertHeaderRefused(tensor("F32", "[2]", "[4,12]"), "is not whole");
	}

	@Test
	void truncatedFileIsRefused() throws IOException {
		new SafeTensors(Map.of(), TestModels.weights(TestModels.NETWORK, 1)).write(file);
		final byte[] whole = Files.readAllBytes(file);
		for (final int length : new int[] { whole.length - 1, whole.length / 2, 100, 9 }) {
			Files.write(file, Arrays.copyOf(whole, length));
			assertRefused("a.safetensors is not");
		}
	}

	@Test
	void folderIsRefused() throws IOException {
		Files.createDirectory(file);
		assertRefused("is a folder");
	}

	private static String tensor(final String type, final String shape, final String offsets) {
		return "{\"a\":{\"dtype\":\"" + type + "\",\"shape\":" + shape + ",\"data_offsets\":" + offsets + "}}";
	}

	private void assertHeaderRefused(final String header, final String message) throws IOException {
		write(header, 1, 2);
		assertRefused(message);
	}

	private void assertRefused(final String message) {
		final IOException e = assertThrows(IOException.class, () -> SafeTensors.read(file));
		assertTrue(e.getMessage().contains(message) && e.getMessage().contains(file.toString()), e.getMessage());
	}

	private void write(final String header, final float... values) throws IOException {
		final byte[] json = header.getBytes(StandardCharsets.UTF_8);
		final ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES + json.length + values.length * Float.BYTES).order(
			ByteOrder.LITTLE_ENDIAN).putLong(json.length).put(json);
		for (final float value : values)
			bytes.putFloat(value);
		Files.write(file, bytes.array());
	}
}
