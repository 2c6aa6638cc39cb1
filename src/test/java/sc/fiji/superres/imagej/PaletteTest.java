package sc.fiji.superres.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.Opener;
import ij.io.FileSaver;
import ij.plugin.LutLoader;
import ij.process.ImageConverter;
import ij.process.LUT;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.UnsignedByteType;

class PaletteTest {

	@TempDir
	Path folder;

	private static LUT lut(final String name) {
		return new LUT(LutLoader.getLut(name), 0, 255);
	}

	private static LUT randomColours() {
		final byte[][] colours = new byte[3][256];
		for (int i = 0; i < 3; i++)
			new Random(i).nextBytes(colours[i]);
		return new LUT(colours[0], colours[1], colours[2]);
	}

	/** An 8-bit image as if it was opened from a file. */
	private static ImagePlus opened(final int fileFormat, final LUT lut) {
		final ImagePlus image = TestPlanes.random(8, 20, 10);
		image.getProcessor().setLut(lut);
		final FileInfo info = new FileInfo();
		info.fileFormat = fileFormat;
		image.setFileInfo(info);
		return image;
	}

	private static boolean isColour(final ImagePlus image) throws IOException {
		final Object type = ImagePlanes.of(image).plane(0).getType();
		assertTrue(type instanceof ARGBType || type instanceof UnsignedByteType);
		assertEquals(type instanceof ARGBType ? 24 : 8, ImagePlanes.of(image).bitDepth());
		return type instanceof ARGBType;
	}

	@ParameterizedTest
	@ValueSource(strings = { "fire", "ice", "grays", "spectrum", "red", "green", "blue", "cyan", "magenta", "yellow" })
	void rampsOfImageJKeepTheirValues(final String name) throws IOException {
		assertTrue(Palette.isRamp(lut(name)));
		assertFalse(isColour(opened(FileInfo.IMAGEIO, lut(name))));
	}

	@Test
	void jumpsAreNoRamp() throws IOException {
		assertFalse(Palette.isRamp(lut("3-3-2 rgb")));
		assertFalse(Palette.isRamp(randomColours()));
		final byte[] three = { 0, 1, 2 };
		assertFalse(Palette.isRamp(new LUT(8, 3, three, three, three)));
	}

	@Test
	void onlyFormatsThatHavePalettes() throws IOException {
		for (final int format : new int[] { FileInfo.GIF_OR_JPG, FileInfo.BMP, FileInfo.IMAGEIO })
			assertTrue(isColour(opened(format, randomColours())));
		for (final int format : new int[] { FileInfo.TIFF, FileInfo.UNKNOWN, FileInfo.RAW, FileInfo.DICOM, FileInfo.ZIP_ARCHIVE })
			assertFalse(isColour(opened(format, randomColours())));
		final ImagePlus made = TestPlanes.random(8, 20, 10);
		made.getProcessor().setLut(randomColours());
		assertFalse(isColour(made));
	}

	@Test
	void greysWithoutOrderAreAPalette() throws IOException {
		final byte[] grey = new byte[256];
		new Random(1).nextBytes(grey);
		assertTrue(isColour(opened(FileInfo.IMAGEIO, new LUT(grey, grey, grey))));
		final ImagePlus made = TestPlanes.random(8, 20, 10);
		made.getProcessor().setLut(new LUT(grey, grey, grey));
		assertTrue(isColour(made));
	}

	@Test
	void greysInOrderAndTheirInverseKeepTheirValues() throws IOException {
		final ImagePlus image = TestPlanes.random(8, 20, 10);
		image.getProcessor().invertLut();
		assertFalse(isColour(image));
		image.setDisplayRange(100, 103); // which makes its look-up table steep
		assertFalse(isColour(image));
	}

	/** What a user shows a grey file with is no palette, whatever its jumps; where the file has one, it is. */
	@ParameterizedTest
	@ValueSource(strings = { "png", "bmp", "jpg" })
	void coloursOfAGreyFileAreTheUsers(final String extension) throws IOException {
		final Path file = folder.resolve("grey." + extension);
		if (extension.equals("bmp")) TestPlanes.saveOther(TestPlanes.random(8, 20, 10), file);
		else ImageFiles.save(TestPlanes.random(8, 20, 10), file);
		final ImagePlus image = new Opener().openImage(file.toString());
		assertFalse(isColour(image));
		image.getProcessor().setLut(randomColours());
		assertEquals(extension.equals("bmp"), isColour(image)); // BMP has a palette also where it is grey
	}

	@Test
	void coloursOfAnIndexedFileAreItsOwn() throws IOException {
		final Path file = folder.resolve("indexed.png");
		final ImagePlus saved = TestPlanes.random(8, 20, 10);
		saved.getProcessor().setLut(randomColours());
		ImageFiles.save(saved, file);
		assertTrue(isColour(new Opener().openImage(file.toString())));
	}

	/** HiLo marks the darkest and the brightest pixels by colours. */
	@Test
	void marksAtTheEndsAreNoPalette() throws IOException {
		final byte[][] lut = new byte[3][256];
		for (int i = 0; i < 256; i++)
			for (int c = 0; c < 3; c++)
				lut[c][i] = (byte) (i == 0 ? c == 2 ? 255 : 0 : i == 255 ? c == 0 ? 255 : 0 : i);
		assertFalse(isColour(opened(FileInfo.IMAGEIO, new LUT(lut[0], lut[1], lut[2]))));
	}

