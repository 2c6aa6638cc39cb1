package sc.fiji.superres.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageOutputStream;
import javax.imageio.stream.ImageOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ij.ImagePlus;
import ij.process.ShortProcessor;

/** Kinds of TIFF that ImageJ does not write, and those that it misreads. */
class TiffKindsTest {

	private static final int WIDTH = 12;
	private static final int HEIGHT = 6;

	private final byte[] pixels = new byte[WIDTH * HEIGHT];

	@TempDir
	Path folder;

	TiffKindsTest() {
		new Random(5).nextBytes(pixels);
	}

	private Path write(final byte[] bytes) throws IOException {
		return Files.write(folder.resolve("a.tif"), bytes);
	}

	private void assertOpens(final byte[] bytes) throws IOException {
		assertArrayEquals(pixels, (byte[]) ImageFiles.open(write(bytes)).getProcessor().getPixels());
	}

	private void assertRefused(final byte[] bytes, final String reason) throws IOException {
		final Path file = write(bytes);
		final String message = assertThrows(ImageFileException.class, () -> ImageFiles.open(file)).getMessage();
		assertTrue(message.contains(reason) && message.contains("a.tif"), message);
	}

	private TiffBytes plain() {
		return TiffBytes.grey(8, WIDTH, HEIGHT, pixels);
	}

	private TiffBytes deflated() throws IOException {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
			deflater.write(pixels);
		}
		return TiffBytes.grey(8, WIDTH, HEIGHT, out.toByteArray()).compression(8);
	}

	@Test
	void directoryBehindThePixels() throws IOException {
		assertOpens(plain().stripFirst());
		assertRefused(TiffBytes.grey(8, WIDTH, HEIGHT, pixels).stripLast(420), "cut off");
	}

	@Test
	void theDirectoryIsCutOff() throws IOException {
		final byte[] bytes = plain().stripFirst();
		for (int length = 9; length < bytes.length; length += 3)
			assertRefused(Arrays.copyOf(bytes, length), "cut off");
	}

	@Test
	void deflate() throws IOException {
		assertOpens(deflated().stripFirst());
		assertOpens(deflated().stripLast(Integer.MAX_VALUE));
		assertRefused(deflated().stripLast(deflated().stripLast(Integer.MAX_VALUE).length - 1), "cut off");
	}

	@Test
	void packBits() throws IOException {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write(pixels.length - 1);
		out.write(pixels);
		final TiffBytes packed = TiffBytes.grey(8, WIDTH, HEIGHT, out.toByteArray()).compression(32773);
		assertOpens(packed.stripFirst());
		assertRefused(packed.stripLast(430), "cut off");
	}

	/** As other programs write: some strips, some compression, by Java's own writer. */
	@ParameterizedTest
	@CsvSource({ "8, LZW", "16, LZW", "24, LZW", "8, Deflate", "16, ZLib", "24, PackBits", "16, PackBits", "24, ''" })
	void tiffOfJava(final int bitDepth, final String compression) throws IOException {
		final ImagePlus image = TestPlanes.random(bitDepth, 40, 30);
		final ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
		final Path file = folder.resolve("a.tif");
		try (ImageOutputStream out = new FileImageOutputStream(file.toFile())) {
			final ImageWriteParam parameters = writer.getDefaultWriteParam();
			parameters.setCompressionMode(compression.isEmpty() ? ImageWriteParam.MODE_DISABLED : ImageWriteParam.MODE_EXPLICIT);
			if (!compression.isEmpty()) parameters.setCompressionType(compression);
			writer.setOutput(out);
			writer.write(null, new IIOImage(bitDepth == 16 ? ((ShortProcessor) image.getProcessor()).get16BitBufferedImage() :
				image.getBufferedImage(), null, null), parameters);
		}
		finally {
			writer.dispose();
		}
		TestPlanes.assertPixels(image, ImageFiles.open(file));
		for (int part = 1; part < 40; part++) {
			final Path cut = TestPlanes.cut(file, Files.size(file) * part / 40);
			assertThrows(ImageFileException.class, () -> ImageFiles.open(cut));
		}
	}

	@Test
	void manyStrips() throws IOException {
		assertOpens(plain().field(278, 2).strips(3, 0).stripFirst());
		assertRefused(plain().field(278, 2).strips(3, 0).stripLast(430), "cut off");
	}

	@Test
	void stripsThatImageJMisreads() throws IOException {
		assertRefused(plain().field(278, 2).strips(3, 5).stripFirst(), "do not follow each other");
		assertRefused(TiffBytes.grey(16, WIDTH / 2, HEIGHT, pixels).strips(3, 0).offsetsOf16Bits().stripFirst(), "16 bits");
	}

	@Test
	void stripsTooShortForTheImage() throws IOException {
		assertRefused(TiffBytes.grey(8, WIDTH, 2 * HEIGHT, pixels).strips(2, 0).stripFirst(), "damaged");
	}

	@Test
	void kindsThatImageJDoesNotRead() throws IOException {
		assertRefused(plain().field(322, 16).stripFirst(), "tiled");
		assertRefused(plain().compression(7).stripFirst(), "compression is number 7");
		assertRefused(plain().compression(34712).stripFirst(), "compression is number 34712");
		assertRefused(deflated().field(317, 3).stripFirst(), "predictor");
		assertRefused(TiffBytes.grey(1, WIDTH, HEIGHT, pixels).compression(8).stripFirst(), "compressed");
		assertRefused(TiffBytes.grey(64, 2, 2, pixels).stripFirst(), "cannot be read by ImageJ");
	}

	@Test
	void nonsense() throws IOException {
		assertRefused(plain().inACircle().stripFirst(), "circle");
		assertRefused(TiffBytes.grey(8, 0, HEIGHT, pixels).stripFirst(), "0 x 6");
		assertRefused(TiffBytes.grey(8, 70000, 70000, pixels).stripFirst(), "at most 2147483647");
	}
}
