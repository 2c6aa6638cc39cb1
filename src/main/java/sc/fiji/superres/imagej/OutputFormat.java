package sc.fiji.superres.imagej;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
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
import ij.io.FileInfo;
import ij.io.FileSaver;
import ij.io.RoiEncoder;
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

	/** Pixels, calibration, LUT, display range, Info, properties and overlay. */
	TIFF(List.of("tif", "tiff"), List.of(8, 16, 24, 32)) {

		@Override
		void write(final ImagePlus image, final Path part) throws IOException {
			final FileInfo info = image.getFileInfo();
			info.description = new FileSaver(image).getDescriptionString();
			info.info = image.getInfoProperty();
			info.properties = image.getPropertiesAsArray();
			info.overlay = FileSaver.getOverlay(image);
			info.roi = RoiEncoder.saveAsByteArray(image.getRoi());
			if (image.hasImageStack()) info.sliceLabels = image.getStack().getSliceLabels();
			try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
				new TiffEncoder(info).write(out);
			}
		}
	},

	/** Pixels; with 8 bits also the LUT. */
	PNG(List.of("png"), List.of(8, 16, 24)) {

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
	JPEG(List.of("jpg", "jpeg"), List.of(8, 24)) {

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

	private final List<String> extensions;
	private final List<Integer> bitDepths;

	OutputFormat(final List<String> extensions, final List<Integer> bitDepths) {
		this.extensions = extensions;
		this.bitDepths = bitDepths;
	}

	/** @throws ImageFileException if the extension is none of those that can be written */
	static OutputFormat of(final Path file) throws ImageFileException {
		final String extension = ImageFiles.extension(file);
		for (final OutputFormat format : values())
			if (format.extensions.contains(extension.toLowerCase(Locale.ROOT))) return format;
		throw new ImageFileException(file + " has " + (extension.isEmpty() ? "no extension" : "the extension ." + extension) +
			", so its format is not known. Name it .tif, .tiff, .png, .jpg or .jpeg.");
	}

	/** @throws ImageFileException if the format cannot hold this many bits per pixel; 24 is RGB */
	void checkBitDepth(final Path file, final int bitDepth) throws ImageFileException {
		if (!bitDepths.contains(bitDepth))
			throw new ImageFileException(file + " cannot be written: " + name() + " holds no " + bitDepth +
				"-bit images. Use .tif" + (PNG.bitDepths.contains(bitDepth) ? " or .png." : "."));
	}

	/** Writes the file of a single plane; the image stays as it is. */
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
