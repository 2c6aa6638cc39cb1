package sc.fiji.superres.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Runs the command line in this JVM; catches what others print to the standard streams as well. */
public final class InThisJvm implements Superres {

	private final byte[] input;

	public InThisJvm() {
		this(new byte[0]);
	}

	/** @param input what there is on standard input */
	InThisJvm(final byte[] input) {
		this.input = input;
	}

	@Override
	public Run run(final Object... args) {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		final ByteArrayOutputStream err = new ByteArrayOutputStream();
		final PrintStream systemOut = System.out;
		final PrintStream systemErr = System.err;
		try (PrintStream outStream = new PrintStream(out, true, StandardCharsets.UTF_8); PrintStream errStream = new PrintStream(err, true,
			StandardCharsets.UTF_8))
		{
			System.setOut(outStream);
			System.setErr(errStream);
			final int status = CommandLineInterface.run(Superres.texts(args).toArray(String[]::new), new Streams(
				new ByteArrayInputStream(input), outStream, errStream));
			return new Run(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
		}
		finally {
			System.setOut(systemOut);
			System.setErr(systemErr);
		}
	}
}
