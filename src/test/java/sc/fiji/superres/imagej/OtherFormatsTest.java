package sc.fiji.superres.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
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
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ij.ImagePlus;
import ij.plugin.filter.AVI_Writer;

/** Formats that ImageJ's Opener knows beside those of every day; nothing may be printed, asked or made up. */
class OtherFormatsTest {

	@TempDir
	Path folder;

	private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
	private final PrintStream out = System.out;
	private final PrintStream err = System.err;

	@BeforeEach
	void listen() {
		System.setOut(new PrintStream(printed, true));
		System.setErr(System.out);
	}

	@AfterEach
	void nothingIsPrinted() {
		System.setOut(out);
		System.setErr(err);
		assertEquals("", printed.toString());
	}

	private static short[] shorts(final int count) {
		final short[] shorts = new short[count];
		for (int i = 0; i < count; i++)
			shorts[i] = (short) (i * 7919);
		return shorts;
	}

	private static String refusal(final Path file) {
		final String message = assertThrows(ImageFileException.class, () -> ImageFiles.open(file)).getMessage();
		assertTrue(message.contains(file.toString()) && message.endsWith(".") && !message.contains("\n"), message);
		return message;
	}

	@Test
	void dicom() throws IOException {
		for (final String name : new String[] { "a.dcm", "IMG0001" }) {
			final ImagePlus image = ImageFiles.open(OtherFiles.dicom(folder.resolve(name), 5, 4, 3, shorts(60), null));
			assertEquals("[5, 4, 1, 3, 1]", Arrays.toString(image.getDimensions()));
			assertEquals(16, image.getBitDepth());
			assertArrayEquals(Arrays.copyOfRange(shorts(60), 40, 60), (short[]) image.getStack().getPixels(3));
			assertTrue(image.getInfoProperty().contains("Rows"));
		}
	}

	/** ImageJ converts such values with its menu commands, which plain ImageJ has not without a screen. */
	@Test
	void dicomOfOtherValues() throws IOException {
		final Path file = OtherFiles.dicom(folder.resolve("a.dcm"), 5, 4, 1, shorts(20), "2 ");
		assertTrue(refusal(file).contains("cannot be read without a screen: it has a rescale slope"));
	}

	@Test
	void dicomThatIsCut() throws IOException {
		final Path file = OtherFiles.dicom(folder.resolve("a.dcm"), 50, 40, 3, shorts(6000), null);
		for (int part = 1; part < 20; part++)
			refusal(TestPlanes.cut(file, Files.size(file) * part / 20));
		assertTrue(refusal(TestPlanes.cut(file, Files.size(file) - 1)).contains("is cut off"));
	}

	@Test
	void noDicom() throws IOException {
		assertTrue(refusal(Files.writeString(folder.resolve("a.dcm"), "Once upon a time ".repeat(50))).contains("it holds text"));
		assertTrue(refusal(Files.write(folder.resolve("b"), new byte[] { 8, 0, 9, 0, 4 })).contains("it starts with the bytes 08 00 09 00"));
	}

	@Test
	void fits() throws IOException {
		final float[] pixels = new float[60];
		for (int i = 0; i < 60; i++)
			pixels[i] = i / 7f;
		final Path file = OtherFiles.fits(folder.resolve("a.fits"), 5, 4, 3, pixels);
		final ImagePlus image = ImageFiles.open(file);
		assertEquals("[5, 4, 1, 3, 1]", Arrays.toString(image.getDimensions()));
		assertEquals(pixels[20 + 15], ((float[]) image.getStack().getPixels(2))[0]); // the last row comes first
		for (final int bytes : new int[] { 4, 100, 2879, 2880, 2880 + 239 })
			refusal(TestPlanes.cut(file, bytes));
		assertTrue(refusal(TestPlanes.cut(file, 2880 + 239)).contains("is cut off"));
	}

	@ParameterizedTest
	@ValueSource(ints = { 8, 24 })
	void avi(final int bitDepth) throws IOException {
		final ImagePlus film = TestPlanes.randomStack(bitDepth, 16, 12, 5);
		film.getCalibration().fps = 10;
		final Path file = folder.resolve("a.avi");
		new AVI_Writer().writeImage(film, file.toString(), AVI_Writer.NO_COMPRESSION, 100);
		final ImagePlus image = ImageFiles.open(file);
		assertEquals(5, image.getStackSize());
		assertFalse(image.getStack().isVirtual());
		assertEquals(10, image.getCalibration().fps);
		for (int i = 1; i <= 5; i++)
			TestPlanes.assertPixels(new ImagePlus("", film.getStack().getProcessor(i)), new ImagePlus("", image.getStack().getProcessor(i)));
		for (int part = 1; part < 20; part++)
			refusal(TestPlanes.cut(file, Files.size(file) * part / 20));
		assertTrue(refusal(TestPlanes.cut(file, Files.size(file) - 1)).contains("is cut off"));
		assertTrue(refusal(Files.writeString(folder.resolve("b.avi"), "no film")).contains("it holds text"));
	}

