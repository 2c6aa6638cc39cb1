package sc.fiji.superres.imagej;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import ij.IJ;
import ij.ImageListener;
import ij.ImagePlus;
import ij.process.ByteProcessor;

/**
 * Images that a run works on: no other command may, for as long as it takes, and it is noticed where one is closed.
 *
 * <pre>
 * try (ImageInUse use = ImageInUse.of(image)) {
 * 	while (work()) use.checkOpen();
 * }
 * </pre>
 */
public final class ImageInUse implements AutoCloseable {

	/** ImageJ's own lock lets a thread in twice, and threads of a pool do one run after the other. */
	private static final Set<ImagePlus> IN_USE = Collections.newSetFromMap(new IdentityHashMap<>());

	private static final Set<ImageInUse> RUNS = ConcurrentHashMap.newKeySet();

	static {
		// One for all, which stays: ImageJ's event thread fails where a listener goes while it tells them something.
		ImagePlus.addImageListener(new ImageListener() {

			@Override
			public void imageOpened(final ImagePlus image) {}

			@Override
			public void imageUpdated(final ImagePlus image) {}

			@Override
			public void imageClosed(final ImagePlus image) {
				RUNS.forEach(run -> run.hear(image));
			}
		});
	}

	private final List<ImagePlus> images;
	private final Set<ImagePlus> closed = ConcurrentHashMap.newKeySet();
	/** Closed when the run begins: what the event thread tells before that, such as a window that was hidden, is older. */
	private final ImagePlus start = new ImagePlus("", new ByteProcessor(1, 1));
	private volatile boolean started;
	private boolean released;

	private ImageInUse(final List<ImagePlus> images) {
		this.images = images;
	}

	/**
	 * Locks images until {@link #close}, which the same thread should call; one that is named twice is locked once.
	 *
	 * @throws IllegalArgumentException if one has no pixels, was closed, or is in use by another command or run; then none is
	 *           locked; the message is for users
	 */
	public static ImageInUse of(final ImagePlus... images) {
		for (final ImagePlus image : images)
			ImageChecks.pixels(image);
		final ImageInUse use = new ImageInUse(List.copyOf(new LinkedHashSet<>(List.of(images))));
		use.lock();
		use.listen();
		return use;
	}

	private void lock() {
		synchronized (IN_USE) {
			for (final ImagePlus image : images) {
				if (!IN_USE.contains(image) && image.lockSilently()) {
					IN_USE.add(image);
					continue;
				}
				images.subList(0, images.indexOf(image)).forEach(ImageInUse::unlock);
				throw new IllegalArgumentException("The image '" + image.getTitle() + "' is in use by another command. Wait " +
					"until that has ended.");
			}
		}
	}

	private void listen() {
		started = IJ.getInstance() == null; // without windows there is no event thread, and need not be one
		RUNS.add(this);
		if (!started) start.flush();
	}

	private void hear(final ImagePlus closedImage) {
		started |= closedImage == start;
		if (started && images.contains(closedImage)) closed.add(closedImage);
	}

	/**
	 * Whether all of the images are still there.
	 *
	 * @throws IllegalArgumentException if one was closed; the message is for users
	 */
	public void checkOpen() {
		for (final ImagePlus image : images)
			if (isClosed(image))
				throw new IllegalArgumentException("The image '" + image.getTitle() + "' was closed while it was in use. Open it " +
					"again.");
	}

	/** Listeners hear of it later, on the event thread; the window knows at once. */
	private boolean isClosed(final ImagePlus image) {
		return closed.contains(image) || !image.isProcessor() || image.getWindow() != null && image.getWindow().isClosed();
	}

	/**
	 * Unlocks the images; those that were closed meanwhile give back their memory, which ImageJ does not while they are locked.
	 */
	@Override
	public void close() {
		if (released) return;
		released = true;
		RUNS.remove(this);
		synchronized (IN_USE) {
			images.forEach(ImageInUse::unlock);
		}
		images.stream().filter(image -> image.isProcessor() && isClosed(image)).forEach(ImagePlus::flush);
	}

	private static void unlock(final ImagePlus image) {
		IN_USE.remove(image);
		image.unlock();
	}
}
