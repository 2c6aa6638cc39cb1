package sc.fiji.superres.imagej;

import ij.ImagePlus;

/**
 * Whether an image of ImageJ has pixels to work on.
 */
final class ImageChecks {

	private ImageChecks() {}

	/**
	 * The same image, if it has pixels.
	 *
	 * @throws IllegalArgumentException if there is no image, it was closed, or its stack is empty; the message is for users
	 */
	static ImagePlus pixels(final ImagePlus image) {
		// An image that a host could not find arrives as one without a processor, a closed one keeps its size.
		if (image != null && !image.isProcessor() && image.getWidth() > 0)
			throw new IllegalArgumentException("The image '" + image.getTitle() + "' was closed. Open it again.");
		if (image == null || !image.isProcessor())
			throw new IllegalArgumentException("There is no image. Open one, or name one that is open or a file that exists.");
		if (image.hasImageStack() && image.getImageStack().size() == 0)
			throw new IllegalArgumentException("The image '" + image.getTitle() + "' is an empty stack. Add a plane to it, or " +
				"name another image.");
		return image;
	}

	/**
	 * The same image, if it is a single plane with pixels.
	 *
	 * @throws IllegalArgumentException if not; the message is for users
	 */
	static ImagePlus singlePlane(final ImagePlus image) {
		final int planes = pixels(image).getStackSize();
		if (planes > 1)
			throw new IllegalArgumentException("The image '" + image.getTitle() + "' is a stack of " + planes +
				" planes; a single plane is needed. Take one out with Image > Duplicate... first.");
		return image;
	}
}
