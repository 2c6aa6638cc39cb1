package sc.fiji.superres.imagej;

import java.io.IOException;

/**
 * An image file cannot be read or written. The message is for users: which file, what was found, what is allowed, and what
 * to do.
 */
public final class ImageFileException extends IOException {

	private static final long serialVersionUID = 1L;

	public ImageFileException(final String message) {
		super(message);
	}

	public ImageFileException(final String message, final Throwable cause) {
		super(message, cause);
	}
}
