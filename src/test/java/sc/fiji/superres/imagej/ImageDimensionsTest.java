package sc.fiji.superres.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageOutputStream;
import javax.imageio.stream.ImageOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import ij.IJ;
import ij.ImagePlus;
import ij.process.LUT;

/** The header says what opening the file gives. */
class ImageDimensionsTest {

	@TempDir
	Path folder;

	private ImageDimensions assertSize(final Path file) throws IOException {
		final ImagePlus image = ImageFiles.open(file);
		final ImageDimensions expected = new ImageDimensions(image.getWidth(), image.getHeight(), image.getNChannels(), image.getNSlices(), image
			.getNFrames(), image.getBitDepth());
		final ImageDimensions size = ImageFiles.size(file).orElseThrow();
		assertEquals(expected, size, file.toString());
		assertEquals(image.getStackSize(), size.channels() * size.slices() * size.frames());
		return size;
	}

	private Path write(final String name, final byte[] bytes) throws IOException {
		return Files.write(folder.resolve(name), bytes);
	}

	private Path save(final ImagePlus image) throws IOException {
		ImageFiles.save(image, folder.resolve("a.tif"));
		return folder.resolve("a.tif");
	}

	@Test
	void hyperstacks() throws IOException {
		for (final int mode : new int[] { IJ.COMPOSITE, IJ.COLOR, IJ.GRAYSCALE })
			assertEquals(new ImageDimensions(13, 11, 3, 4, 5, 16), assertSize(save(TestHyperstacks.composite(mode))));
	}

	@ParameterizedTest
	@ValueSource(ints = { 8, 16, 24, 32 })
	void planesAndStacks(final int bitDepth) throws IOException {
		assertSize(save(TestPlanes.random(bitDepth, 7, 5)));
		final ImagePlus stack = TestPlanes.randomStack(bitDepth, 7, 5, 6);
		assertSize(save(stack));
		stack.setDimensions(1, 2, 3);
		assertSize(save(stack));
		stack.setOpenAsHyperStack(true);
		assertSize(save(stack));
		stack.setDimensions(3, 2, 1);
		assertSize(save(stack));
	}

	@ParameterizedTest
	@CsvSource({ "8, 1", "16, 1", "32, 1", "8, 3", "16, 3", "12, 1", "1, 1", "10, 1" })
	void pagesOfOtherPrograms(final int bits, final int samples) throws IOException {
		for (final int pages : new int[] { 1, 4 })
			for (final int gap : new int[] { 0, 4 }) {
				assertSize(write("a.tif", TiffPages.of(bits, samples, 16, 6, pages).gap(gap).write()));
				assertSize(write("a.tif", TiffPages.of(bits, samples, 16, 6, pages).gap(gap).bigEndian().write()));
			}
	}

	@Test
	void stacksThatTheDescriptionMakes() throws IOException {
		final String[] descriptions = { "ImageJ=1.54p\nimages=12\nchannels=3\nslices=4\nhyperstack=true\n",
			"ImageJ=1.54p\nimages=12\nchannels=5\nslices=4\n", "ImageJ=1.54p\nimages=12\nchannels=x\n", "ImageJ=1.54p\nimages=12\nframes=12\n" };
		for (final String description : descriptions)
			assertSize(write("a.tif", TiffBytes.grey(8, 6, 5, new byte[30 * 12]).description(description).stripFirst()));
	}

	@Test
	void palettesInTiff() throws IOException {
		final byte[] greys = new byte[256];
		for (int i = 0; i < 256; i++)
			greys[i] = (byte) (i * 97);
		final ImagePlus image = TestPlanes.random(8, 7, 5);
		image.getProcessor().setLut(new LUT(greys, greys, greys));
		assertEquals(24, assertSize(save(image)).bitDepth());
		image.getProcessor().setLut(TestPlanes.colours());
		assertEquals(8, assertSize(save(image)).bitDepth());
		image.setTypeToColor256();
		assertSize(save(image));
	}

