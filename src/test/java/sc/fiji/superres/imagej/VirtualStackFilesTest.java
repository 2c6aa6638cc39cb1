package sc.fiji.superres.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import ij.IJ;
import ij.ImagePlus;
import ij.VirtualStack;
import ij.io.FileInfo;
import ij.io.FileSaver;
import ij.plugin.FileInfoVirtualStack;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;

/** Files that go, are cut or damaged while ImageJ shows a stack of them: ImageJ itself makes up a plane. */
class VirtualStackFilesTest {

	@TempDir
	Path folder;

	/** A virtual stack of three files, as File > Import > Image Sequence makes it. */
	private ImagePlus sequence(final int bitDepth, final String extension) throws IOException {
		final VirtualStack stack = new VirtualStack(40, 36, null, folder.toString());
		stack.setBitDepth(bitDepth);
		for (int i = 1; i <= 3; i++) {
			ImageFiles.save(plane(bitDepth, i), folder.resolve(i + "." + extension));
			stack.addSlice(i + "." + extension);
		}
		return new ImagePlus("sequence", stack);
	}

	private static ImagePlus plane(final int bitDepth, final int i) {
		return new ImagePlus("plane", TestPlanes.randomStack(bitDepth, 40, 36, 3).getStack().getProcessor(i));
	}

	/** A virtual stack in one file, as File > Import > TIFF Virtual Stack makes it. */
	private ImagePlus tiff(final ImagePlus image) throws IOException {
		ImageFiles.save(image, folder.resolve("stack.tif"));
		return FileInfoVirtualStack.openVirtual(folder.resolve("stack.tif").toString());
	}

	private static String refusal(final ImagePlanes<?> planes, final int plane) {
		return assertThrows(ImageFileException.class, () -> planes.plane(plane)).getMessage();
	}

	@ParameterizedTest
	@CsvSource({ "8, tif", "16, tif", "24, tif", "32, tif", "8, png", "16, png", "24, png" })
	void planesOfASequence(final int bitDepth, final String extension) throws IOException {
		final ImagePlanes<?> planes = ImagePlanes.of(sequence(bitDepth, extension));
		for (int i = 1; i <= 3; i++)
			TestPlanes.assertPixels(plane(bitDepth, i), new ImagePlus("", Planes.processor(planes.plane(i - 1))));
	}

	@ParameterizedTest
	@ValueSource(ints = { 8, 16, 24, 32 })
	void planesOfAFile(final int bitDepth) throws IOException {
		final ImagePlus image = TestPlanes.randomStack(bitDepth, 40, 36, 5);
		final ImagePlanes<?> planes = ImagePlanes.of(tiff(image));
		assertEquals(5, planes.size());
		for (int i = 1; i <= 5; i++)
			TestPlanes.assertPixels(new ImagePlus("", image.getStack().getProcessor(i)), new ImagePlus("", Planes.processor(planes.plane(
				i - 1))));
	}

