package sc.fiji.superres.cli;

import java.io.PrintStream;

/** Keeps standard output for results: what SciJava's log and ImageJ would print there goes to standard error meanwhile. */
final class ReservedOutput implements AutoCloseable {

	private final PrintStream before = System.out;

	ReservedOutput(final PrintStream err) {
		System.setOut(err);
	}

	@Override
	public void close() {
		System.setOut(before);
	}
}
