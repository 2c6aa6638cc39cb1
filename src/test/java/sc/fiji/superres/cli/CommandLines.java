package sc.fiji.superres.cli;

import java.util.ArrayList;
import java.util.List;

/** Runs command lines, which end with {@link #END}, one after another in one JVM, and prints the exit status of each. */
public final class CommandLines {

	static final String END = ";";
	static final String STATUS = "exit status ";

	private CommandLines() {}

	public static void main(final String[] args) {
		final List<String> line = new ArrayList<>();
		for (final String arg : args) {
			if (!arg.equals(END)) {
				line.add(arg);
				continue;
			}
			System.out.println(STATUS + CommandLineInterface.run(line.toArray(String[]::new), Streams.ofProcess()));
			line.clear();
		}
	}
}
