package sc.fiji.superres.model;

import java.io.IOException;
import java.nio.file.Path;

/** A model package cannot be found, is damaged, or is not for this software. The message is for the user. */
public final class ModelException extends IOException {

	private static final long serialVersionUID = 1L;

	public ModelException(final String message) {
		super(message);
	}

	public ModelException(final String message, final Throwable cause) {
		super(message, cause);
	}

	static ModelException missing(final Path path) {
		return new ModelException("There is no model package " + path + ". Name a folder or zip file that is one; models that were " +
			"added or came along go by their names.");
	}
}
