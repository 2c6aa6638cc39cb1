package sc.fiji.superres.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import ij.IJ;
import ij.ImagePlus;
import ij.Prefs;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.process.ImageConverter;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.StackConverter;

/** A stack that is read plane by plane is, in all else, the image that ImageJ opens. */
class OpenVirtualTest {

	@TempDir
	Path folder;

	private Path save(final ImagePlus image) throws IOException {
		final Path file = folder.resolve("cells.tif");
		ImageFiles.save(image, file);
		return file;
	}

	private void assertVirtual(final Path file) throws IOException {
		final ImagePlus virtual = ImageFiles.openVirtual(file);
		assertTrue(virtual.getImageStack().isVirtual());
		assertSameImage(file, virtual);
	}

	private void assertInMemory(final Path file) throws IOException {
		final ImagePlus image = ImageFiles.openVirtual(file);
		assertFalse(image.hasImageStack() && image.getImageStack().isVirtual());
		assertSameImage(file, image);
	}

	/** Also after a save, which asks an image for all that it has. */
	private void assertSameImage(final Path file, final ImagePlus virtual) throws IOException {
		final ImagePlus image = ImageFiles.open(file);
		ImageAsserts.assertSame(image, virtual);
		ImageFiles.save(image, folder.resolve("memory.tif"));
		ImageFiles.save(virtual, folder.resolve("virtual.tif"));
		assertArrayEquals(Files.readAllBytes(folder.resolve("memory.tif")), Files.readAllBytes(folder.resolve("virtual.tif")));
		for (int i = 1; i <= image.getStackSize(); i += 2) {
			image.setSlice(i);
			virtual.setSlice(i);
			ImageAsserts.assertSame(image, virtual);
		}
	}

	private static ImagePlus plain(final int bitDepth) {
		final ImagePlus image = TestPlanes.randomStack(bitDepth, 13, 9, 6);
		image.getCalibration().pixelWidth = 0.25;
		image.getCalibration().setUnit("um");
		return image;
	}

	@ParameterizedTest
	@CsvSource({ "8, 1", "16, 1", "32, 1", "8, 2", "16, 2", "32, 2", "8, 3", "16, 3", "32, 3" })
	void composites(final int bitDepth, final int mode) throws IOException {
		final ImagePlus image = TestHyperstacks.composite(mode);
		if (bitDepth != 16) {
			image.getCalibration().disableDensityCalibration();
			final StackConverter converter = new StackConverter(image);
			ImageConverter.setDoScaling(false);
			if (bitDepth == 8) converter.convertToGray8();
			else converter.convertToGray32();
			ImageConverter.setDoScaling(true);
		}
		image.setRoi(new Roi(2, 3, 4, 5));
		final Path file = save(image);
		assertVirtual(file);
		final ImagePlus virtual = ImageFiles.openVirtual(file);
		assertEquals(mode, virtual.getCompositeMode());
		assertEquals("[13, 11, 3, 4, 5]", Arrays.toString(virtual.getDimensions()));
		assertNotNull(virtual.getOverlay());
	}

	@ParameterizedTest
	@ValueSource(ints = { 8, 16, 24, 32 })
	void stacksOfEachTypeAndByteOrder(final int bitDepth) throws IOException {
		for (final boolean little : new boolean[] { false, true }) {
			Prefs.intelByteOrder = little;
			try {
				assertVirtual(save(plain(bitDepth)));
			}
			finally {
				Prefs.intelByteOrder = false;
			}
			assertEquals(little ? 'I' : 'M', Files.readAllBytes(folder.resolve("cells.tif"))[0]);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 8, 16, 32 })
	void lutAndDisplayRange(final int bitDepth) throws IOException {
		final ImagePlus image = plain(bitDepth);
		image.getProcessor().setLut(TestPlanes.colours());
		image.setDisplayRange(10, 200);
		assertVirtual(save(image));
		image.getProcessor().invertLut();
		assertVirtual(save(image));
	}

	@Test
	void anRgbHyperstack() throws IOException {
		final ImagePlus image = plain(24);
		image.setDimensions(1, 2, 3);
		image.setOpenAsHyperStack(true);
		assertVirtual(save(image));
	}

	@Test
	void manyChannelsWithoutMode() throws IOException {
		final ImagePlus image = plain(16);
		image.setDimensions(3, 2, 1);
		assertVirtual(save(image));
		image.setOpenAsHyperStack(true);
		assertVirtual(save(image));
	}

	@Test
	void signed16BitAndValueCalibration() throws IOException {
		final ImagePlus image = plain(16);
		image.getCalibration().setSigned16BitCalibration();
		assertVirtual(save(image));
		assertTrue(ImageFiles.openVirtual(folder.resolve("cells.tif")).getCalibration().isSigned16Bit());
		final ImagePlus density = plain(8);
		density.getCalibration().setFunction(Calibration.STRAIGHT_LINE, new double[] { 10, 0.5 }, "OD", true);
		assertVirtual(save(density));
	}

