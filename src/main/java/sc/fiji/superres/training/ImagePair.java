package sc.fiji.superres.training;

/**
 * A training image: the HR truth and the LR image made from it.
 *
 * @param name for messages and the model's card
 */
record ImagePair(String name, RgbImage hr, RgbImage lr) {

	static ImagePair of(final String name, final RgbImage hr, final int scale) {
		return new ImagePair(name, hr, hr.shrink(scale));
	}

	/** The middle of both; sizes in LR pixels. */
	ImagePair middle(final int width, final int height) {
		final int scale = hr.width() / lr.width();
		final int left = (lr.width() - width) / 2;
		final int top = (lr.height() - height) / 2;
		return new ImagePair(name, hr.crop(scale * left, scale * top, scale * width, scale * height),
			lr.crop(left, top, width, height));
	}
}
