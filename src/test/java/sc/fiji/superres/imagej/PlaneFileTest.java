package sc.fiji.superres.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.ImageProcessor;
import ij.process.StackConverter;

import sc.fiji.superres.io.WholeFile;

/** Results that wait in a file for their last plane are the same as those in memory. */
class PlaneFileTest {

	@TempDir
	Path folder;

	/** Saves the result of an input as made in memory and in a file. */
	private void assertSameResult(final ImagePlus input, final PlaneSelection selection) throws IOException {
		final ImagePlus expected = TestHyperstacks.upscale(input, selection, 2);
		final Path memory = folder.resolve("memory.tif");
		final Path spooled = folder.resolve("spooled.tif");
		ImageFiles.save(expected, memory);
		try (PlaneFile planes = new PlaneFile(folder)) {
			final ImagePlus result = TestHyperstacks.upscale(input, selection, 2, planes);
			assertEquals(selection.size() > 1, result.hasImageStack() && result.getImageStack().isVirtual());
			ImageFiles.save(result, spooled);
			assertArrayEquals(Files.readAllBytes(memory), Files.readAllBytes(spooled));
			ImageAsserts.assertSame(expected, result);
		}
		assertEquals(List.of("memory.tif", "spooled.tif"), TestPlanes.names(folder));
	}

	@ParameterizedTest
	@ValueSource(ints = { IJ.COMPOSITE, IJ.COLOR, IJ.GRAYSCALE })
	void hyperstacks(final int mode) throws IOException {
		final ImagePlus input = TestHyperstacks.composite(mode);
		assertSameResult(input, PlaneSelection.all(input));
		assertSameResult(input, PlaneSelection.of(input, "2-3", "1,3", "2"));
		assertSameResult(input, PlaneSelection.of(input, "2", "all", "5"));
		assertSameResult(input, PlaneSelection.of(input, "1", "2", "3"));
	}

	@ParameterizedTest
	@ValueSource(ints = { 8, 32 })
	void hyperstacksOfOtherTypes(final int bitDepth) throws IOException {
		final ImagePlus input = TestHyperstacks.composite(IJ.COMPOSITE);
		input.getCalibration().setFunction(Calibration.NONE, null, null);
		if (bitDepth == 8) new StackConverter(input).convertToGray8();
		else new StackConverter(input).convertToGray32();
		assertSameResult(input, PlaneSelection.all(input));
	}

	/** Planes of several buffers. */
	@ParameterizedTest
	@ValueSource(ints = { 8, 16, 24, 32 })
	void stacks(final int bitDepth) throws IOException {
		final ImagePlus input = TestPlanes.randomStack(bitDepth, 170, 130, 3);
		input.getStack().setSliceLabel("second", 2);
		assertSameResult(input, PlaneSelection.all(input));
		assertSameResult(input, PlaneSelection.of(input, "1", "2", "1"));
		if (bitDepth == 24) return;
		input.getProcessor().setLut(TestPlanes.colours());
		input.setDisplayRange(5, 70);
		assertSameResult(input, PlaneSelection.all(input));
	}

	@Test
	void aRangeOfNothing() throws IOException {
		final ImagePlus input = TestPlanes.randomStack(16, 7, 5, 3);
		input.getStack().getProcessor(1).set(0);
		input.resetDisplayRange();
		assertSameResult(input, PlaneSelection.all(input));
	}

	@Test
	void anInputThatStaysInItsFile() throws IOException {
		ImageFiles.save(TestHyperstacks.composite(IJ.COMPOSITE), folder.resolve("input.tif"));
		final ImagePlus input = ImageFiles.openVirtual(folder.resolve("input.tif"));
		final ImagePlus expected = TestHyperstacks.upscale(ImageFiles.open(folder.resolve("input.tif")), PlaneSelection.all(input), 2);
		try (PlaneFile planes = new PlaneFile(folder)) {
			ImageAsserts.assertSame(expected, TestHyperstacks.upscale(input, PlaneSelection.all(input), 2, planes));
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 8, 16, 24, 32 })
	void planesInAnyOrder(final int bitDepth) throws IOException {
		final ImagePlus image = TestPlanes.randomStack(bitDepth, 300, 250, 4);
		try (PlaneFile planes = new PlaneFile(folder)) {
			for (final int i : new int[] { 2, 0, 3, 1, 2 })
				planes.write(i, image.getStack().getProcessor(i + 1));
			assertEquals(4, planes.stack().size());
			for (int i = 1; i <= 4; i++)
				TestPlanes.assertPixels(new ImagePlus("", image.getStack().getProcessor(i)), new ImagePlus("", Planes.processor(Planes.wrap(planes
					.read(i), 300, 250))));
			assertEquals(4L * 300 * 250 * (bitDepth == 24 ? 4 : bitDepth / 8), Files.size(planes.file()));
		}
	}

