package sc.fiji.superres.imagej;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

import ij.ImagePlus;
import ij.io.FileInfo;

import sc.fiji.superres.io.TemporaryFile;
import sc.fiji.superres.io.WholeFile;

/**
 * A TIFF or DICOM file in a ZIP archive, as ImageJ's File > Save As > ZIP makes it. It is unpacked to be checked like any
 * other.
 */
final class ZippedImage {

	private ZippedImage() {}

	/** @param refusal what to say of other archives, such as sets of ROIs */
	static ImagePlus open(final Path file, final IOException refusal) throws IOException {
		final Path folder = TemporaryFile.createFolder();
		try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file), StandardCharsets.ISO_8859_1)) {
			final ZipEntry entry = zip.getNextEntry(); // ImageJ looks at the first one only
			final String name = entry == null ? "" : entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
			final String kind = name.toLowerCase(Locale.ROOT);
			if (!kind.endsWith(".tif") && !kind.endsWith(".tiff") && !kind.endsWith(".dcm")) throw refusal;
			final Path unpacked = folder.resolve("image" + kind.substring(kind.lastIndexOf('.')));
			Files.copy(zip, unpacked); // compares the checksum
			return named(open(unpacked, file), name, file);
		}
		catch (final ZipException e) {
			throw damaged(file, WholeFile.reason(e), e);
		}
		catch (final IllegalArgumentException e) {
			throw damaged(file, "a name in it is none.", e);
		}
		finally {
			WholeFile.delete(folder);
		}
	}

	private static ImagePlus open(final Path unpacked, final Path file) throws ImageFileException {
		try {
			return ImageFiles.open(unpacked);
		}
		catch (final ImageFileException e) {
			throw new ImageFileException(e.getMessage().replace(unpacked.toString(), "The image in " + file), e);
		}
	}

	private static ImageFileException damaged(final Path file, final String reason, final Exception e) {
		return new ImageFileException(file + " is damaged: " + reason + " Copy or download it again.", e);
	}

	private static ImagePlus named(final ImagePlus image, final String name, final Path file) {
		image.setTitle(name);
		final FileInfo info = image.getOriginalFileInfo();
		info.fileFormat = FileInfo.ZIP_ARCHIVE;
		info.fileName = file.getFileName().toString();
		info.directory = ImageFiles.folder(file);
		return image;
	}
}
