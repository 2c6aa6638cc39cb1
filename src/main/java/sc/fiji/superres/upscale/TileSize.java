package sc.fiji.superres.upscale;

/**
 * Side of a window's core in LR pixels.
 *
 * @param pixels at least 1; 0 lets the memory decide
 */
public record TileSize(int pixels) {

	/** @throws IllegalArgumentException if it is below 0 */
	public TileSize {
		if (pixels < 0) throw new IllegalArgumentException("tile_size is " + pixels + ", but must be at least 1.");
	}

	/** As large as the memory allows. */
	public static final TileSize AUTO = new TileSize(0);

	/**
	 * Reads {@code auto} or a whole number from 1 on.
	 *
	 * @throws IllegalArgumentException if it is neither
	 */
	public static TileSize parse(final String text) {
		return text.equals("auto") ? AUTO : new TileSize(Setting.wholeNumber("tile_size", text, 1, "auto"));
	}

	boolean isAuto() {
		return pixels == 0;
	}
}
