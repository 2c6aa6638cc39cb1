package sc.fiji.superres.imagej;

import java.io.IOException;
import java.nio.file.Path;

import ij.ImagePlus;
import ij.ImageStack;
import ij.io.Opener;
import ij.plugin.ListVirtualStack;
import ij.process.ImageProcessor;

/**
 * The planes of a virtual stack, read one at a time. Where ImageJ cannot read one, it makes one up, with a message painted
 * in or empty; here that is an error.
 */
final class VirtualPixels implements PlanePixels {

	/** ImageJ paints its message into the upper eighth, but not smaller than this. */
	private static final int MESSAGE_HEIGHT = 32;

	private final ImageStack stack;
	private final VirtualFiles files;
	private final String title;
	private final int width;
	private final int height;
	private final int bitDepth;

	VirtualPixels(final ImagePlus image, final ImageStack stack) {
		this.stack = stack;
		files = new VirtualFiles(stack, image.getOriginalFileInfo());
		title = image.getTitle();
		width = image.getWidth();
		height = image.getHeight();
		bitDepth = image.getBitDepth();
	}

	@Override
	public synchronized Object read(final int index) throws IOException {
		final Path file = files.of(index);
		try {
			final VirtualFiles.State before = files.check(file, index);
			final ImageProcessor plane = processor(index, file);
			if (!before.equals(files.state(file)))
				throw new ImageFileException(file + " was changed while it was read. Open the stack again.");
			if (file != null && files.isPainted() && mayBePainted(plane)) open(file);
			return plane.getPixels();
		}
		catch (final IOException e) {
			throw new ImageFileException("Plane " + index + " of '" + title + "' cannot be read: " + e.getMessage(), e);
		}
	}

	private ImageProcessor processor(final int index, final Path file) throws IOException {
		final ImageProcessor plane;
		try {
			plane = stack.getProcessor(index);
		}
		catch (final RuntimeException e) {
			final String reason = e.getMessage() == null ? "" : " (" + e.getMessage().lines().findFirst().orElse("") + ")";
			throw new ImageFileException("its source failed" + reason + ". Open the stack again.", e);
		}
		// This one makes up an empty plane, and labels it by the file's text only where that was read.
		final boolean unread = stack.getClass() == ListVirtualStack.class && !stack.getSliceLabel(index).contains("\n");
		if (plane == null || plane.getPixels() == null || unread)
			throw new ImageFileException("its source" + (file == null ? "" : ", " + file + ",") +
				" gave no pixels. Check that its file is there, and open the stack again.");
		if (plane.getWidth() != width || plane.getHeight() != height || plane.getBitDepth() != bitDepth)
			throw new ImageFileException("it has " + plane.getWidth() + " x " + plane.getHeight() + " pixels of " +
				plane.getBitDepth() + " bits, but the image has " + width + " x " + height + " of " + bitDepth +
				". Open the stack again.");
		return plane;
	}

	/** Below the message, such a plane is white. */
	private boolean mayBePainted(final ImageProcessor plane) {
		final float white = bitDepth == 24 ? 0xffffff : 255;
		for (int x = 0; height >= MESSAGE_HEIGHT && x < width; x++)
			if ((bitDepth == 32 ? plane.getf(x, height - 1) : plane.get(x, height - 1) & 0xffffff) != white) return false;
		return true;
	}

	/** Tries whether ImageJ's reader really can read a file. */
	private static void open(final Path file) throws ImageFileException {
		try {
			QuietImageJ.read(() -> new Opener().openTempImage(ImageFiles.folder(file), file.getFileName().toString()));
		}
		catch (final IOException e) {
			throw new ImageFileException(file + " is damaged. Copy or download it again.", e);
		}
	}
}
