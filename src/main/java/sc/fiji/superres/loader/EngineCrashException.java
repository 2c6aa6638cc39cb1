package sc.fiji.superres.loader;

import sc.fiji.superres.engine.EngineException;

/** An engine ended its process, instead of saying what is wrong. */
final class EngineCrashException extends EngineException {

	private static final long serialVersionUID = 1;

	EngineCrashException(final String message) {
		super(message);
	}
}