	@ParameterizedTest
	@ValueSource(ints = { 8, 16, 24, 32 })
	void aFileOfASequenceThatHasGone(final int bitDepth) throws IOException {
		final ImagePlanes<?> planes = ImagePlanes.of(sequence(bitDepth, "tif"));
		planes.plane(1);
		Files.delete(folder.resolve("2.tif"));
		assertEquals("Plane 2 of 'sequence' cannot be read: the file " + folder.resolve("2.tif") +
			" has gone. Put it back, or open the stack again.", refusal(planes, 1));
		planes.plane(0);
		planes.plane(2);
		ImageFiles.save(plane(bitDepth, 2), folder.resolve("2.tif"));
		planes.plane(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "tif", "png" })
	void aFileOfASequenceThatHasBecomeShorter(final String extension) throws IOException {
		final ImagePlanes<?> planes = ImagePlanes.of(sequence(16, extension));
		planes.plane(1);
		final Path file = folder.resolve("2." + extension);
		Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) Files.size(file) / 2));
		final String message = refusal(planes, 1);
		assertTrue(message.startsWith("Plane 2 of 'sequence' cannot be read: " + file + " is cut off: ") && message.endsWith(
			"Copy or download it again."), message);
	}

	/** ImageJ opens what it does not know by other plugins; none can read this, and a message is painted. */
	@ParameterizedTest
	@ValueSource(ints = { 8, 16, 24, 32 })
	void aFileOfASequenceThatIsNoLongerAnImage(final int bitDepth) throws IOException {
		final ImagePlanes<?> planes = ImagePlanes.of(sequence(bitDepth, "tif"));
		Files.write(folder.resolve("3.tif"), new byte[5000]);
		assertEquals("Plane 3 of 'sequence' cannot be read: " + folder.resolve("3.tif") +
			" is damaged. Copy or download it again.", refusal(planes, 2));
	}

	@Test
	void aWhitePlaneIsNoPaintedOne() throws IOException {
		final ImagePlus image = sequence(8, "tif");
		final ImageProcessor white = new ByteProcessor(40, 36);
		white.invert();
		ImageFiles.save(new ImagePlus("white", white), folder.resolve("2.tif"));
		final ImageProcessor read = Planes.processor(ImagePlanes.of(image).plane(1));
		assertArrayEquals((byte[]) white.getPixels(), (byte[]) read.getPixels());
	}

	/** ImageJ fills what is missing with zeros. */
	@Test
	void theFileOfAStackThatHasBecomeShorter() throws IOException {
		final ImagePlanes<?> planes = ImagePlanes.of(tiff(TestPlanes.randomStack(16, 40, 36, 5)));
		for (int i = 0; i < 5; i++)
			planes.plane(i);
		final Path file = folder.resolve("stack.tif");
		Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) Files.size(file) / 2));
		final String message = refusal(planes, 4);
		assertTrue(message.startsWith("Plane 5 of 'stack.tif' cannot be read: " + file + " is cut off: "), message);
	}

	@Test
	void theFileOfAStackThatHasGone() throws IOException {
		final ImagePlanes<?> planes = ImagePlanes.of(tiff(TestPlanes.randomStack(8, 40, 36, 5)));
		planes.plane(0);
		Files.delete(folder.resolve("stack.tif"));
		assertEquals("Plane 2 of 'stack.tif' cannot be read: the file " + folder.resolve("stack.tif") +
			" has gone. Put it back, or open the stack again.", refusal(planes, 1));
	}

	@Test
	void aRawFile() throws IOException {
		final byte[] bytes = new byte[100 + 5 * 40 * 36];
		Arrays.fill(bytes, (byte) 7);
		Files.write(folder.resolve("stack.raw"), bytes);
		final FileInfo info = new FileInfo();
		info.fileFormat = FileInfo.RAW;
		info.fileType = FileInfo.GRAY8;
		info.directory = folder + "/";
		info.fileName = "stack.raw";
		info.width = 40;
		info.height = 36;
		info.offset = 100;
		info.nImages = 5;
		final FileInfoVirtualStack stack = new FileInfoVirtualStack(info, false);
		final ImagePlus image = new ImagePlus("raw", stack);
		image.setFileInfo(info);
		final ImagePlanes<?> planes = ImagePlanes.of(image);
		assertEquals(5, planes.size());
		for (int i = 0; i < 5; i++)
			assertEquals(7, ((byte[]) Planes.processor(planes.plane(i)).getPixels())[1439]);
		Files.write(folder.resolve("stack.raw"), Arrays.copyOf(bytes, bytes.length - 1));
		planes.plane(3);
		assertTrue(refusal(planes, 4).contains("is cut off: the plane needs 7300 bytes, but it has 7299."), refusal(planes, 4));
	}

	@Test
	void aFileThatChangesIsNoticed() throws IOException {
		final ImagePlus image = sequence(8, "tif");
		final VirtualFiles files = new VirtualFiles(image.getStack(), null);
		final Path file = files.of(2);
		assertEquals(folder.resolve("2.tif"), file);
		final VirtualFiles.State before = files.check(file, 2);
		assertEquals(before, files.state(file));
		Files.write(file, new byte[] { 1 }, StandardOpenOption.APPEND);
		assertTrue(!before.equals(files.state(file)));
	}

	@Test
	void stacksWithoutFilesHaveNone() throws IOException {
		final ImagePlus image = new ImagePlus("made", new VirtualStack(40, 36, 3));
		assertNull(new VirtualFiles(image.getStack(), null).of(2));
		ImagePlanes.of(image).plane(2);
	}

	@Test
	void aVirtualStackIsSavedWithAllThatItHas() throws IOException {
		final ImagePlus image = TestHyperstacks.composite(IJ.COMPOSITE);
		final ImagePlus virtual = tiff(image);
		assertTrue(virtual.getStack().isVirtual());
		assertEquals("stack.tif", virtual.getTitle());
		ImageFiles.save(virtual, folder.resolve("copy.tif"));
		final ImagePlus copy = ImageFiles.open(folder.resolve("copy.tif"));
		assertArrayEquals(image.getDimensions(), copy.getDimensions());
		assertEquals(IJ.COMPOSITE, copy.getCompositeMode());
		assertEquals(image.getOverlay().size(), copy.getOverlay().size());
		for (int i = 1; i <= 60; i++) {
			assertArrayEquals((short[]) image.getStack().getPixels(i), (short[]) copy.getStack().getPixels(i));
			assertEquals("plane " + i, copy.getStack().getSliceLabel(i));
		}
		for (int c = 0; c < 3; c++) {
			assertEquals(image.getLuts()[c].max, copy.getLuts()[c].max);
			assertArrayEquals(image.getLuts()[c].getBytes(), copy.getLuts()[c].getBytes());
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 8, 24, 32 })
	void virtualStacksOfEachTypeAreSaved(final int bitDepth) throws IOException {
		final ImagePlus image = sequence(bitDepth, "tif");
		ImageFiles.save(image, folder.resolve("copy.tif"));
		final ImagePlus copy = ImageFiles.open(folder.resolve("copy.tif"));
		assertEquals(3, copy.getStackSize());
		for (int i = 1; i <= 3; i++) {
			TestPlanes.assertPixels(plane(bitDepth, i), new ImagePlus("", copy.getStack().getProcessor(i)));
			assertEquals(i + ".tif", copy.getStack().getSliceLabel(i));
		}
	}

	@Test
	void aVirtualStackThatCannotBeReadIsNotSaved() throws IOException {
		final ImagePlus image = sequence(8, "tif");
		Files.delete(folder.resolve("3.tif"));
		final String message = assertThrows(ImageFileException.class, () -> ImageFiles.save(image, folder.resolve("copy.tif")))
			.getMessage();
		assertEquals(folder.resolve("copy.tif") + " cannot be written: Plane 3 of 'sequence' cannot be read: the file " + folder.resolve(
			"3.tif") + " has gone. Put it back, or open the stack again.", message);
		assertEquals(List.of("1.tif", "2.tif"), TestPlanes.names(folder));
	}

	@Test
	void aVirtualStackIsNotSavedOverItsOwnFile() throws IOException {
		final ImagePlus image = tiff(TestPlanes.randomStack(8, 40, 36, 5));
		final String message = assertThrows(ImageFileException.class, () -> ImageFiles.save(image, folder.resolve("stack.tif")))
			.getMessage();
		assertTrue(message.contains("is read from it. Name another file."), message);
		assertTrue(new FileSaver(TestPlanes.random(8, 3, 3)).saveAsTiff(folder.resolve("other.tif").toString()));
		ImageFiles.checkSavable(image, folder.resolve("other.tif"));
	}
}