	/** Image > Type > 8-bit Color makes a palette of an RGB image. */
	@Test
	void eightBitColourIsAPalette() throws IOException {
		final ImagePlus image = TestPlanes.random(24, 20, 10);
		new ImageConverter(image).convertRGBtoIndexedColor(256);
		image.setTypeToColor256();
		assertEquals(ImagePlus.COLOR_256, image.getType());
		assertTrue(isColour(image));
		ImageFiles.save(image, folder.resolve("a.tif"));
		final ImagePlus back = ImageFiles.open(folder.resolve("a.tif"));
		assertEquals(24, back.getBitDepth());
		assertArrayEquals((int[]) image.getProcessor().convertToRGB().getPixels(), (int[]) back.getProcessor().getPixels());
	}

	@Test
	void coloursAreThoseOfThePaletteNotOfTheDisplayRange() throws IOException {
		final ImagePlus image = opened(FileInfo.GIF_OR_JPG, randomColours());
		final int[] colours = (int[]) image.getProcessor().convertToRGB().getPixels();
		image.setDisplayRange(100, 110);
		assertArrayEquals(colours, (int[]) Planes.processor(ImagePlanes.of(image).plane(0)).getPixels());
		assertEquals(8, image.getBitDepth());
		assertEquals(100, image.getDisplayRangeMin());
	}

	@Test
	void theResultIsRgb() throws IOException {
		final ImagePlus image = opened(FileInfo.GIF_OR_JPG, randomColours());
		image.getCalibration().pixelWidth = 3;
		final ImagePlus result = TestHyperstacks.upscale(image, PlaneSelection.all(image), 2);
		assertEquals(24, result.getBitDepth());
		assertEquals(1.5, result.getCalibration().pixelWidth);
		final int[] colours = (int[]) image.getProcessor().convertToRGB().getPixels();
		assertEquals(colours[5 * 20 + 7], result.getProcessor().get(15, 11));
	}

	@Test
	void compositesHaveChannels() throws IOException {
		final ImagePlus image = TestPlanes.randomStack(8, 5, 4, 2);
		image.setDimensions(2, 1, 1);
		final ImagePlus composite = new CompositeImage(image, IJ.COMPOSITE);
		final FileInfo info = new FileInfo();
		info.fileFormat = FileInfo.IMAGEIO;
		composite.setFileInfo(info);
		assertFalse(isColour(composite));
	}

	/** As ImageJ itself opens them, of few colours, which are not next to each other. */
	@ParameterizedTest
	@ValueSource(strings = { "png", "gif" })
	void filesWithAFewColours(final String format) throws IOException {
		final byte[] red = { 10, (byte) 200, 30 };
		final byte[] green = { 40, 50, (byte) 160 };
		final byte[] blue = { (byte) 170, 80, 90 };
		final BufferedImage image = new BufferedImage(8, 6, BufferedImage.TYPE_BYTE_INDEXED, new IndexColorModel(8, 3, red, green, blue));
		for (int i = 0; i < 48; i++)
			image.getRaster().setSample(i % 8, i / 8, 0, i % 3);
		final Path file = folder.resolve("a." + format);
		assertTrue(ImageIO.write(image, format, file.toFile()));
		final ImagePlus opened = IJ.openImage(file.toString());
		assertEquals(8, opened.getBitDepth());
		assertNotNull(Palette.of(opened));
		final ImagePlus result = TestHyperstacks.upscale(opened, PlaneSelection.all(opened), 2);
		for (int i = 0; i < 48; i++)
			assertEquals(image.getRGB(i % 8, i / 8), result.getProcessor().get(2 * (i % 8), 2 * (i / 8)) | 0xff000000);
		assertEquals(24, ImageFiles.open(file).getBitDepth());
	}

	@Test
	void aBmpFile() throws IOException {
		final BufferedImage image = new BufferedImage(8, 6, BufferedImage.TYPE_BYTE_INDEXED); // of Java's own palette
		for (int i = 0; i < 48; i++)
			image.setRGB(i % 8, i / 8, 0xff000000 | 0x123456 * i);
		final Path file = folder.resolve("a.bmp");
		assertTrue(ImageIO.write(image, "bmp", file.toFile()));
		final ImagePlus opened = IJ.openImage(file.toString());
		assertTrue(isColour(opened));
		assertEquals(image.getRGB(5, 4), ((int[]) Planes.processor(ImagePlanes.of(opened).plane(0)).getPixels())[4 * 8 + 5]);
	}

	@Test
	void aPngThatImageJWroteOfPseudoColourKeepsItsValues() throws IOException {
		final ImagePlus image = TestPlanes.random(8, 20, 10);
		image.getProcessor().setLut(lut("fire"));
		new FileSaver(image.duplicate()).saveAsPng(folder.resolve("a.png").toString());
		for (final ImagePlus opened : new ImagePlus[] { IJ.openImage(folder.resolve("a.png").toString()), ImageFiles.open(folder.resolve(
			"a.png")) })
		{
			assertNull(Palette.of(opened));
			TestPlanes.assertPixels(image, opened);
			assertArrayEquals(lut("fire").getBytes(), opened.getProcessor().getLut().getBytes());
		}
	}
}
