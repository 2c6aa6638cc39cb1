package sc.fiji.superres.imagej;

import java.io.IOException;

/**
 * An image file cannot be read or written. The message is for users: which file, what was found, what is allowed, and what
 * to do.
 */
public class ImageFileException extends IOException {

	private static final long serialVersionUID = 1L;

	public ImageFileException(final String message) {
		super(message);
	}

	public ImageFileException(final String message, final Throwable cause) {
		super(message, cause);
	}

	/** The file may be whole, but is of a kind that cannot be read here. */
	static final class Unsupported extends ImageFileException {

		private static final long serialVersionUID = 1L;

		Unsupported(final String message) {
			super(message);
		}
	}
}
