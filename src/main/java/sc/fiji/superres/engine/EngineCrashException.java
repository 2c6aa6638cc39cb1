package sc.fiji.superres.engine;

/** An engine ended its process, instead of saying what is wrong. */
final class EngineCrashException extends EngineException {

	private static final long serialVersionUID = 1;

	EngineCrashException(final String message) {
		super(message);
	}
}
