package sc.fiji.superres.imagej;

import java.io.IOException;
import java.util.Properties;

import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.FileOpener;

/**
 * The size that ImageJ makes of a TIFF file, from its directories. How many bits and colours it gives a plane, it is asked
 * with the first pixel.
 */
final class TiffSize {

	private TiffSize() {}

	static ImageDimensions of(final FileBytes file) throws IOException {
		TiffCheck.check(file);
		final String folder = ImageFiles.folder(file.file());
		final String name = file.file().getFileName().toString();
		final FileInfo image = TiffCheck.decode(folder, name)[0];
		final int planes = TiffCheck.planes(folder, name);
		final ImagePlus pixel = QuietImageJ.read(() -> new FileOpener(firstPixel(image)).openImage());
		final int depth = Palette.of(pixel) == null ? pixel.getBitDepth() : 24;
		final int[] dimensions = dimensions(image, planes, pixel);
		return new ImageDimensions(image.width, image.height, dimensions[0], dimensions[1], dimensions[2], depth);
	}

	/** Channels, slices and frames. */
	private static int[] dimensions(final FileInfo image, final int planes, final ImagePlus pixel) {
		final int colours = pixel.getStackSize(); // of RGB with 16 bits each
		if (planes == 1) return new int[] { colours, 1, 1 };
		if (colours == 1 && hasChannels(image)) return new int[] { image.samplesPerPixel, planes, 1 };
		final int size = planes * Math.min(colours, 3);
		final Properties description = new FileOpener(image).decodeDescriptionString((FileInfo) image.clone());
		final int[] stated = description == null ? null : dimensions(description, size);
		return stated == null ? new int[] { 1, size, 1 } : stated;
	}

	/** In stacks whose planes are scattered, ImageJ makes channels of samples that are no colours. */
	private static boolean hasChannels(final FileInfo image) {
		final int bytes = image.getBytesPerPixel();
		return image.nImages < 2 && image.samplesPerPixel > 1 && bytes != 3 && bytes != 4 && bytes != 6;
	}

	private static FileInfo firstPixel(final FileInfo image) {
		final FileInfo pixel = (FileInfo) image.clone();
		pixel.width = 1;
		pixel.height = 1;
		pixel.nImages = 1;
		pixel.compression = FileInfo.COMPRESSION_NONE;
		pixel.stripOffsets = new int[] { (int) image.getOffset() };
		pixel.stripLengths = new int[] { image.getBytesPerPixel() };
		pixel.rowsPerStrip = 1;
		pixel.plot = null;
		pixel.overlay = null;
		pixel.roi = null;
		return pixel;
	}

	/** What ImageJ's description says; null if the planes are not as many. */
	static int[] dimensions(final Properties description, final int planes) {
		final int channels = number(description, "channels");
		final int slices = number(description, "slices");
		final int frames = number(description, "frames");
		return (long) channels * slices * frames == planes ? new int[] { channels, slices, frames } : null;
	}

	private static int number(final Properties description, final String key) {
		try {
			return Math.max(1, (int) Double.parseDouble(description.getProperty(key, "1")));
		}
		catch (final NumberFormatException e) {
			return 1; // as ImageJ
		}
	}
}
