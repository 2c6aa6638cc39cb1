package sc.fiji.superres.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import net.imglib2.RandomAccessibleInterval;

import sc.fiji.superres.network.Architecture;
import sc.fiji.superres.resample.MatlabResize;

/**
 * The images of a training, kept in memory: most of them to learn from, others to choose the best weights by, which are
 * given apart or held back.
 *
 * <pre>
 * TrainingSet set = new TrainingSet(new Edsr(2, 16, 64, 1), 32, Degradation.BICUBIC);
 * set.add("coins.png", image); // and many more
 * </pre>
 */
public final class TrainingSet {

	/** One image in so many is held back, but no more than {@link #MAX_HELD_BACK}. */
	private static final int HELD_BACK_OF = 20;
	private static final int MAX_HELD_BACK = 16;

	/** Validation images are cut to this side, in LR pixels, so that validation stays short. */
	private static final int VALIDATION_SIDE = 160;

	/** Names in a message. */
	private static final int NAMED = 3;

	private final Architecture architecture;
	private final int patch;
	private final Degradation degradation;
	private final List<ImagePair> images = new ArrayList<>();
	private final List<ImagePair> forValidation = new ArrayList<>();
	private final Map<String, String> leftOut = new LinkedHashMap<>();
	private long bytes;

	/**
	 * @param architecture tells the scale and the channels
	 * @param patch side of a training patch in LR pixels
	 * @param degradation that makes LR images where there are none
	 */
	public TrainingSet(final Architecture architecture, final int patch, final Degradation degradation) {
		this.architecture = architecture;
		this.patch = patch;
		this.degradation = degradation;
	}

	/**
	 * Adds an HR image to learn from, of which the LR image is made. Images that nothing can be learned from are only counted.
	 *
	 * @param hr 2-D: colour, or one channel of any real type
	 * @throws IllegalArgumentException if the images need more memory than Java may have
	 */
	public void add(final String name, final RandomAccessibleInterval<?> hr) {
		add(name, hr, null, images);
	}

	/**
	 * Adds an HR image and the LR image that was taken of the same. Of other types than 8 bits and RGB, each is taken from its
	 * own minimum to its own maximum, so the two may have been exposed differently.
	 *
	 * @param lr 2-D, of the same type as {@code hr}; the size of that is scale times its own
	 * @throws IllegalArgumentException if sizes or types do not fit together, or the images need more memory than Java may have
	 */
	public void add(final String name, final RandomAccessibleInterval<?> hr, final RandomAccessibleInterval<?> lr) {
		final int scale = architecture.scale();
		if (hr.dimension(0) != scale * lr.dimension(0) || hr.dimension(1) != scale * lr.dimension(1))
			throw new IllegalArgumentException("The pair " + name + " has " + size(hr) + " and " + size(lr) + " pixels, but the " +
				"first must be " + scale + " times the second along both sides. Crop one of them, or choose another scale.");
		if (!hr.getType().getClass().equals(lr.getType().getClass()))
			throw new IllegalArgumentException("The images of the pair " + name + " are of different types. Convert one of them.");
		add(name, hr, lr, images);
	}

	/** Adds an HR image to validate on; then none is held back. */
	public void addForValidation(final String name, final RandomAccessibleInterval<?> hr) {
		add(name, hr, null, forValidation);
	}

	private void add(final String name, final RandomAccessibleInterval<?> hr, final RandomAccessibleInterval<?> lr,
		final List<ImagePair> to)
	{
		final int scale = architecture.scale();
		if (Math.min(hr.dimension(0), hr.dimension(1)) < (long) scale * patch) {
			leftOut.put(name, "is " + size(hr) + " pixels");
			return;
		}
		try {
			final List<Raster> truths = Rasters.of(MatlabResize.cropped(hr, scale), architecture.channels());
			final List<Raster> seen = lr == null ? null : Rasters.of(lr, architecture.channels());
			boolean flat = true;
			for (int i = 0; i < truths.size(); i++) {
				if (truths.get(i).isFlat()) continue;
				flat = false;
				final Raster shrunk = seen != null ? seen.get(i) : degradation.shrink(truths.get(i), scale);
				keep(new ImagePair(truths.size() == 1 ? name : name + " (channel " + (i + 1) + ")", truths.get(i), shrunk), to);
			}
			if (flat) leftOut.put(name, "is flat");
		}
		catch (final OutOfReach e) {
			throw e;
		}
		catch (final IllegalArgumentException e) {
			leftOut.put(name, e.getMessage());
		}
	}

