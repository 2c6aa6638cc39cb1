package sc.fiji.superres.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import ij.ImagePlus;
import ij.WindowManager;

/** The images that are open in ImageJ, those of its batch mode included. */
final class OpenImages {

	private OpenImages() {}

	/** All of them; the current one comes first. */
	static List<ImagePlus> all() {
		final List<ImagePlus> images = new ArrayList<>();
		final ImagePlus current = WindowManager.getCurrentImage();
		if (current != null) images.add(current);
		final int[] ids = WindowManager.getIDList();
		if (ids != null) for (final int id : ids) {
			final ImagePlus image = WindowManager.getImage(id);
			if (image != null && !images.contains(image)) images.add(image);
		}
		return images;
	}

	/**
	 * The image that a text names by its title or its ID; of equal titles the current image, or else the first.
	 *
	 * @throws IllegalArgumentException naming {@code key}, if there is none
	 */
	static ImagePlus find(final String key, final String text) {
		final List<ImagePlus> images = all();
		for (final ImagePlus image : images)
			if (text.equals(image.getTitle())) return image;
		for (final ImagePlus image : images)
			if (text.equals(String.valueOf(image.getID()))) return image;
		throw new IllegalArgumentException(key + " is \"" + text + "\", but no open image has this title. " + (images.isEmpty()
			? "No image is open." : "Open are " + images.stream().map(image -> "\"" + image.getTitle() + "\"")
				.collect(Collectors.joining(", ")) + "."));
	}

	/** Shows a result; in batch mode it joins the images of that. One that is open already stays as it is. */
	static void show(final ImagePlus image) {
		if (!all().contains(image)) image.show();
	}
}
