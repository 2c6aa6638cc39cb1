package sc.fiji.superres.engine;

/** The engine is missing, does not fit this machine, or cannot be loaded. The message is for the user. */
public class EngineException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public EngineException(final String message) {
		super(message);
	}

	public EngineException(final String message, final Throwable cause) {
		super(message, cause);
	}
}
