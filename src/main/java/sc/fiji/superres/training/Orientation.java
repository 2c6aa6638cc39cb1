package sc.fiji.superres.training;

/**
 * One of the eight ways to lay a square: four turns, each as it is or mirrored. Number 0 leaves it.
 *
 * @param index 0..7: bit 0 mirrors left and right, bit 1 mirrors top and bottom, bit 2 exchanges rows and columns
 */
record Orientation(int index) {

	static final int COUNT = 8;

	/** Copies a square out of an image, laid this way, as grey levels. */
	void copy(final Raster from, final int left, final int top, final int side, final float[] to, final int offset) {
		final int channels = from.channels();
		int i = offset;
		for (int y = 0; y < side; y++)
			for (int x = 0; x < side; x++) {
				final int sx = (index & 4) == 0 ? x : y;
				final int sy = (index & 4) == 0 ? y : x;
				final int column = left + ((index & 1) == 0 ? sx : side - 1 - sx);
				final int row = top + ((index & 2) == 0 ? sy : side - 1 - sy);
				final int source = channels * (row * from.width() + column);
				for (int c = 0; c < channels; c++)
					to[i++] = from.samples().get(source + c);
			}
	}
}
