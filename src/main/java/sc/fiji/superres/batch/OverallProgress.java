package sc.fiji.superres.batch;

import sc.fiji.superres.engine.Progress;

/** Tells the progress within an image as one of all images, counted in LR pixels. */
final class OverallProgress implements Progress {

	private final Progress all;
	private final String image;
	private final long before;
	private final long pixels;
	private final long total;

	/**
	 * @param image what is said of it
	 * @param before pixels of the images before it
	 * @param pixels of the image; 0 where they are not known
	 * @param total pixels of all images
	 */
	OverallProgress(final Progress all, final String image, final long before, final long pixels, final long total) {
		this.all = all;
		this.image = image;
		this.before = before;
		this.pixels = pixels;
		this.total = total;
	}

	@Override
	public void update(final String task, final long done, final long ofImage) {
		final double share = ofImage <= 0 ? 0 : Math.min(1, done / (double) ofImage);
		all.update(image + ": " + task, before + (long) (share * pixels), total);
	}

	@Override
	public boolean isCancelled() {
		return all.isCancelled();
	}
}
