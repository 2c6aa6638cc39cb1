package sc.fiji.superres.upscale;

import sc.fiji.superres.engine.Placement;

/**
 * Side of a window's core in LR pixels, or what decides it.
 *
 * @param pixels at least 1; 0 lets the memory decide
 * @param bytes of memory that a window may take, where it decides; 0 for what is free
 */
public record TileSize(int pixels, long bytes) {

	/** @throws IllegalArgumentException if one of them is below 0 */
	public TileSize {
		if (pixels < 0) throw new IllegalArgumentException("tile_size is " + pixels + ", but must be at least 1.");
		if (bytes < 0)
			throw new IllegalArgumentException("The memory of a window is " + bytes + " bytes, but must be at least 0.");
	}

	/** @param pixels at least 1 */
	public TileSize(final int pixels) {
		this(pixels, 0);
	}

	/** As large as the memory allows. */
	public static final TileSize AUTO = new TileSize(0);

	/**
	 * So large that a window takes at most so many bytes, whatever is free: the same on all machines.
	 *
	 * @param bytes at least 1
	 */
	public static TileSize within(final long bytes) {
		return new TileSize(0, bytes);
	}

	/**
	 * What {@link #AUTO} is on this machine now, for {@link #within} on all machines that share a work.
	 *
	 * @param placement where the windows are computed
	 */
	public static long automaticBytes(final Placement placement) {
		return Math.max(1, WindowChoice.automaticBytes(placement));
	}

	/**
	 * Reads {@code auto} or a whole number from 1 on.
	 *
	 * @throws IllegalArgumentException if it is neither
	 */
	public static TileSize parse(final String text) {
		return text.equals("auto") ? AUTO : new TileSize(Setting.wholeNumber("tile_size", text, 1, "auto"));
	}

	/** Whether the memory decides. */
	public boolean isAuto() {
		return pixels == 0;
	}
}
