package sc.fiji.superres.imagej;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

import ij.ImagePlus;
import ij.ImageStack;

/**
 * The pixel arrays of an image by stack index, got without changing what it shows.
 */
interface PlanePixels {

	/**
	 * @param index from 1
	 * @return the array of the plane: of ImageJ itself, or read anew from a virtual stack
	 * @throws IOException if it cannot be read; the message is for users
	 */
	Object read(int index) throws IOException;

	/** The file of all planes; null if there is none, or they have one each. */
	default Path file() {
		return null;
	}

	/** The pixels of an image that has some. What is in memory stays there for as long as this is used. */
	static PlanePixels of(final ImagePlus image) {
		if (!image.hasImageStack()) {
			final Object pixels = image.getProcessor().getPixels();
			return index -> pixels;
		}
		final ImageStack stack = image.getImageStack(); // unlike getStack, without setting its ROI
		final String title = image.getTitle();
		if (stack instanceof PlaneStack planes) return index -> {
			try {
				return planes.read(index);
			}
			catch (final IOException e) {
				throw new ImageFileException("Plane " + index + " of '" + title + "' cannot be read: " + e.getMessage(), e);
			}
		};
		if (stack.isVirtual()) return new VirtualPixels(image, stack);
		final Object[] arrays = Arrays.copyOf(stack.getImageArray(), stack.size()); // a closed image forgets them
		return index -> {
			if (arrays[index - 1] == null)
				throw new ImageFileException("Plane " + index + " of '" + title + "' has no pixels. Remove it.");
			return arrays[index - 1];
		};
	}
}
