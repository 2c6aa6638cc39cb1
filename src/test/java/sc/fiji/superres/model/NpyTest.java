package sc.fiji.superres.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpyTest {

	@TempDir
	Path folder;

	private Path file;

	@BeforeEach
	void place() {
		file = folder.resolve("a.npy");
	}

	@Test
	void writtenArraysAreReadBack() throws IOException {
		for (final List<Integer> shape : List.of(List.of(2, 3), List.of(6), List.<Integer> of(), List.of(1, 0, 3))) {
			final float[] values = new float[shape.stream().reduce(1, (a, b) -> a * b)];
			for (int i = 0; i < values.length; i++)
				values[i] = i - 1.5f;
			new Npy(shape, values).write(file);
			assertEquals(shape, Npy.read(file).shape());
			assertArrayEquals(values, Npy.read(file).values());
		}
	}

	/** The bytes that NumPy 1.26 writes for {@code np.float32([[1, 2], [3, 4]])}. */
	@Test
	void bytesAreThoseOfNumpy() throws IOException {
		new Npy(List.of(2, 2), new float[] { 1, 2, 3, 4 }).write(file);
		final byte[] bytes = Files.readAllBytes(file);
		assertEquals(128 + 16, bytes.length);
		assertEquals("NUMPY\1\0v\0{'descr': '<f4', 'fortran_order': False, 'shape': (2, 2), }", new String(bytes, 1, 68,
			StandardCharsets.ISO_8859_1));
		assertEquals('\n', bytes[127]);
		assertArrayEquals(new byte[] { 0, 0, (byte) 0x80, 0x3f }, Arrays.copyOfRange(bytes, 128, 132));
	}

	@Test
	void brokenFilesAreRefused() throws IOException {
		assertRefused(new byte[0], "is not a NumPy file");
		assertRefused("some text, long enough".getBytes(StandardCharsets.UTF_8), "is not a NumPy file");

		new Npy(List.of(2, 2), new float[4]).write(file);
		final byte[] whole = Files.readAllBytes(file);
		assertRefused(Arrays.copyOf(whole, whole.length - 1), "is not whole");
		assertRefused(Arrays.copyOf(whole, whole.length + 1), "is not whole");
		assertRefused(Arrays.copyOf(whole, 40), "header cannot be read");
		assertRefused(changed(whole, "<f4", "<f8"), "of type <f8; only <f4 (float32)");
		assertRefused(changed(whole, "False, ", "True,  "), "Fortran order");
		assertRefused(changed(whole, "(2, 2), }   ", "(99999, 2)}"), "is not whole");
		assertRefused(changed(whole, "(2, 2), }         ", "(99999, 999999)}"), "is not whole");
		assertRefused(changed(whole, "(2, 2), }   ", "(2 2)}"), "is not a NumPy file");
	}

	private static byte[] changed(final byte[] whole, final String from, final String to) {
		final String text = new String(whole, StandardCharsets.ISO_8859_1);
		assertTrue(text.contains(from));
		return text.replace(from, String.format("%-" + from.length() + "s", to)).getBytes(StandardCharsets.ISO_8859_1);
	}

	private void assertRefused(final byte[] bytes, final String message) throws IOException {
		Files.write(file, bytes);
		final IOException e = assertThrows(IOException.class, () -> Npy.read(file));
		assertTrue(e.getMessage().contains(message) && e.getMessage().contains("a.npy"), e.getMessage());
	}
}
