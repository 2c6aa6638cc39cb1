package sc.fiji.superres.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.io.FileSaver;
import ij.measure.Calibration;
import ij.plugin.JpegWriter;
import ij.process.ImageProcessor;
import ij.process.LUT;

class ImageFilesTest {

	@TempDir
	Path folder;

	private ImagePlus roundTrip(final ImagePlus image, final String name) throws IOException {
		ImageFiles.save(image, folder.resolve(name));
		assertEquals(List.of(name), TestPlanes.names(folder));
		return ImageFiles.open(folder.resolve(name));
	}

	@ParameterizedTest
	@CsvSource({ "8, a.tif", "16, a.tiff", "24, A.TIF", "32, ä b.tif", "8, a.png", "16, a.PNG", "24, a.png" })
	void pixelsComeBackWithoutLoss(final int bitDepth, final String name) throws IOException {
		final ImagePlus image = TestPlanes.random(bitDepth, 37, 23);
		final ImagePlus back = roundTrip(image, name);
		TestPlanes.assertPixels(image, back);
		assertEquals(1, back.getStackSize());
	}

	@ParameterizedTest
	@ValueSource(strings = { "8", "16", "24", "32" })
	void tiffKeepsWhatImageJKnows(final int bitDepth) throws IOException {
		final ImagePlus image = TestPlanes.random(bitDepth, 11, 9);
		final Calibration calibration = image.getCalibration();
		calibration.pixelWidth = 0.0625;
		calibration.pixelHeight = 0.125;
		calibration.setUnit("um");
		calibration.xOrigin = 12.5;
		image.setProperty("Info", "Objective: 63x\nµ and more\n");
		image.setProp("stain", "DAPI");
		image.setOverlay(new Overlay(new Roi(1, 2, 3, 4)));
		if (bitDepth != 24) image.getProcessor().setLut(TestPlanes.colours());
		if (bitDepth != 24) image.setDisplayRange(10, 200);
		final ImagePlus back = roundTrip(image, "a.tif");
		TestPlanes.assertPixels(image, back);
		assertEquals("a.tif", back.getTitle());
		assertEquals(0.0625, back.getCalibration().pixelWidth, 1e-9);
		assertEquals(0.125, back.getCalibration().pixelHeight, 1e-9);
		assertEquals("µm", back.getCalibration().getUnit());
		assertEquals(12.5, back.getCalibration().xOrigin);
		assertEquals(image.getInfoProperty(), back.getInfoProperty());
		assertEquals("DAPI", back.getProp("stain"));
		assertEquals(1, back.getOverlay().size());
		if (bitDepth == 24) return;
		assertArrayEquals(TestPlanes.colours().getBytes(), back.getProcessor().getLut().getBytes());
		assertEquals(10, back.getDisplayRangeMin());
		assertEquals(200, back.getDisplayRangeMax());
	}

	@Test
	void tiffKeepsSigned16Bit() throws IOException {
		final ImagePlus image = TestPlanes.random(16, 5, 5);
		image.getCalibration().setSigned16BitCalibration();
		final ImagePlus back = roundTrip(image, "a.tif");
		TestPlanes.assertPixels(image, back);
		assertTrue(back.getCalibration().isSigned16Bit());
	}

	@Test
	void theDisplayRangeDoesNotChangePixelsOfPng() throws IOException {
		for (final int bitDepth : new int[] { 8, 16 }) {
			final ImagePlus image = TestPlanes.random(bitDepth, 16, 16);
			image.setDisplayRange(50, 60);
			TestPlanes.assertPixels(image, roundTrip(image, "a.png"));
			assertEquals(50, image.getDisplayRangeMin());
		}
	}

	@Test
	void anOverlayAndALutDoNotChangePixelsOfA16BitPng() throws IOException {
		final ImagePlus image = TestPlanes.random(16, 16, 16);
		image.getProcessor().setLut(TestPlanes.colours());
		image.setOverlay(new Overlay(new Roi(1, 2, 3, 4)));
		TestPlanes.assertPixels(image, roundTrip(image, "a.png"));
	}

	@Test
	void an8BitPngKeepsValuesAndLut() throws IOException {
		final ImagePlus image = TestPlanes.random(8, 16, 16);
		image.getProcessor().setLut(TestPlanes.colours());
		final ImagePlus back = roundTrip(image, "a.png");
		TestPlanes.assertPixels(image, back);
		assertArrayEquals(TestPlanes.colours().getBytes(), back.getProcessor().getLut().getBytes());
	}

	@ParameterizedTest
	@ValueSource(ints = { 8, 24 })
	void jpegIsThatOfImageJ(final int bitDepth) throws IOException {
		final ImagePlus image = TestPlanes.random(bitDepth, 32, 32);
		image.getProcessor().smooth();
		ImageFiles.save(image, folder.resolve("a.jpeg"));
		assertNull(JpegWriter.save(image, folder.resolve("b.jpg").toString(), FileSaver.getJpegQuality()));
		assertArrayEquals(Files.readAllBytes(folder.resolve("b.jpg")), Files.readAllBytes(folder.resolve("a.jpeg")));
		final ImagePlus back = ImageFiles.open(folder.resolve("a.jpeg"));
		assertEquals(bitDepth, back.getBitDepth());
		assertEquals(32, back.getWidth());
	}

