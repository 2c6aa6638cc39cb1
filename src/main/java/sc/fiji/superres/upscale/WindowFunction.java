package sc.fiji.superres.upscale;

import sc.fiji.superres.engine.Inference;

/** Upscales windows of one size. Close it to free its memory. */
interface WindowFunction extends AutoCloseable {

	/** Prepares windows of a size in LR pixels. */
	interface Opener<F extends AutoCloseable> {

		F open(int height, int width);
	}

	/**
	 * @param lr height × width × channels
	 * @param hr receives scale·height × scale·width × channels
	 * @param deviation receives the standard deviation of an ensemble, scale·height × scale·width; null where it is not
	 *          wanted
	 * @throws sc.fiji.superres.engine.EngineMemoryException if an engine reports that its memory is full
	 */
	void run(float[] lr, float[] hr, float[] deviation);

	@Override
	void close();

	/** Runs each window once. */
	static WindowFunction once(final Inference inference) {
		return new WindowFunction() {

			@Override
			public void run(final float[] lr, final float[] hr, final float[] deviation) {
				inference.run(lr, hr);
			}

			@Override
			public void close() {
				inference.close();
			}
		};
	}
}
