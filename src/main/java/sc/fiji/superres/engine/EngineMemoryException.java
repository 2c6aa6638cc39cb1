package sc.fiji.superres.engine;

/** The engine reports that the memory of its device is full: a smaller window may do. */
public final class EngineMemoryException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public EngineMemoryException(final String message, final Throwable cause) {
		super(message, cause);
	}
}