	private void keep(final ImagePair pair, final List<ImagePair> to) {
		bytes += pair.bytes();
		final long limit = Runtime.getRuntime().maxMemory() / 4 * 3;
		if (bytes > limit)
			throw new OutOfReach("The training images up to " + pair.name() + " take " + bytes / 1_000_000 +
				" MB, but Java may use " + limit / 1_000_000 + " MB for them. Train on fewer images, or give Java more memory " +
					"(-Xmx).");
		to.add(pair);
	}

	/** The memory is too small for the images. */
	private static final class OutOfReach extends IllegalArgumentException {

		private static final long serialVersionUID = 1L;

		private OutOfReach(final String message) {
			super(message);
		}
	}

	private static String size(final RandomAccessibleInterval<?> image) {
		return image.dimension(0) + " x " + image.dimension(1);
	}

	/** Names of images that were left out, and why: too small for a patch, flat, or with pixels that are no numbers. */
	public Map<String, String> leftOut() {
		return new LinkedHashMap<>(leftOut);
	}

	/** Whether images were given to validate on, so that none is held back. */
	public boolean hasImagesForValidation() {
		return !forValidation.isEmpty();
	}

	public int size() {
		return images.size();
	}

	/** Tells sets apart: the number of images and a hash of their names and sizes. */
	String fingerprint() {
		final List<String> names = new ArrayList<>();
		for (final List<ImagePair> each : List.of(images, forValidation))
			for (final ImagePair image : each)
				names.add(image.name() + " " + image.hr().width() + " x " + image.hr().height());
		return images.size() + " images, " + Integer.toHexString(names.hashCode());
	}

	/** @throws IllegalArgumentException if there are too few images to learn from some and validate on others */
	public void check() {
		final int needed = forValidation.isEmpty() ? 2 : 1;
		if (images.size() >= needed) return;
		final List<String> reasons = new ArrayList<>();
		leftOut.forEach((name, reason) -> reasons.add(name + " " + reason));
		final String named = String.join(", ", reasons.subList(0, Math.min(NAMED, reasons.size())));
		throw new IllegalArgumentException("Training needs at least " + (needed == 1 ? "1 image" : "2 images, one of them to " +
			"validate on") +
			", but there " + (images.size() == 1 ? "is 1" : "is none") + (reasons.isEmpty() ? ". Name a folder with more images." :
				" (left out: " + named + (reasons.size() > NAMED ? " and " + (reasons.size() - NAMED) + " more" : "") + "). An " +
					"image must be at least " +
					architecture.scale() * patch + " pixels wide and high (patch x scale), not flat, and free of NaN. Choose a " +
					"smaller patch, or other images."));
	}

	/** The images to learn from. */
	List<ImagePair> training() {
		return forValidation.isEmpty() ? part(false) : List.copyOf(images);
	}

	/** Those held back, or the others: spread evenly over the images. */
	private List<ImagePair> part(final boolean heldBack) {
		final long size = images.size(), count = Math.max(1, Math.min(MAX_HELD_BACK, size / HELD_BACK_OF));
		return LongStream.range(0, size).filter(i -> heldBack == (i * count / size != (i + 1) * count / size))
			.mapToObj(i -> images.get((int) i)).toList();
	}

	private List<ImagePair> validationImages() {
		return forValidation.isEmpty() ? part(true) : forValidation;
	}

	/** The images to validate on, with their noise, cut in the middle to one common size. */
	List<ImagePair> validation() {
		final List<ImagePair> all = validationImages();
		final int width = Math.min(VALIDATION_SIDE, all.stream().mapToInt(image -> image.lr().width()).min().orElseThrow());
		final int height = Math.min(VALIDATION_SIDE, all.stream().mapToInt(image -> image.lr().height()).min().orElseThrow());
		final List<ImagePair> cut = new ArrayList<>();
		for (final ImagePair image : all) {
			final ImagePair middle = image.middle(width, height);
			cut.add(new ImagePair(image.name(), middle.hr(), degradation.noise().on(middle.lr(), cut.size())));
		}
		return cut;
	}

	/** Names of the images to validate on. */
	public List<String> validationNames() {
		return validationImages().stream().map(ImagePair::name).toList();
	}
}
