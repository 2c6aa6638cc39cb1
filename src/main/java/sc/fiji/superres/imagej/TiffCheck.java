package sc.fiji.superres.imagej;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

import ij.io.FileInfo;
import ij.io.TiffDecoder;

/**
 * Whether a TIFF file has all the bytes that its directories promise, and is of a kind that ImageJ reads rightly. ImageJ
 * itself fills what is missing with zeros, or opens fewer planes.
 */
final class TiffCheck {

	private TiffCheck() {}

	static void check(final FileBytes file) throws IOException {
		file.littleEndian(file.u8(0) == 'I');
		final Set<Long> seen = new HashSet<>();
		TiffDirectory first = null;
		for (long position = file.u32(4); position != 0;) {
			if (!seen.add(position)) throw file.damaged("its list of images runs in a circle.");
			final TiffDirectory directory = TiffDirectory.read(file, position);
			directory.check();
			if (first == null) first = directory;
			position = directory.next();
		}
		if (first == null) throw file.damaged("it has no image.");
		checkStack(file, first);
	}

	/** In ImageJ's own stacks the first directory stands for all planes, which follow each other. */
	private static void checkStack(final FileBytes file, final TiffDirectory first) throws IOException {
		final FileInfo info;
		try {
			info = decode(ImageFiles.folder(file.file()), file.file().getFileName().toString())[0];
		}
		catch (final IOException e) {
			throw file.unsupported(String.valueOf(e.getMessage()).lines().findFirst().orElse("") + ".");
		}
		final long step = first.planeBytes() + info.getGap();
		final long rest = info.nImages - 1L;
		if (rest > 0 && rest > (file.size() - info.getOffset() - first.planeBytes()) / step)
			throw file.cut("its header promises " + info.nImages + " planes of " + first.planeBytes() + " bytes, but it has " +
				file.size() + " bytes.");
	}

	/** How many planes ImageJ should open: one where the images of the file are of different sizes or types. */
	static int planes(final String folder, final String name) throws IOException {
		final FileInfo[] info = decode(folder, name);
		if (info[0].nImages > 1) return info[0].nImages;
		for (final FileInfo image : info)
			if (!isLike(image, info[0])) return 1;
		return info.length;
	}

	/** Whether two images can be planes of one stack. */
	static boolean isLike(final FileInfo image, final FileInfo other) {
		return image.width == other.width && image.height == other.height && image.fileType == other.fileType;
	}

	/** What ImageJ knows of the images in a file. */
	static FileInfo[] decode(final String folder, final String name) throws IOException {
		final FileInfo[] info = new TiffDecoder(folder, name).getTiffInfo();
		if (info == null) throw new IOException("it has no image");
		return info;
	}
}
