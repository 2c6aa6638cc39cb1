package sc.fiji.superres.cli;

import java.io.InputStream;
import java.io.PrintStream;

/**
 * The standard streams of a run.
 *
 * @param in an image, where one is named {@code -}
 * @param out results
 * @param err messages and progress
 */
record Streams(InputStream in, PrintStream out, PrintStream err) {

	static Streams ofProcess() {
		return new Streams(System.in, System.out, System.err);
	}
}