	@Test
	void anInterruptDoesNotCloseIt() throws IOException {
		try (PlaneFile planes = new PlaneFile(folder)) {
			Thread.currentThread().interrupt();
			planes.write(0, TestPlanes.random(8, 3, 3).getProcessor());
			planes.read(1);
			assertTrue(Thread.interrupted());
			planes.read(1);
		}
	}

	@Test
	void theImageHasNoPixelsAfterTheEnd() throws IOException {
		final ImagePlus input = TestPlanes.randomStack(8, 7, 5, 3);
		final PlaneFile planes = new PlaneFile(folder);
		final ImagePlus result = TestHyperstacks.upscale(input, PlaneSelection.all(input), 2, planes);
		planes.close();
		planes.close();
		assertEquals(List.of(), TestPlanes.names(folder));
		assertEquals("Plane 2 of 'random stack (EDSR x2)' cannot be read: its pixels were given up when the work ended. Open the file " +
			"that was saved.", assertThrows(ImageFileException.class, () -> ImagePlanes.of(result).plane(1)).getMessage());
		final String message = assertThrows(ImageFileException.class, () -> ImageFiles.save(result, folder.resolve("a.tif"))).getMessage();
		assertTrue(message.contains("a.tif cannot be written: Plane 1 of") && !message.contains("Make room"), message);
		assertEquals(List.of(), TestPlanes.names(folder));
	}

	@Test
	void aPlaneThatWasForgotten() throws IOException {
		final ImagePlus input = TestPlanes.randomStack(8, 7, 5, 3);
		try (PlaneFile planes = new PlaneFile(folder)) {
			final ResultImage result = new ResultImage(input, PlaneSelection.all(input), ImageRegion.of(input), 1, planes);
			result.accept(2, Planes.wrap(new byte[35], 7, 5));
			assertEquals("it was not made.", assertThrows(ImageFileException.class, () -> result.finish("x", Map.of())).getMessage());
		}
	}

	@Test
	void aFileThatWasCut() throws IOException {
		try (PlaneFile planes = new PlaneFile(folder)) {
			planes.write(0, TestPlanes.random(16, 30, 20).getProcessor());
			Files.write(planes.file(), new byte[100]);
			final String message = assertThrows(ImageFileException.class, () -> planes.read(1)).getMessage();
			assertTrue(message.contains(planes.file() + " cannot be read: "), message);
		}
	}

	@Test
	void otherSizesAndTypes() throws IOException {
		try (PlaneFile planes = new PlaneFile(folder)) {
			planes.write(0, TestPlanes.random(16, 30, 20).getProcessor());
			for (final ImageProcessor other : new ImageProcessor[] { TestPlanes.random(16, 20, 30).getProcessor(), TestPlanes.random(8, 30,
				20).getProcessor() })
				assertTrue(assertThrows(IllegalArgumentException.class, () -> planes.write(1, other)).getMessage().contains(
					"those before have 30 x 20 of 16."));
		}
	}

	@Test
	void noFolder() throws IOException {
		final Path file = Files.writeString(folder.resolve("a"), "x");
		for (final Path none : new Path[] { folder.resolve("none"), file })
			assertEquals("Planes cannot be kept in " + none + ": there is no such folder. Make it first, or name another.", assertThrows(
				ImageFileException.class, () -> new PlaneFile(none)).getMessage());
	}

	@Test
	void itIsHiddenAndKnownToTheSweeper() throws IOException {
		try (PlaneFile planes = new PlaneFile(folder)) {
			assertTrue(planes.file().getFileName().toString().startsWith("."));
			WholeFile.sweep(folder); // ours stay
			assertTrue(Files.exists(planes.file()));
			final String name = planes.file().getFileName().toString();
			final Path left = folder.resolve(name.replaceFirst("\\d+", "1"));
			Files.write(left, new byte[10]);
			WholeFile.sweep(folder);
			assertFalse(Files.exists(left));
		}
	}
}