	@Test
	void aGlobalCalibration() throws IOException {
		final Path file = save(TestHyperstacks.composite(IJ.COLOR));
		final Calibration global = new Calibration();
		global.pixelWidth = 3;
		new ImagePlus().setGlobalCalibration(global);
		final ImagePlus image;
		final ImagePlus virtual;
		try {
			image = ImageFiles.open(file);
			virtual = ImageFiles.openVirtual(file);
			assertEquals(3, virtual.getCalibration().pixelWidth);
		}
		finally {
			new ImagePlus().setGlobalCalibration(null);
		}
		assertEquals(image.getCalibration().toString(), virtual.getCalibration().toString());
	}

	/** ImageJ takes the range of all planes where the first one is blank. */
	@ParameterizedTest
	@ValueSource(ints = { 16, 32 })
	void aBlankFirstPlane(final int bitDepth) throws IOException {
		for (final int channels : new int[] { 1, 2 }) {
			final ImagePlus image = plain(bitDepth);
			image.getStack().getProcessor(1).set(0);
			image.setDimensions(channels, 6 / channels, 1);
			if (channels > 1) image.setOpenAsHyperStack(true);
			image.setDisplayRange(0, 0);
			assertVirtual(save(image));
		}
	}

	@ParameterizedTest
	@CsvSource({ "8, 1", "16, 1", "32, 1", "8, 3" })
	void pagesOfOtherPrograms(final int bits, final int samples) throws IOException {
		for (final int gap : new int[] { 0, 4, 90 })
			for (final int strips : new int[] { 1, 3 }) {
				final TiffPages pages = TiffPages.of(bits, samples, 12, 6, 5).gap(gap).strips(strips).field(278, 6 / strips);
				assertVirtual(Files.write(folder.resolve("a.tif"), pages.write()));
				assertVirtual(Files.write(folder.resolve("a.tif"), pages.bigEndian().write()));
			}
	}

	@ParameterizedTest
	@CsvSource({ "16, 2", "32, 2", "32, 3", "32, 1" })
	void signedAndFloatPages(final int bits, final int sampleFormat) throws IOException {
		for (final int gap : new int[] { 0, 4 })
			assertVirtual(Files.write(folder.resolve("a.tif"), TiffPages.of(bits, 1, 12, 6, 5).gap(gap).field(339, sampleFormat).write()));
	}

	@Test
	void whiteIsZero() throws IOException {
		for (final int bits : new int[] { 8, 16 })
			assertVirtual(Files.write(folder.resolve("a.tif"), TiffPages.of(bits, 1, 12, 6, 5).field(262, 0).write()));
	}

	@Test
	void whatIsReadAtOnce() throws IOException {
		assertInMemory(Files.write(folder.resolve("a.tif"), TiffPages.of(12, 1, 12, 6, 5).gap(0).write()));
		assertInMemory(Files.write(folder.resolve("a.tif"), TiffPages.of(16, 3, 12, 6, 5).write()));
		assertInMemory(Files.write(folder.resolve("a.tif"), TiffPages.of(8, 1, 12, 6, 1).write()));
		assertInMemory(save(TestPlanes.random(16, 8, 8)));
		ImageFiles.save(TestPlanes.random(24, 8, 8), folder.resolve("a.png"));
		assertInMemory(folder.resolve("a.png"));
	}

	@Test
	void anRgb48ImageIsThreeChannels() throws IOException {
		assertInMemory(Files.write(folder.resolve("a.tif"), TiffPages.of(16, 3, 12, 6, 1).write()));
		assertEquals(3, ImageFiles.openVirtual(folder.resolve("a.tif")).getNChannels());
	}

	@Test
	void placesInAPaletteBecomeColours() throws IOException {
		final ImagePlus image = plain(8);
		final byte[] greys = new byte[256];
		for (int i = 0; i < 256; i++)
			greys[i] = (byte) (i * 97);
		image.getProcessor().setLut(new LUT(greys, greys, greys));
		assertInMemory(save(image));
		assertEquals(24, ImageFiles.openVirtual(folder.resolve("cells.tif")).getBitDepth());
	}

	/** ImageJ refuses such a file; its planes can be found nevertheless. */
	@Test
	void pagesInTheReverseOrder() throws IOException {
		final Path file = Files.write(folder.resolve("a.tif"), TiffPages.of(8, 1, 12, 6, 5).backwards().write());
		final ImagePlus straight = ImageFiles.open(Files.write(folder.resolve("b.tif"), TiffPages.of(8, 1, 12, 6, 5).write()));
		final ImagePlus image = ImageFiles.openVirtual(file);
		for (int i = 1; i <= 5; i++)
			assertArrayEquals((byte[]) straight.getStack().getPixels(i), (byte[]) image.getStack().getPixels(6 - i));
	}