	@Test
	void zip() throws IOException {
		final Path tiff = folder.resolve("cells.tif");
		ImageFiles.save(TestHyperstacks.composite(2), tiff);
		final Path file = OtherFiles.zip(folder.resolve("cells.zip"), "folder/cells.tif", Files.readAllBytes(tiff));
		final ImagePlus image = ImageFiles.open(file);
		assertEquals("cells.tif", image.getTitle());
		assertEquals("cells.zip", image.getOriginalFileInfo().fileName);
		assertEquals(folder + "/", image.getOriginalFileInfo().directory);
		final ImagePlus expected = ImageFiles.open(tiff);
		expected.setFileInfo(image.getOriginalFileInfo());
		ImageAsserts.assertSame(expected, image);
		OtherFiles.dicom(folder.resolve("a.dcm"), 5, 4, 1, shorts(20), null);
		OtherFiles.zip(folder.resolve("d.zip"), "a.dcm", Files.readAllBytes(folder.resolve("a.dcm")));
		assertEquals(5, ImageFiles.open(folder.resolve("d.zip")).getWidth());
	}

	@Test
	void badZips() throws IOException {
		final Path tiff = folder.resolve("cells.tif");
		ImageFiles.save(TestPlanes.random(16, 50, 40), tiff);
		final byte[] bytes = Files.readAllBytes(tiff);
		final Path file = OtherFiles.zip(folder.resolve("cells.zip"), "cells.tif", bytes);
		for (int part = 1; part < 10; part++)
			refusal(TestPlanes.cut(file, Files.size(file) * part / 20));
		final byte[] damaged = Files.readAllBytes(file);
		damaged[damaged.length / 2] ^= 1;
		refusal(Files.write(folder.resolve("damaged.zip"), damaged));
		OtherFiles.zip(file, "cells.tif", Arrays.copyOf(bytes, 500));
		assertTrue(refusal(file).startsWith("The image in " + file + " is cut off: "), refusal(file));
		OtherFiles.zip(file, "0001.roi", new byte[100]);
		assertTrue(refusal(file).contains("is not an image that can be read: it starts with the bytes 50 4b"));
	}

	@Test
	void unpackedFilesAreDeleted() throws IOException {
		final List<String> before = temporaryFiles();
		zip();
		badZips();
		assertEquals(before, temporaryFiles());
	}

	/** Those of this process: others come and go meanwhile. */
	private static List<String> temporaryFiles() throws IOException {
		final String ours = "superres-" + ProcessHandle.current().pid() + "-";
		final Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
		return TestPlanes.names(temporary).stream().filter(name -> name.startsWith(ours)).toList();
	}

	@Test
	void numbersInAText() throws IOException {
		final ImagePlus image = ImageFiles.open(Files.writeString(folder.resolve("a.txt"), "1\t2.5\t-3e2\n4\tNaN\t6\n"));
		assertArrayEquals(new float[] { 1, 2.5f, -300, 4, Float.NaN, 6 }, (float[]) image.getProcessor().getPixels());
		assertEquals(3, ImageFiles.open(Files.writeString(folder.resolve("b.txt"), "1,2,3\n4,5,6")).getWidth());
		assertTrue(refusal(Files.writeString(folder.resolve("c.txt"), "Once upon a time\n")).contains("it holds text"));
		assertTrue(refusal(Files.writeString(folder.resolve("d.txt"), "1 2 3\n4 5\n")).contains("not the same length"));
		assertTrue(refusal(Files.writeString(folder.resolve("e.txt"), " \n\n")).contains("cannot be read"));
		refusal(Files.writeString(folder.resolve("f.csv"), "1,2\n3,4\n"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "a.czi", "a.raw", "a.lut", "a.roi", "a.ojj", "a.ijm", "a.xls", "a", "a.db", "a.msr", "a.dib" })
	void whatNobodyReads(final String name) throws IOException {
		final byte[] bytes = new byte[1000];
		new Random(1).nextBytes(bytes);
		assertTrue(refusal(Files.write(folder.resolve(name), bytes)).contains("is not an image that can be read: it starts with the bytes"));
		assertTrue(assertThrows(ImageFileException.class, () -> ImageFiles.openVirtual(folder.resolve(name))).getMessage().contains(
			"Readable are"));
	}

	/** ImageJ would ask its host first. */
	@Test
	void aTiffOfAnotherExtension() throws IOException {
		final ImagePlus image = TestPlanes.randomStack(16, 6, 5, 3);
		ImageFiles.save(image, folder.resolve("a.tif"));
		for (final String name : new String[] { "a.lsm", "a.ome.tif", "a.msr", "a.stk" }) {
			Files.copy(folder.resolve("a.tif"), folder.resolve(name));
			assertEquals(3, ImageFiles.open(folder.resolve(name)).getStackSize());
			assertEquals(3, ImageFiles.openVirtual(folder.resolve(name)).getStackSize());
		}
	}

	@Test
	void nonsenseNeverHangs() throws IOException {
		final Random random = new Random(3);
		final String[] names = { "a.dcm", "a.fits", "a.avi", "a.zip", "a.txt", "a" };
		final byte[][] starts = { { 8, 0, 5, 0 }, "SIMPLE  =                    T".getBytes(), "RIFF\1\0\0\0AVI LIST".getBytes(), "PK\3\4"
			.getBytes(), "1 2 3 ".getBytes(), { 2, 0, 2, 0 } };
		for (int i = 0; i < 120; i++) {
			final byte[] bytes = new byte[4000];
			random.nextBytes(bytes);
			System.arraycopy(starts[i % 6], 0, bytes, 0, starts[i % 6].length);
			if (i % 12 == 0) System.arraycopy("DICM".getBytes(), 0, bytes, 128, 4);
			refusal(Files.write(folder.resolve(names[i % 6]), bytes));
		}
	}
}
