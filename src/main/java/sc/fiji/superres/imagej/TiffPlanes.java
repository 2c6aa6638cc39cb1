package sc.fiji.superres.imagej;

import java.io.FileInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Set;

import ij.io.FileInfo;
import ij.io.ImageReader;

/**
 * The planes of a TIFF file without compression, read one at a time by ImageJ's own reader, as long as the file stays as it
 * was when this was made.
 */
final class TiffPlanes implements PlanePixels {

	/** Types whose planes are the same, read one by one or all at once. */
	private static final Set<Integer> TYPES = Set.of(FileInfo.GRAY8, FileInfo.COLOR8, FileInfo.GRAY16_SIGNED,
		FileInfo.GRAY16_UNSIGNED, FileInfo.GRAY32_INT, FileInfo.GRAY32_UNSIGNED, FileInfo.GRAY32_FLOAT, FileInfo.GRAY64_FLOAT,
		FileInfo.RGB, FileInfo.ARGB);

	private final Path file;
	private final VirtualFiles.State opened;
	private final FileInfo[] images;
	private final boolean oneBlock;
	private final long[] offsets;

	private TiffPlanes(final Path file, final VirtualFiles.State opened, final FileInfo[] images) {
		this.file = file;
		this.opened = opened;
		this.images = images;
		oneBlock = images.length == 1 || isContiguous(images);
		offsets = new long[images.length == 1 ? images[0].nImages : images.length];
		final long step = (long) images[0].width * images[0].height * images[0].getBytesPerPixel() + images[0].getGap();
		for (int i = 0; i < offsets.length; i++)
			offsets[i] = oneBlock ? images[0].getOffset() + i * step : images[i].getOffset();
	}

	/**
	 * The planes of an image file.
	 *
	 * @return null where they cannot be read one by one: it has only one, or is compressed or of a seldom kind
	 * @throws ImageFileException if it is not whole, or damaged
	 */
	static TiffPlanes of(final Path file) throws IOException {
		final VirtualFiles.State opened = VirtualFiles.state(file);
		if (ImageFormat.check(file) != ImageFormat.TIFF) return null;
		final FileInfo[] images = TiffCheck.decode(ImageFiles.folder(file), file.getFileName().toString());
		if (images.length == 1 && images[0].nImages < 2) return null;
		for (final FileInfo image : images)
			if (!isPlain(image) || !TiffCheck.isLike(image, images[0])) return null;
		return new TiffPlanes(file, opened, images);
	}

	private static boolean isPlain(final FileInfo image) {
		final boolean colour = image.fileType == FileInfo.RGB || image.fileType == FileInfo.ARGB;
		if (!TYPES.contains(image.fileType) || image.compression != FileInfo.COMPRESSION_NONE) return false;
		if (image.samplesPerPixel > 1 && !colour) return false;
		for (int i = 1; image.stripOffsets != null && i < image.stripOffsets.length; i++)
			if (image.stripOffsets[i] - image.stripOffsets[i - 1] != image.stripLengths[i - 1]) return false;
		return true;
	}

	/** Whether ImageJ takes the images for one block of planes; it counts their bytes with 32 bits. */
	private static boolean isContiguous(final FileInfo[] images) {
		final int bytes = images[0].width * images[0].height * images[0].getBytesPerPixel();
		for (int i = 1; i < images.length; i++)
			if (images[i].getOffset() != images[0].getOffset() + i * bytes) return false;
		return true;
	}

	int size() {
		return offsets.length;
	}

	/** What ImageJ knows of the first image, for the caller to change. */
	FileInfo first() {
		return (FileInfo) images[0].clone();
	}

	/** Whether one list of fields stands for all planes, as ImageJ itself writes. */
	boolean hasOneDirectory() {
		return images.length == 1;
	}

	/** Whether the planes follow each other at equal distances. */
	boolean isOneBlock() {
		return oneBlock;
	}

	@Override
	public Path file() {
		return file;
	}

	@Override
	public Object read(final int index) throws IOException {
		checkUnchanged();
		final FileInfo info = first();
		info.nImages = 1;
		info.stripOffsets = null; // they follow each other
		final Object pixels;
		try (Strict in = new Strict(new FileInputStream(file.toFile()))) {
			in.skipNBytes(offsets[index - 1]);
			pixels = new ImageReader(info).readPixels(in, 0);
			if (in.failure != null) throw in.failure;
		}
		catch (final IOException e) {
			checkUnchanged(); // the likeliest reason
			throw e;
		}
		checkUnchanged();
		return pixels;
	}

	private void checkUnchanged() throws IOException {
		final VirtualFiles.State now = VirtualFiles.state(file);
		if (now.size() < opened.size())
			throw new ImageFileException(file + " is cut off: it had " + opened.size() + " bytes when it was opened, but has " + now
				.size() + " now. Copy or download it again.");
		if (!now.equals(opened)) throw new ImageFileException(file + " was changed since it was opened. Open the stack again.");
	}

	/** Remembers what went wrong: ImageJ's reader logs it, or goes on with zeros. */
	private static final class Strict extends FilterInputStream {

		private IOException failure;

		private Strict(final InputStream in) {
			super(in);
		}

		@Override
		public int read(final byte[] bytes, final int offset, final int length) {
			try {
				final int count = in.read(bytes, offset, length);
				if (count < 0) failure = new IOException("the file ended");
				return count;
			}
			catch (final IOException e) {
				failure = e;
				return -1;
			}
		}
	}
}
