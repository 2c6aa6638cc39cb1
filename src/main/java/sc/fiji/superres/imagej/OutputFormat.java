package sc.fiji.superres.imagej;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import javax.imageio.IIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageOutputStream;
import javax.imageio.stream.ImageOutputStream;

import ij.ImagePlus;
import ij.io.FileSaver;
import ij.io.TiffEncoder;
import ij.plugin.PNG_Writer;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

/**
 * The formats that images are written to, told by the extension. ImageJ's FileSaver would open dialogs, say that a failed
 * file is saved, and change the image; so this calls the writers behind it.
 */
enum OutputFormat {

	/** All that ImageJ knows: stacks and hyperstacks with mode, LUTs and display ranges, labels, overlay, properties. */
	TIFF(List.of("tif", "tiff"), List.of(8, 16, 24, 32), true) {

		@Override
		void write(final ImagePlus image, final Path part) throws IOException {
			try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
				new TiffEncoder(TiffInfo.of(image)).write(out);
			}
			catch (final UncheckedIOException e) {
				throw e.getCause();
			}
			if (Files.size(part) > MAX_TIFF) throw new IOException("it would have " + Files.size(part) + " bytes, but TIFF " +
				"holds at most " +
				MAX_TIFF + ".");
		}
	},

	/** Pixels; with 8 bits also the LUT. */
	PNG(List.of("png"), List.of(8, 16, 24), false) {

		@Override
		void write(final ImagePlus image, final Path part) throws IOException {
			try {
				// ImageJ would write the display range into 8 bits and the overlay into all, and 16 bits with a LUT as 8.
				new PNG_Writer().writeImage(new ImagePlus("", bare(image)), part.toString(), -1);
			}
			catch (final Exception e) {
				throw cause(e);
			}
		}
	},

	/** Pixels, with the loss that ImageJ's JPEG quality allows. */
	JPEG(List.of("jpg", "jpeg"), List.of(8, 24), false) {

		@Override
		void write(final ImagePlus image, final Path part) throws IOException {
			final ImageProcessor pixels = bare(image);
			// ImageJ's JpegWriter does the same, but shows a dialog where it fails, and leaves the file open.
			final ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
			try (ImageOutputStream out = new FileImageOutputStream(part.toFile())) {
				final ImageWriteParam quality = writer.getDefaultWriteParam();
				quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
				quality.setCompressionQuality(FileSaver.getJpegQuality() / 100f);
				writer.setOutput(out);
				writer.write(null, new IIOImage((pixels.isDefaultLut() ? pixels : pixels.convertToRGB()).getBufferedImage(), null,
					null), quality);
			}
			catch (final IIOException e) {
				throw cause(e);
			}
			finally {
				writer.dispose();
			}
		}
	};

	/** TIFF counts bytes in 32 bits. */
	private static final long MAX_TIFF = 0xffffffffL;

	/** For headers, labels, overlay and Info, of which the size is not known before. */
	private static final long TIFF_RESERVE = 16 << 20;

	private final List<String> extensions;
	private final List<Integer> bitDepths;
	private final boolean stacks;

	OutputFormat(final List<String> extensions, final List<Integer> bitDepths, final boolean stacks) {
		this.extensions = extensions;
		this.bitDepths = bitDepths;
		this.stacks = stacks;
	}

	/** @throws ImageFileException if the extension is none of those that can be written */
	static OutputFormat of(final Path file) throws ImageFileException {
		final String extension = ImageFiles.extension(file);
		final OutputFormat format = named(extension);
		if (format != null) return format;
		throw new ImageFileException(file + " has " + (extension.isEmpty() ? "no extension" : "the extension ." + extension) +
			", so its format is not known. Name it .tif, .tiff, .png, .jpg or .jpeg.");
	}

	/** The format of an extension, in any case; null if there is none. */
	static OutputFormat named(final String extension) {
		for (final OutputFormat format : values())
			if (format.extensions.contains(extension.toLowerCase(Locale.ROOT))) return format;
		return null;
	}

	void check(final Path file, final ResultSize size) throws ImageFileException {
		check(file.toString(), ".", size);
	}

	/**
	 * @param output what the user has named
	 * @param prefix what stands before the format in that
	 * @throws ImageFileException if the format cannot hold so many bits per pixel, planes or bytes
	 */
	void check(final String output, final String prefix, final ResultSize size) throws ImageFileException {
		final String refused = output + " cannot be written: ";
		if (size.planes() > 1 && !stacks)
			throw new ImageFileException(refused + name() + " holds single planes, but the image has " + size.planes() + ". Use " +
				prefix + "tif.");
		if (!bitDepths.contains(size.bitDepth()))
			throw new ImageFileException(refused + name() + " holds no " + size.bitDepth() + "-bit images. Use " + prefix + "tif" +
				(PNG.bitDepths.contains(size.bitDepth()) && size.planes() == 1 ? " or " + prefix + "png." : "."));
		final long bytes = size.width() * size.height() * size.planes() * size.bitDepth() / 8;
		if (this == TIFF && bytes > MAX_TIFF - TIFF_RESERVE)
			throw new ImageFileException(refused + "the image (" + size + ") has " + bytes / 1_000_000 + " MB, but TIFF holds " +
				"at most " +
				(MAX_TIFF - TIFF_RESERVE) / 1_000_000 + ". Write fewer channels, slices or frames to a file, or a smaller part.");
	}

	/** Writes the file; the image stays as it is. */
	abstract void write(ImagePlus image, Path part) throws IOException;

	/** The same pixels without display range, overlay or, with 16 bits, LUT. */
	private static ImageProcessor bare(final ImagePlus image) {
		final ImageProcessor source = image.getProcessor();
		final Object pixels = source.getPixels();
		final int width = source.getWidth();
		final int height = source.getHeight();
		if (pixels instanceof byte[] bytes) return new ByteProcessor(width, height, bytes, source.getColorModel());
		if (pixels instanceof short[] shorts) return new ShortProcessor(width, height, shorts, null);
		return source;
	}

	/** ImageIO says "I/O error writing PNG file!" and keeps the reason as the cause. */
	private static IOException cause(final Exception e) {
		if (e.getCause() instanceof IOException cause) return cause;
		return e instanceof IOException io ? io : new IOException(e.toString(), e);
	}
}
