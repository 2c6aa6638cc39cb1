package sc.fiji.superres.cli;

/** Entry of the launchers. */
public final class Main {

	private Main() {}

	public static void main(final String[] args) {
		System.exit(CommandLineInterface.run(args, Streams.ofProcess()));
	}
}
