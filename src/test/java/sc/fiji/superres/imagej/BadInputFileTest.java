package sc.fiji.superres.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import ij.ImagePlus;
import ij.io.FileSaver;
import ij.io.Opener;

/** Files that are not what they should be; most of them ImageJ opens without a word. */
class BadInputFileTest {

	@TempDir
	Path folder;

	/** The message of opening a file: one that names it, on one line, and nothing is printed beside. */
	private static String message(final Path file) {
		final ByteArrayOutputStream printed = new ByteArrayOutputStream();
		final PrintStream out = System.out;
		System.setOut(new PrintStream(printed, true));
		final String message;
		try {
			message = assertThrows(ImageFileException.class, () -> ImageFiles.open(file)).getMessage();
		}
		finally {
			System.setOut(out);
		}
		assertEquals("", printed.toString());
		assertTrue(message.contains(file.toString()), message);
		assertFalse(message.contains("\n"), message);
		assertTrue(message.endsWith("."), message);
		return message;
	}

	private static void assertContains(final String message, final String... parts) {
		for (final String part : parts)
			assertTrue(message.contains(part), message);
	}

	@Test
	void missing() {
		assertContains(message(folder.resolve("none.tif")), "There is no file", "Check");
	}

	@Test
	void aFolder() {
		assertContains(message(folder), "is a folder", "Name a file");
	}

	@Test
	void empty() throws IOException {
		assertContains(message(Files.createFile(folder.resolve("a.tif"))), "is empty", "again");
	}

	@Test
	void textNamedTif() throws IOException {
		assertContains(message(Files.writeString(folder.resolve("a.tif"), "Once upon a time\n")), "holds text", "Readable are");
	}

	@Test
	void otherBytes() throws IOException {
		assertContains(message(Files.write(folder.resolve("a.tif"), new byte[] { 0x1f, -117, 8, 0 })), "1f 8b 08 00", "TIFF");
	}

	@ParameterizedTest
	@ValueSource(strings = { "I", "II*", "P", "BM", "GIF8", "MM" })
	void onlyTheStart(final String start) throws IOException {
		message(Files.writeString(folder.resolve("a.tif"), start));
	}

	@Test
	void bigTiff() throws IOException {
		final byte[] header = { 'I', 'I', 43, 0, 8, 0, 0, 0 };
		assertContains(message(Files.write(folder.resolve("a.tif"), header)), "BigTIFF", "Save it");
	}

	@ParameterizedTest
	@CsvSource({ "8, tif", "16, tif", "24, tif", "32, tif", "8, png", "16, png", "24, png", "8, jpg", "24, jpg" })
	void cutInHalf(final int bitDepth, final String extension) throws IOException {
		final Path file = folder.resolve("a." + extension);
		ImageFiles.save(TestPlanes.random(bitDepth, 60, 50), file);
		assertContains(message(TestPlanes.cut(file, Files.size(file) / 2)), "cut off", "again");
	}

	@ParameterizedTest
	@ValueSource(strings = { "bmp", "gif", "pgm" })
	void otherFormatsCutInHalf(final String format) throws IOException {
		final Path file = folder.resolve("a." + format);
		TestPlanes.saveOther(TestPlanes.random(8, 60, 50), file);
		for (int parts = 2; parts < 10; parts++)
			assertContains(message(TestPlanes.cut(file, Files.size(file) - Files.size(file) / parts)), "cut off");
	}

	@Test
	void aStackCutInHalf() throws IOException {
		final Path file = folder.resolve("a.tif");
		new FileSaver(TestPlanes.randomStack(16, 30, 20, 20)).saveAsTiffStack(file.toString());
		final Path cut = TestPlanes.cut(file, Files.size(file) / 2);
		assertTrue(new Opener().openTiff(folder + "/", cut.getFileName().toString()).getStackSize() < 20, "what ImageJ does");
		assertContains(message(cut), "cut off");
	}

	@Test
	void aStackOfOneDirectoryCutInHalf() throws IOException {
		// As ImageJ writes beyond 4 GB, and others always do: the description alone says how many planes there are.
		final TiffBytes tiff = TiffBytes.grey(8, 6, 5, new byte[6 * 5 * 20]).description("ImageJ=1.54p\nimages=20\n");
		final byte[] bytes = tiff.stripFirst();
		final Path file = Files.write(folder.resolve("a.tif"), bytes);
		assertEquals(20, ImageFiles.open(file).getStackSize());
		assertContains(message(Files.write(file, tiff.stripLast(bytes.length - 10))), "cut off", "20 planes of 30 bytes");
	}

	@Test
	void aDamagedPng() throws IOException {
		final Path file = folder.resolve("a.png");
		ImageFiles.save(TestPlanes.random(8, 60, 50), file);
		final byte[] bytes = Files.readAllBytes(file);
		bytes[bytes.length / 2] ^= 1;
		assertContains(message(Files.write(file, bytes)), "damaged", "checksum", "again");
	}

	@Test
	void aDamagedCompressedTiff() throws IOException {
		final byte[] strip = new byte[40];
		Arrays.fill(strip, (byte) -1);
		final TiffBytes tiff = TiffBytes.grey(8, 6, 5, strip).compression(8);
		message(Files.write(folder.resolve("a.tif"), tiff.stripFirst()));
	}

	/** Cutting may be refused or, behind the end, harmless; it never gives other pixels. */
	@ParameterizedTest
	@CsvSource({ "8, tif", "16, tif", "32, tif", "24, png", "16, png", "24, jpg" })
	void cutAnywhere(final int bitDepth, final String extension) throws IOException {
		final Path file = folder.resolve("a." + extension);
		final ImagePlus image = TestPlanes.random(bitDepth, 31, 17);
		image.setProperty("Info", "some information");
		ImageFiles.save(image, file);
		final ImagePlus whole = ImageFiles.open(file);
		Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) Files.size(file) + 9)); // bytes behind the end
		final Random random = new Random(7);
		int refused = 0;
		for (int i = 0; i < 50; i++) {
			final Path cut = TestPlanes.cut(file, random.nextInt((int) Files.size(file)));
			try {
				TestPlanes.assertPixels(whole, ImageFiles.open(cut));
			}
			catch (final ImageFileException e) {
				refused++;
				assertContains(e.getMessage(), cut.toString());
			}
		}
		assertTrue(refused > 35, "refused " + refused);
	}

	@Test
	void stackCutAnywhere() throws IOException {
		final Path file = folder.resolve("a.tif");
		new FileSaver(TestPlanes.randomStack(8, 13, 7, 9)).saveAsTiffStack(file.toString());
		for (int bytes = 0; bytes < Files.size(file); bytes += 29)
			message(TestPlanes.cut(file, bytes));
	}

	@Test
	void randomBytesBehindASignatureNeverHangOrPrint() throws IOException {
		final Random random = new Random(3);
		final byte[][] signatures = { { 'I', 'I', 42, 0, 8, 0, 0, 0 }, { 'M', 'M', 0, 42, 0, 0, 0, 8 }, { -1, -40, -1, -32, 0, 4 },
			{ 'G', 'I', 'F', '8', '9', 'a' }, { 'B', 'M' }, { 'P', '5', '\n' } };
		for (int i = 0; i < 120; i++) {
			final byte[] bytes = new byte[200];
			random.nextBytes(bytes);
			final byte[] signature = signatures[i % signatures.length];
			System.arraycopy(signature, 0, bytes, 0, signature.length);
			if (i % 6 < 2) bytes[8 + i % 2] = 0; // few fields
			message(Files.write(folder.resolve("a.tif"), bytes));
		}
	}
}
