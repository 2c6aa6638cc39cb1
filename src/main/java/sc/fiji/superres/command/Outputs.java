package sc.fiji.superres.command;

/**
 * Names of the attributes by which a command says of an output image what its type does not: whether there will be one.
 * SciJava keeps them in the command's {@code CommandInfo}, not in that of a {@code DynamicCommand} itself.
 */
public final class Outputs {

	/** The input, {@code true} or {@code false}, that decides whether the image is made. */
	public static final String MADE_IF = "made_if";

	private Outputs() {}
}
