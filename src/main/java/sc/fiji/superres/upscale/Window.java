package sc.fiji.superres.upscale;

/**
 * One window of a plane, along both dimensions.
 *
 * @param x its columns
 * @param y its rows
 */
record Window(Axis.Span x, Axis.Span y) {

	/** LR pixels of the core. */
	long corePixels() {
		return (long) (x.coreEnd() - x.coreStart()) * (y.coreEnd() - y.coreStart());
	}
}
