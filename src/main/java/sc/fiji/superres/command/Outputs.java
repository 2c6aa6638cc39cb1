package sc.fiji.superres.command;

/**
 * Names of the attributes by which a command says of an output image what its type does not, so that it can be told before
 * the work whether there will be one, and which files can hold it. SciJava keeps them in the command's {@code CommandInfo},
 * not in that of a {@code DynamicCommand} itself.
 */
public final class Outputs {

	/** The input, {@code true} or {@code false}, that decides whether the image is made. */
	public static final String MADE_IF = "made_if";

	/** Bits per pixel of the image; without it, as many as its inputs have. */
	public static final String BIT_DEPTH = "bit_depth";

	private Outputs() {}
}
