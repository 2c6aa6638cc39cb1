package sc.fiji.superres.engine;

/** A network ready to run on windows of one size. Close it to free its memory. */
public interface Inference extends AutoCloseable {

	/**
	 * Super-resolves one window.
	 *
	 * @param lr grey levels 0..255 (not clipped), height × width × channels, row-major
	 * @param hr receives scale·height × scale·width × channels
	 * @throws EngineMemoryException if the engine reports that its memory is full
	 */
	void run(float[] lr, float[] hr);

	@Override
	void close();
}
