package sc.fiji.superres.training;

import java.util.ArrayList;
import java.util.List;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;

/**
 * The images of a training, kept in memory as bytes: most of them to learn from, a few held back to choose the best
 * weights by.
 *
 * <pre>
 * TrainingSet set = new TrainingSet(2, 32);
 * set.add("coins.png", image); // and many more
 * </pre>
 */
public final class TrainingSet {

	/** One image in so many is held back, but no more than {@link #MAX_HELD_BACK}. */
	private static final int HELD_BACK_OF = 20;
	private static final int MAX_HELD_BACK = 16;

	/** Held-back images are cut to this side, in LR pixels, so that validation stays short. */
	private static final int VALIDATION_SIDE = 160;

	private final int scale;
	private final int patch;
	private final List<ImagePair> images = new ArrayList<>();
	private final List<String> tooSmall = new ArrayList<>();
	private long bytes;

	/**
	 * @param scale between LR and HR
	 * @param patch side of a training patch in LR pixels
	 */
	public TrainingSet(final int scale, final int patch) {
		this.scale = scale;
		this.patch = patch;
	}

	/**
	 * Adds an HR image, of which the LR image is made by MATLAB's bicubic. Images smaller than a patch are only counted.
	 *
	 * @throws IllegalArgumentException if the images need more memory than Java may have
	 */
	public void add(final String name, final RandomAccessibleInterval<ARGBType> hr) {
		if (Math.min(hr.dimension(0), hr.dimension(1)) < (long) scale * patch) {
			tooSmall.add(name + " (" + hr.dimension(0) + " x " + hr.dimension(1) + ")");
			return;
		}
		final ImagePair pair = ImagePair.of(name, RgbImage.of(hr, scale), scale);
		bytes += pair.hr().values().length + pair.lr().values().length;
		final long limit = Runtime.getRuntime().maxMemory() / 4 * 3;
		if (bytes > limit)
			throw new IllegalArgumentException("The training images up to " + name + " take " + bytes / 1_000_000 +
				" MB, but Java may use " + limit / 1_000_000 + " MB for them. Train on fewer images, or give Java more memory (-Xmx).");
		images.add(pair);
	}

	/** Images that are smaller than a patch and were left out, with their sizes. */
	public List<String> tooSmall() {
		return List.copyOf(tooSmall);
	}

	public int size() {
		return images.size();
	}

	/** Tells sets apart: the number of images and a hash of their names and sizes. */
	String fingerprint() {
		final List<String> names = images.stream().map(image -> image.name() + " " + image.hr().width() + " x " + image.hr().height())
			.toList();
		return images.size() + " images, " + Integer.toHexString(names.hashCode());
	}

	/** @throws IllegalArgumentException if there are too few images to learn from some and validate on others */
	public void check() {
		if (images.size() >= 2) return;
		final String sizes = tooSmall.isEmpty() ? "" : " Too small for a patch of " + patch + " LR pixels (" + scale * patch +
			" HR pixels): " + String.join(", ", tooSmall.subList(0, Math.min(3, tooSmall.size()))) +
			(tooSmall.size() > 3 ? " and " + (tooSmall.size() - 3) + " more." : ".");
		throw new IllegalArgumentException("Training needs at least 2 images that are large enough, one of them to validate on; " +
			"there " + (images.size() == 1 ? "is 1." : "is none.") + sizes +
			(tooSmall.isEmpty() ? " Name a folder with more images." : " Choose a smaller patch, or larger images."));
	}

	/** The images to learn from. */
	List<ImagePair> training() {
		return images.stream().filter(image -> !isHeldBack(image)).toList();
	}

	/** The held-back images, evenly spaced among all, cut in the middle to one common size. */
	List<ImagePair> validation() {
		final List<ImagePair> heldBack = images.stream().filter(this::isHeldBack).toList();
		int width = VALIDATION_SIDE;
		int height = VALIDATION_SIDE;
		for (final ImagePair image : heldBack) {
			width = Math.min(width, image.lr().width());
			height = Math.min(height, image.lr().height());
		}
		final int commonWidth = width;
		final int commonHeight = height;
		return heldBack.stream().map(image -> image.middle(commonWidth, commonHeight)).toList();
	}

	private boolean isHeldBack(final ImagePair image) {
		final int count = Math.max(1, Math.min(MAX_HELD_BACK, images.size() / HELD_BACK_OF));
		final int index = images.indexOf(image);
		return index * count / images.size() != (index + 1) * count / images.size();
	}

	/** Names of the images that were held back. */
	public List<String> heldBack() {
		return images.stream().filter(this::isHeldBack).map(ImagePair::name).toList();
	}
}
