package sc.fiji.superres.training;

/** The loss of a training is no longer a number, or has grown beyond all measure. The message is for the user. */
public final class DivergedException extends IllegalStateException {

	private static final long serialVersionUID = 1L;

	DivergedException(final String message) {
		super(message);
	}
}
