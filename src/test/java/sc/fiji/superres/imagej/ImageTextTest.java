package sc.fiji.superres.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import ij.ImagePlus;
import ij.process.ByteProcessor;

/** Texts become the bytes that they stand for, or are refused. */
class ImageTextTest {

	private static final String SOURCE = "The text";

	@TempDir
	Path folder;

	private static byte[] copy(final InputStream in) throws IOException {
		final Path file = ImageTextReader.copy(in, SOURCE);
		try {
			return Files.readAllBytes(file);
		}
		finally {
			Files.delete(file);
		}
	}

	private static byte[] copy(final String text) throws IOException {
		return copy(stream(text));
	}

	private static InputStream stream(final String text) {
		return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
	}

	private static byte[] random(final int length) {
		final byte[] bytes = new byte[length];
		new Random(length).nextBytes(bytes);
		return bytes;
	}

	private static String encode(final byte[] bytes) {
		return Base64.getEncoder().encodeToString(bytes);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4, 5, 6, 100, 70_001 })
	void everyLengthComesBack(final int length) throws IOException {
		final byte[] bytes = random(length);
		final String text = encode(bytes);
		assertArrayEquals(bytes, copy("data:image/png;base64," + text));
		assertArrayEquals(bytes, copy("data:image/png;base64," + text.replace("=", "")));
		assertArrayEquals(bytes, copy("data:image/png;base64," + Base64.getMimeEncoder().encodeToString(bytes) + "\r\n"));
		assertArrayEquals(bytes, copy("data:image/png;base64,\n" + text.replaceAll("", " \t")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "data:image/png;base64,", "DATA:image/PNG;Base64,", "data:image/tiff;charset=utf-8;base64,",
		"data:image/jpeg;base64;name=a.jpg,", "\n  data:image/svg+xml; base64 ,", "\ufeffdata:image/x;base64," })
	void headersAreReadLeniently(final String header) throws IOException {
		final byte[] bytes = random(10);
		assertArrayEquals(bytes, copy(header + encode(bytes)));
		assertTrue(ImageTextReader.isText(Files.writeString(folder.resolve("text"), header)));
	}

	@Test
	void whatIsNoTextStaysAsItIs() throws IOException {
		for (final String text : new String[] { "", " ", "  P2 1 1 255 7", "dat", "database", "\ufeff", "\u00efx" }) {
			assertArrayEquals(text.getBytes(StandardCharsets.UTF_8), copy(text));
			assertFalse(ImageTextReader.isText(Files.writeString(folder.resolve("text"), text)));
		}
		final byte[] bytes = random(200_000);
		assertArrayEquals(bytes, copy(new ByteArrayInputStream(bytes)));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"data:image/png;base64,AAAA%3D   | character 5 after the comma is '%'; allowed are letters, digits, +, /",
		"data:image/png;base64,AA-_      | character 3 after the comma is '-'",
		"data:image/png;base64,AAß=      | character 3 after the comma is byte 195",
		"data:image/png;base64,AA==AA    | character 5 after the comma is 'A'",
		"data:image/png;base64,AAA==     | has 5 characters, which is no multiple of 4",
		"data:image/png;base64,AA=       | has 3 characters",
		"data:image/png;base64,AAAAA     | has 5 characters",
		"data:image/png;base64,=         | character 1 after the comma is '='",
		"data:image/png;base64,AAAA=     | character 5 after the comma is '='",
		"data:image/png,AAAA             | begins with \"data:image/png\", but must begin with data:image/...;base64,",
		"data:text/plain;base64,AAAA     | begins with \"data:text/plain;base64\"",
		"data:;base64,AAAA               | begins with \"data:;base64\"",
		"data:image/png;base64           | begins with \"data:image/png;base64\"",
		"data:image/png;base64x,AAAA     | begins with \"data:image/png;base64x\"",
		"data:                           | begins with \"data:\"",
		"data:imäge/png;base64,AAAA      | begins with \"data:im??ge/png;base64\"",
	})
	void whatIsNoImageAsTextIsRefused(final String text, final String message) {
		final String refusal = assertThrows(ImageFileException.class, () -> copy(text)).getMessage();
		assertTrue(refusal.startsWith(SOURCE + " "), refusal);
		assertTrue(refusal.contains(message), refusal);
	}

	@Test
	void aHeaderWithoutEndIsShownInPart() {
		final String text = "data:image/" + "x".repeat(1 << 20);
		final String refusal = assertThrows(ImageFileException.class, () -> copy(text)).getMessage();
		assertTrue(refusal.length() < 250, refusal);
	}

	/** A stream without an end is not read beyond the limit. */
	@ParameterizedTest
	@ValueSource(strings = { "data:image/png;base64,", "P5 " })
	void whatIsTooLongIsRefused(final String start) {
		final Endless endless = new Endless(start);
		final String refusal = assertThrows(ImageFileException.class, () -> copy(endless)).getMessage();
		assertTrue(refusal.startsWith(SOURCE + " has more than 64 MB, which is the most "), refusal);
		assertTrue(endless.count <= ImageTextReader.MAX_BYTES + (1 << 17), endless.count + " bytes were read");
	}

	/** A start, and then the same letter for ever. */
	private static final class Endless extends InputStream {

		private final String start;
		private long count;

		private Endless(final String start) {
			this.start = start;
		}

		@Override
		public int read() {
			count++;
			return count <= start.length() ? start.charAt((int) count - 1) : 'A';
		}
	}

	@Test
	void refusedTextsLeaveNoFile() throws IOException {
		final long before = temporaryFiles();
		assertThrows(ImageFileException.class, () -> copy("data:image/png;base64,AAAA?"));
		assertEquals(before, temporaryFiles());
	}

	private static long temporaryFiles() throws IOException {
		try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
			final String ours = "superres-" + ProcessHandle.current().pid() + "-";
			return files.filter(file -> file.getFileName().toString().startsWith(ours)).count();
		}
	}

	@Test
	void whatCannotBeReadIsToldWithoutTheTemporaryFile() {
		final InputStream broken = new InputStream() {

			@Override
			public int read() throws IOException {
				throw new IOException("no line");
			}
		};
		assertEquals("The text cannot be copied to a temporary file: no line. Name an image file instead.", assertThrows(
			ImageFileException.class, () -> copy(broken)).getMessage());
	}

	@ParameterizedTest
	@CsvSource({ "data:png, image/png", "DATA:PNG, image/png", "data:jpg, image/jpeg", "data:jpeg, image/jpeg",
		"data:tif, image/tiff", "data:tiff, image/tiff" })
	void imagesAreWrittenAsOneLine(final String name, final String type) throws IOException {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		ImageTextWriter.of(name).write(image(), new PrintStream(out));
		final String text = out.toString(StandardCharsets.US_ASCII);
		assertEquals(1, text.lines().count());
		assertTrue(text.startsWith("data:" + type + ";base64,") && text.endsWith(System.lineSeparator()), text);
		final Path file = folder.resolve("image." + type.substring(6));
		ImageFiles.save(image(), file);
		assertArrayEquals(Files.readAllBytes(file), copy(text));
	}

	private static ImagePlus image() {
		return new ImagePlus("image", new ByteProcessor(11, 7, random(77)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "data:gif", "data:", "data:png;base64", "png", "data" })
	void otherFormatsAreRefused(final String name) {
		assertEquals(name + " is no format that is known. Name data:png, data:jpeg or data:tiff.", assertThrows(
			ImageFileException.class, () -> ImageTextWriter.of(name)).getMessage());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"data:jpeg | 1 | 16 | JPEG holds no 16-bit images. Use data:tif or data:png.",
		"data:png  | 1 | 32 | PNG holds no 32-bit images. Use data:tif.",
		"data:png  | 2 | 8  | PNG holds single planes, but the image has 2. Use data:tif.",
	})
	void whatAFormatCannotHoldIsRefused(final String name, final int planes, final int bits, final String reason)
		throws IOException
	{
		final ImageTextWriter writer = ImageTextWriter.of(name);
		final ResultSize size = new ResultSize(10, 10, planes, bits);
		assertEquals(name + " cannot be written: " + reason, assertThrows(ImageFileException.class, () -> writer.check(size))
			.getMessage());
	}

	@Test
	void aClosedStreamIsAnError() throws IOException {
		final PrintStream closed = new PrintStream(new OutputStream() {

			@Override
			public void write(final int b) throws IOException {
				throw new IOException("Broken pipe");
			}
		});
		final ImageTextWriter writer = ImageTextWriter.of("data:png");
		assertTrue(assertThrows(ImageFileException.class, () -> writer.write(image(), closed)).getMessage().contains(
			"standard output was closed before its end."));
	}
}