	@ParameterizedTest
	@CsvSource({ "8, LZW", "16, Deflate", "24, PackBits" })
	void compressedTiff(final int bitDepth, final String compression) throws IOException {
		final ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
		final var parameters = writer.getDefaultWriteParam();
		parameters.setCompressionMode(javax.imageio.ImageWriteParam.MODE_EXPLICIT);
		parameters.setCompressionType(compression);
		final ImagePlus image = TestPlanes.random(bitDepth, 40, 30);
		try (ImageOutputStream out = new FileImageOutputStream(folder.resolve("a.tif").toFile())) {
			writer.setOutput(out);
			writer.write(null, new IIOImage(bitDepth == 16 ? ((ij.process.ShortProcessor) image.getProcessor()).get16BitBufferedImage() : image
				.getBufferedImage(), null, null), parameters);
		}
		finally {
			writer.dispose();
		}
		assertSize(folder.resolve("a.tif"));
	}

	private static byte[] palette(final int entries, final boolean ramp) {
		final byte[] palette = new byte[3 * entries];
		new Random(1).nextBytes(palette);
		for (int i = 0; ramp && i < palette.length; i++)
			palette[i] = (byte) (i / 3);
		return palette;
	}

	@ParameterizedTest
	@CsvSource({ "1, 0", "2, 0", "4, 0", "8, 0", "16, 0", "8, 2", "16, 2", "8, 4", "16, 4", "8, 6", "16, 6" })
	void png(final int bits, final int colours) throws IOException {
		assertSize(write("a.png", PngBytes.write(9, 7, bits, colours, null, null)));
		if (colours > 2) return;
		assertSize(write("a.png", PngBytes.write(9, 7, bits, colours, null, new byte[colours == 2 ? 6 : 2])));
	}

	@Test
	void pngWithPalette() throws IOException {
		for (final int bits : new int[] { 1, 2, 4, 8 })
			for (final boolean ramp : new boolean[] { false, true }) {
				assertSize(write("a.png", PngBytes.write(9, 7, bits, 3, palette(1 << bits, ramp), null)));
				assertSize(write("a.png", PngBytes.write(9, 7, bits, 3, palette(1 << bits, ramp), new byte[] { 0 })));
			}
		assertSize(write("a.png", PngBytes.write(9, 7, 8, 3, palette(16, true), null)));
	}

	@ParameterizedTest
	@ValueSource(ints = { 8, 24 })
	void jpeg(final int bitDepth) throws IOException {
		ImageFiles.save(TestPlanes.random(bitDepth, 33, 21), folder.resolve("a.jpg"));
		assertSize(folder.resolve("a.jpg"));
	}

	@Test
	void gif() throws IOException {
		for (final int entries : new int[] { 2, 3, 16, 256 })
			for (final boolean ramp : new boolean[] { false, true })
				assertSize(image("gif", 8, palette(entries, ramp), entries));
	}

	private Path image(final String format, final int bits, final byte[] palette, final int entries) throws IOException {
		final BufferedImage image = new BufferedImage(9, 7, bits < 8 ? BufferedImage.TYPE_BYTE_BINARY : BufferedImage.TYPE_BYTE_INDEXED,
			new IndexColorModel(bits, entries, palette, 0, false));
		for (int i = 0; i < 63; i++)
			image.getRaster().setSample(i % 9, i / 9, 0, i % entries);
		final Path file = folder.resolve("a." + format);
		assertTrue(ImageIO.write(image, format, file.toFile()));
		return file;
	}

	@Test
	void animatedGif() throws IOException {
		final ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
		try (ImageOutputStream out = new FileImageOutputStream(folder.resolve("a.gif").toFile())) {
			writer.setOutput(out);
			writer.prepareWriteSequence(null);
			for (int i = 0; i < 4; i++)
				writer.writeToSequence(new IIOImage(TestPlanes.random(24, 9, 7).getBufferedImage(), null, null), null);
			writer.endWriteSequence();
		}
		finally {
			writer.dispose();
		}
		assertEquals(new ImageDimensions(9, 7, 1, 4, 1, 24), assertSize(folder.resolve("a.gif")));
	}

