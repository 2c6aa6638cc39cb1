package sc.fiji.superres.training;

/**
 * A training image: the HR truth and the LR image made from it, or seen beside it.
 *
 * @param name for messages and the model's card
 * @param lr without the noise of the degradation
 */
record ImagePair(String name, Raster hr, Raster lr) {

	/** The middle of both; sizes in LR pixels. */
	ImagePair middle(final int width, final int height) {
		final int scale = hr.width() / lr.width();
		final int left = (lr.width() - width) / 2;
		final int top = (lr.height() - height) / 2;
		return new ImagePair(name, hr.crop(scale * left, scale * top, scale * width, scale * height),
			lr.crop(left, top, width, height));
	}

	long bytes() {
		return hr.samples().bytes() + lr.samples().bytes();
	}
}