	@Test
	void onlyThePlaneThatIsAskedForIsRead() throws IOException {
		final Path file = save(plain(16));
		final ImagePlus image = ImageFiles.openVirtual(file);
		final ImageProcessor shown = image.getProcessor();
		assertTrue(image.getStack().getPixels(2) != image.getStack().getPixels(2));
		assertEquals(shown, image.getProcessor());
	}

	@Test
	void anyThreadMayRead() throws Exception {
		final ImagePlus image = plain(16);
		final Path file = save(image);
		final ImagePlanes<?> planes = ImagePlanes.of(CompletableFuture.supplyAsync(() -> open(file)).get());
		final CompletableFuture<?>[] readers = new CompletableFuture<?>[4];
		for (int i = 0; i < readers.length; i++)
			readers[i] = CompletableFuture.runAsync(() -> {
				for (int plane = 0; plane < 60; plane++)
					assertPlane(image, planes, plane % 6);
			});
		CompletableFuture.allOf(readers).get();
		Thread.currentThread().interrupt();
		assertPlane(image, planes, 1);
		assertTrue(Thread.interrupted());
		assertPlane(image, planes, 2);
	}

	private static ImagePlus open(final Path file) {
		try {
			return ImageFiles.openVirtual(file);
		}
		catch (final ImageFileException e) {
			throw new AssertionError(e);
		}
	}

	private static void assertPlane(final ImagePlus image, final ImagePlanes<?> planes, final int plane) {
		try {
			assertArrayEquals((short[]) image.getImageStack().getPixels(plane + 1), (short[]) Planes.processor(planes.plane(plane)).getPixels());
		}
		catch (final IOException e) {
			throw new AssertionError(e);
		}
	}

	private static void assertRefused(final ImagePlus image, final String reason) {
		final String message = assertThrows(ImageFileException.class, () -> ImagePlanes.of(image).plane(1)).getMessage();
		assertTrue(message.startsWith("Plane 2 of 'cells.tif' cannot be read: ") && message.contains(reason), message);
		assertThrows(UncheckedIOException.class, () -> image.getImageStack().getProcessor(2));
	}

	@Test
	void aFileThatWasCut() throws IOException {
		final Path file = save(plain(8));
		final ImagePlus image = ImageFiles.openVirtual(file);
		final byte[] bytes = Files.readAllBytes(file);
		Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
		assertRefused(image, "is cut off: it had " + bytes.length + " bytes when it was opened, but has " + (bytes.length - 1));
	}

	@Test
	void aFileThatWasChanged() throws IOException {
		final Path file = save(plain(8));
		final ImagePlus image = ImageFiles.openVirtual(file);
		Files.write(file, new byte[1], StandardOpenOption.APPEND);
		assertRefused(image, "was changed since it was opened. Open the stack again.");
		final ImagePlus other = ImageFiles.openVirtual(file);
		Files.setLastModifiedTime(file, FileTime.fromMillis(1));
		assertRefused(other, "was changed since it was opened. Open the stack again.");
	}

	@Test
	void aFileThatWasRemoved() throws IOException {
		final Path file = save(plain(8));
		final ImagePlus image = ImageFiles.openVirtual(file);
		Files.delete(file);
		assertRefused(image, "has gone. Put it back, or open the stack again.");
		final String message = assertThrows(ImageFileException.class, () -> ImageFiles.save(image, folder.resolve("b.tif"))).getMessage();
		assertTrue(message.contains("b.tif cannot be written: Plane 1 of 'cells.tif'"), message);
	}

	@Test
	void badFilesAreRefusedAsByOpen() throws IOException {
		final Path cut = TestPlanes.cut(save(plain(8)), 500);
		for (final Path file : new Path[] { cut, folder, folder.resolve("none.tif"), Files.writeString(folder.resolve("b.tif"), "text") })
			assertEquals(assertThrows(ImageFileException.class, () -> ImageFiles.open(file)).getMessage(), assertThrows(
				ImageFileException.class, () -> ImageFiles.openVirtual(file)).getMessage());
	}

	@Test
	void theFileIsClosedAfterEachPlane() throws IOException {
		final Path handles = Path.of("/proc/self/fd");
		assumeTrue(Files.isDirectory(handles), "no list of open files");
		final Path file = save(plain(8));
		final ImagePlanes<?> planes = ImagePlanes.of(ImageFiles.openVirtual(file));
		planes.plane(3);
		try (Stream<Path> open = Files.list(handles)) {
			assertTrue(open.noneMatch(handle -> isLink(handle, file)));
		}
	}

	private static boolean isLink(final Path handle, final Path file) {
		try {
			return Files.readSymbolicLink(handle).equals(file.toAbsolutePath());
		}
		catch (final IOException e) {
			return false; // was closed meanwhile
		}
	}

	@Test
	void itIsNotSavedOverItself() throws IOException {
		final Path file = save(plain(8));
		final ImagePlus image = ImageFiles.openVirtual(file);
		assertTrue(assertThrows(ImageFileException.class, () -> ImageFiles.save(image, file)).getMessage().contains("is read from it"));
	}
}