	@Test
	void jpegOfALutHasItsColours() throws IOException {
		final ImagePlus image = TestPlanes.random(8, 32, 32);
		image.getProcessor().setLut(TestPlanes.colours());
		assertEquals(24, roundTrip(image, "a.jpg").getBitDepth());
	}

	/** Places in a palette are nothing to compute with. */
	@ParameterizedTest
	@ValueSource(strings = { "png", "gif" })
	void palettesBecomeColours(final String format) throws IOException {
		final byte[] red = { 10, (byte) 200, 30 };
		final byte[] green = { 40, 50, (byte) 160 };
		final byte[] blue = { (byte) 170, 80, 90 };
		final BufferedImage image = new BufferedImage(4, 3, BufferedImage.TYPE_BYTE_INDEXED, new IndexColorModel(8, 3, red, green,
			blue));
		for (int i = 0; i < 12; i++)
			image.getRaster().setSample(i % 4, i / 4, 0, i % 3);
		final Path file = folder.resolve("a." + format);
		ImageIO.write(image, format, file.toFile());
		final ImagePlus opened = ImageFiles.open(file);
		assertEquals(24, opened.getBitDepth());
		for (int i = 0; i < 12; i++)
			assertEquals(image.getRGB(i % 4, i / 4) & 0xffffff, opened.getProcessor().get(i % 4, i / 4) & 0xffffff);
	}

	@ParameterizedTest
	@ValueSource(strings = { "bmp", "gif", "pgm" })
	void otherFormatsOfImageJOpen(final String format) throws IOException {
		final ImagePlus image = TestPlanes.random(8, 24, 10);
		TestPlanes.saveOther(image, folder.resolve("a." + format));
		TestPlanes.assertPixels(image, ImageFiles.open(folder.resolve("a." + format)));
	}

	@Test
	void textPgmAndPpmOpen() throws IOException {
		Files.writeString(folder.resolve("a.pgm"), "P2\n# a comment\n3 2\n255\n0 1 2\n253 254 255\n");
		final ImagePlus grey = ImageFiles.open(folder.resolve("a.pgm"));
		assertArrayEquals(new byte[] { 0, 1, 2, -3, -2, -1 }, (byte[]) grey.getProcessor().getPixels());
		final ImagePlus colour = TestPlanes.random(24, 8, 4);
		TestPlanes.saveOther(colour, folder.resolve("b.ppm"));
		TestPlanes.assertPixels(colour, ImageFiles.open(folder.resolve("b.ppm")));
	}

	@Test
	void theContentTellsTheFormat() throws IOException {
		final ImagePlus image = TestPlanes.random(8, 9, 9);
		ImageFiles.save(image, folder.resolve("a.png"));
		Files.move(folder.resolve("a.png"), folder.resolve("a.tif"));
		TestPlanes.assertPixels(image, ImageFiles.open(folder.resolve("a.tif")));
	}

	@Test
	void savingLeavesTheImageAsItWas() throws IOException {
		final ImagePlus image = TestPlanes.random(8, 9, 9);
		image.changes = true;
		image.getProcessor().setLut(TestPlanes.colours());
		image.setDisplayRange(3, 77);
		image.setRoi(new Roi(1, 1, 2, 2));
		final LUT lut = image.getProcessor().getLut();
		for (final String name : List.of("a.tif", "a.png", "a.jpg")) {
			ImageFiles.save(image, folder.resolve(name));
			assertTrue(image.changes);
			assertEquals("random", image.getTitle());
			assertNull(image.getOriginalFileInfo());
			assertEquals(3, image.getDisplayRangeMin());
			assertArrayEquals(lut.getBytes(), image.getProcessor().getLut().getBytes());
			assertEquals(1, image.getRoi().getXBase());
			assertFalse(image.hasImageStack());
		}
	}

	@Test
	void aFileThatWasThereIsReplaced() throws IOException {
		final ImagePlus image = TestPlanes.random(8, 9, 9);
		Files.writeString(folder.resolve("a.tif"), "old");
		TestPlanes.assertPixels(image, roundTrip(image, "a.tif"));
	}

	@Test
	void aStackOpensWhole() throws IOException {
		new FileSaver(TestPlanes.randomStack(16, 7, 6, 5)).saveAsTiffStack(folder.resolve("a.tif").toString());
		assertEquals(5, ImageFiles.open(folder.resolve("a.tif")).getStackSize());
	}

	@Test
	void nothingIsPrinted() throws IOException {
		final ByteArrayOutputStream printed = new ByteArrayOutputStream();
		final PrintStream out = System.out;
		final PrintStream err = System.err;
		System.setOut(new PrintStream(printed, true));
		System.setErr(System.out);
		try {
			for (final int bitDepth : new int[] { 8, 24 })
				for (final String name : List.of("a.tif", "a.png", "a.jpg"))
					roundTripPixels(bitDepth, name);
		}
		finally {
			System.setOut(out);
			System.setErr(err);
		}
		assertEquals("", printed.toString());
	}

	private void roundTripPixels(final int bitDepth, final String name) throws IOException {
		ImageFiles.save(TestPlanes.random(bitDepth, 9, 9), folder.resolve(name));
		final ImageProcessor pixels = ImageFiles.open(folder.resolve(name)).getProcessor();
		assertEquals(9, pixels.getWidth());
	}
}
