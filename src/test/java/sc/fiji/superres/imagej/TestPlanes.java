package sc.fiji.superres.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;

/** Seeded images of ImageJ, and what the tests of this package ask of files. */
final class TestPlanes {

	static {
		System.setProperty("java.awt.headless", "true");
	}

	private TestPlanes() {}

	/** Random pixels; 24 bits are RGB. */
	static ImagePlus random(final int bitDepth, final int width, final int height) {
		return new ImagePlus("random", randomPixels(bitDepth, width, height, 1));
	}

	static ImagePlus randomStack(final int bitDepth, final int width, final int height, final int planes) {
		final ImageStack stack = new ImageStack(width, height);
		for (int i = 0; i < planes; i++)
			stack.addSlice(randomPixels(bitDepth, width, height, i));
		return new ImagePlus("random stack", stack);
	}

	private static ImageProcessor randomPixels(final int bitDepth, final int width, final int height, final long seed) {
		final ImageProcessor pixels = bitDepth == 8 ? new ByteProcessor(width, height) : bitDepth == 16 ?
			new ShortProcessor(width, height) : bitDepth == 32 ? new FloatProcessor(width, height) :
			new ColorProcessor(width, height);
		final Random random = new Random(seed);
		for (int i = 0; i < width * height; i++)
			if (bitDepth == 32) pixels.setf(i, (float) random.nextGaussian());
			else pixels.set(i, bitDepth == 24 ? random.nextInt() | 0xff000000 : random.nextInt(1 << bitDepth));
		pixels.resetMinAndMax();
		return pixels;
	}

	/** A smooth pseudo-colour LUT. */
	static LUT colours() {
		final byte[][] rgb = new byte[3][256];
		for (int i = 0; i < 256; i++) {
			rgb[0][i] = (byte) i;
			rgb[1][i] = (byte) (i / 2);
			rgb[2][i] = (byte) (255 - i);
		}
		return new LUT(rgb[0], rgb[1], rgb[2]);
	}

	static void assertPixels(final ImagePlus expected, final ImagePlus actual) {
		assertEquals(expected.getBitDepth(), actual.getBitDepth());
		assertEquals(expected.getWidth(), actual.getWidth());
		assertEquals(expected.getHeight(), actual.getHeight());
		final Object pixels = expected.getProcessor().getPixels();
		final Object others = actual.getProcessor().getPixels();
		if (pixels instanceof byte[] bytes) assertArrayEquals(bytes, (byte[]) others);
		else if (pixels instanceof short[] shorts) assertArrayEquals(shorts, (short[]) others);
		else if (pixels instanceof float[] floats) assertArrayEquals(floats, (float[]) others);
		else assertArrayEquals((int[]) pixels, (int[]) others);
	}

	/** Writes a BMP, GIF or PGM file of an 8-bit image, or a PPM file of an RGB image. */
	static void saveOther(final ImagePlus image, final Path file) throws IOException {
		final String extension = ImageFiles.extension(file);
		if (!extension.startsWith("p")) {
			assertTrue(ImageIO.write(image.getBufferedImage(), extension, file.toFile()));
			return;
		}
		final boolean colour = extension.equals("ppm");
		try (OutputStream out = Files.newOutputStream(file)) {
			out.write(String.format(Locale.ROOT, "P%d\n%d %d\n255\n", colour ? 6 : 5, image.getWidth(), image.getHeight())
				.getBytes(StandardCharsets.US_ASCII));
			for (int i = 0; i < image.getWidth() * image.getHeight(); i++)
				for (int shift = colour ? 16 : 0; shift >= 0; shift -= 8)
					out.write(image.getProcessor().get(i) >> shift);
		}
	}

	/** The names of all that lies in a folder, hidden or not. */
	static List<String> names(final Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(file -> file.getFileName().toString()).sorted().collect(Collectors.toList());
		}
	}

	/** A file with the first bytes of another. */
	static Path cut(final Path file, final long bytes) throws IOException {
		final Path cut = file.resolveSibling("cut-" + file.getFileName());
		Files.write(cut, Arrays.copyOf(Files.readAllBytes(file), (int) bytes));
		return cut;
	}
}
