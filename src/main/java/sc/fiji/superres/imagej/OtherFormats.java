package sc.fiji.superres.imagej;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileInfo;
import ij.io.Opener;
import ij.plugin.AVI_Reader;

/**
 * Formats that ImageJ tells by content and name, and those of the readers that a host such as Fiji adds. Where ImageJ's
 * Opener would ask in a dialog or take a cut file for a whole one, this calls the reader behind it and checks.
 */
final class OtherFormats {

	/** Those that ImageJ asks. */
	private static final List<String> HOST_READERS = List.of("loci.plugins.BF", "HandleExtraFileTypes");

	private static final int DICOM_MARK = 128;
	private static final int FRAME_MICROSECONDS = 32;

	private OtherFormats() {}

	/**
	 * Opens a file that is none of {@link ImageFormat}, or of a kind that ImageJ misreads.
	 *
	 * @param refusal what to say if no reader knows it
	 */
	static ImagePlus open(final Path file, final ImageFileException.Unsupported refusal) throws IOException {
		switch (new Opener().getFileType(file.toString())) {
			case Opener.DICOM:
			case Opener.TIFF_AND_DICOM:
				return dicom(file, refusal);
			case Opener.FITS:
				return whole(file, byOpener(file));
			case Opener.AVI:
				return avi(file, refusal);
			case Opener.ZIP:
				return ZippedImage.open(file, refusal);
			case Opener.JAVA_OR_TEXT:
				if (!isTable(file)) throw refusal;
				return byOpener(file);
			case Opener.LUT:
			case Opener.ROI:
			case Opener.OJJ:
			case Opener.TABLE:
				throw refusal;
			default:
				return byHost(file, refusal);
		}
	}

	private static ImagePlus byOpener(final Path file) throws IOException {
		return QuietImageJ.read(() -> new Opener().openImage(ImageFiles.folder(file), file.getFileName().toString()));
	}

	private static ImagePlus dicom(final Path file, final IOException refusal) throws IOException {
		try {
			return whole(file, byOpener(file));
		}
		catch (final ImageFileException e) {
			throw e;
		}
		catch (final IOException e) {
			if (e.getCause() instanceof UnsupportedOperationException) // menus without a screen
				throw new ImageFileException(file + " cannot be read without a screen: it has a rescale slope, and ImageJ computes " +
					"its values with menu commands. Open it in ImageJ or Fiji, and save it as TIFF.", e);
			if (isDicom(file)) throw e;
			throw refusal; // only its name or first bytes looked so
		}
	}

	private static boolean isDicom(final Path file) throws IOException {
		try (FileBytes bytes = new FileBytes(file)) {
			return bytes.size() > DICOM_MARK + 4 && bytes.u32(DICOM_MARK) == 0x4449434d; // DICM
		}
	}

	/** ImageJ fills what a file lacks with zeros. */
	private static ImagePlus whole(final Path file, final ImagePlus image) throws IOException {
		final FileInfo info = image.getOriginalFileInfo();
		if (info == null || file.toString().endsWith(".gz")) return image; // has a checksum
		try (FileBytes bytes = new FileBytes(file)) {
			bytes.require(info.getOffset() + (long) info.width * info.height * info.getBytesPerPixel() * Math.max(1, info.nImages));
		}
		return image;
	}

	/** Without ImageJ's dialog, and with all frames in memory. */
	private static ImagePlus avi(final Path file, final IOException refusal) throws IOException {
		final long frameMicroseconds;
		try (FileBytes bytes = new FileBytes(file)) {
			bytes.littleEndian(true);
			if (bytes.size() < 64 || bytes.u32(0) != 0x46464952) throw refusal; // RIFF
			bytes.require(8 + bytes.u32(4));
			frameMicroseconds = bytes.u32(FRAME_MICROSECONDS);
		}
		return QuietImageJ.read(() -> {
			final AVI_Reader reader = new AVI_Reader();
			final ImageStack stack = reader.makeStack(file.toString(), 1, 0, false, false, false);
			if (reader.getErrorText() != null) throw new IOException(reader.getErrorText().lines().findFirst().orElse(""));
			if (stack == null || stack.size() == 0) throw new IOException("it has no frames");
			final ImagePlus image = new ImagePlus(file.getFileName().toString(), stack);
			if (image.getBitDepth() == 16) image.getProcessor().resetMinAndMax();
			if (frameMicroseconds >= 1000) image.getCalibration().fps = 1e6 / frameMicroseconds;
			final FileInfo info = new FileInfo();
			info.fileName = file.getFileName().toString();
			info.directory = ImageFiles.folder(file);
			image.setFileInfo(info);
			return image;
		});
	}

	/** Whether a text holds numbers only; ImageJ makes an image of any words. */
	private static boolean isTable(final Path file) throws IOException {
		if (!file.toString().endsWith(".txt")) return false;
		try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
			return lines.flatMap(line -> Arrays.stream(line.split("[\\s,]+"))).allMatch(OtherFormats::isNumber);
		}
	}

	private static boolean isNumber(final String word) {
		try {
			return word.isEmpty() || !Double.isNaN(Double.parseDouble(word)) || word.equals("NaN");
		}
		catch (final NumberFormatException e) {
			return false;
		}
	}

	private static ImagePlus byHost(final Path file, final IOException refusal) throws IOException {
		final ImagePlus image = byHost(file);
		if (image == null) throw refusal;
		return image;
	}

	/** By Bio-Formats, or what else there is; null in plain ImageJ, which has neither. */
	static ImagePlus byHost(final Path file) throws IOException {
		final ImagePlus image = QuietImageJ.readTalkative(() -> {
			final ImagePlus found = Opener.openUsingBioFormats(file.toString());
			return found != null ? found : new Opener().openWithHandleExtraFileTypes(file.toString(), new int[] { Opener.UNKNOWN });
		});
		if (image == null || image.getProcessor() == null) return null;
		final boolean composite = image.getNChannels() > 1 && !image.isComposite() && image.getBitDepth() != 24;
		return composite ? new CompositeImage(image, IJ.COLOR) : image; // as ImageJ's Opener
	}

	/** Whether ImageJ leaves a file to its host, though it could read it: LSM, and OME-TIFF where there is Bio-Formats. */
	static boolean isForHost(final Path file) {
		return new Opener().getFileType(file.toString()) == Opener.UNKNOWN;
	}

	/** Whether there is a reader that {@link #open} would ask for a file that is none of {@link ImageFormat}. */
	static boolean mayOpen(final Path file) {
		switch (new Opener().getFileType(file.toString())) {
			case Opener.DICOM:
			case Opener.TIFF_AND_DICOM:
			case Opener.FITS:
			case Opener.AVI:
			case Opener.ZIP:
				return true;
			case Opener.JAVA_OR_TEXT:
				return file.toString().endsWith(".txt");
			default:
				return hasHost();
		}
	}

	/** Whether a host has brought readers along. */
	static boolean hasHost() {
		return HOST_READERS.stream().anyMatch(OtherFormats::isClass);
	}

	private static boolean isClass(final String name) {
		try {
			return Class.forName(name, false, IJ.getClassLoader()) != null;
		}
		catch (final ClassNotFoundException e) {
			return false;
		}
	}
}