	@Test
	void bmp() throws IOException {
		for (final boolean ramp : new boolean[] { false, true }) {
			assertSize(image("bmp", 8, palette(256, ramp), 256));
			assertSize(image("bmp", 4, palette(16, ramp), 16));
			assertSize(image("bmp", 1, palette(2, ramp), 2));
		}
		TestPlanes.saveOther(TestPlanes.random(24, 9, 7), folder.resolve("b.bmp"));
		assertSize(folder.resolve("b.bmp"));
		final byte[] bytes = Files.readAllBytes(folder.resolve("b.bmp"));
		ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(22, -7); // the upper row first
		assertSize(write("c.bmp", bytes));
	}

	@Test
	void pnm() throws IOException {
		final String pixels = " 1".repeat(8 * 2 * 3 * 2);
		for (final String header : new String[] { "P1\n8 2\n", "P2\n8 2\n255\n", "P2\n8 2\n4095\n", "P3\n8 2\n255\n", "P3\n8 2\n1000\n",
			"P4\n8 2\n", "P5\n# a comment\n8 2\n255\n", "P5 8 2 65535\n", "P6\n8 2\n255\n", "P6\n8 2\n65535\n" })
		{
			final int samples = header.startsWith("P3") ? 48 : header.startsWith("P1") || header.startsWith("P2") ? 16 : 96;
			assertSize(write("a.pnm", (header + pixels.substring(0, 2 * samples)).getBytes()));
		}
	}

	@Test
	void whatOnlyOtherReadersKnow() throws IOException {
		assertEquals(Optional.empty(), ImageFiles.size(OtherFiles.dicom(folder.resolve("a.dcm"), 2, 1, 1, new short[2], null)));
		assertEquals(Optional.empty(), ImageFiles.size(OtherFiles.fits(folder.resolve("a.fits"), 2, 1, 1, new float[2])));
		assertEquals(Optional.empty(), ImageFiles.size(OtherFiles.zip(folder.resolve("a.zip"), "a.tif", new byte[9])));
		assertEquals(Optional.empty(), ImageFiles.size(Files.writeString(folder.resolve("a.txt"), "1 2")));
	}

	private static void assertSameError(final Path file) {
		final String message = assertThrows(ImageFileException.class, () -> ImageFiles.open(file)).getMessage();
		assertEquals(message, assertThrows(ImageFileException.class, () -> ImageFiles.size(file)).getMessage());
	}

	@Test
	void whatNobodyReads() throws IOException {
		assertSameError(folder);
		assertSameError(folder.resolve("none.tif"));
		assertSameError(write("a.tif", new byte[0]));
		assertSameError(write("a.czi", new byte[] { 1, 2, 3, 4, 5 }));
		assertSameError(Files.writeString(folder.resolve("b.tif"), "Once upon a time\n"));
		assertSameError(write("c.tif", TiffBytes.grey(8, 4, 4, new byte[16]).field(322, 16).stripFirst())); // tiled
	}

	@Test
	void brokenHeaders() throws IOException {
		final Path tiff = save(TestHyperstacks.composite(IJ.COLOR));
		for (int bytes = 1; bytes < Files.size(tiff); bytes += 171)
			assertSameError(TestPlanes.cut(tiff, bytes));
		for (final String name : new String[] { "a.png", "a.jpg", "a.gif", "a.bmp", "a.pgm" }) {
			final Path file = folder.resolve(name);
			if (name.endsWith("png") || name.endsWith("jpg")) ImageFiles.save(TestPlanes.random(8, 40, 30), file);
			else TestPlanes.saveOther(TestPlanes.random(8, 40, 30), file);
			for (int bytes = 1; bytes < 20; bytes++)
				assertSameError(TestPlanes.cut(file, bytes));
		}
	}

	/** What stands behind the header is not looked at. */
	@Test
	void pixelsAreNotRead() throws IOException {
		ImageFiles.save(TestPlanes.random(8, 400, 300), folder.resolve("a.png"));
		final byte[] bytes = Files.readAllBytes(folder.resolve("a.png"));
		Arrays.fill(bytes, 2000, bytes.length, (byte) 0);
		assertEquals(400, ImageFiles.size(write("a.png", bytes)).orElseThrow().width());
		assertThrows(ImageFileException.class, () -> ImageFiles.open(folder.resolve("a.png")));
	}
}
