package sc.fiji.superres.site;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/**
 * Entry for those who publish: {@code write} builds the update site, {@code gate} refuses one that would touch files of
 * others, {@code stage} lays its files into a Fiji for the official uploader. The exit status is 0 if that is done, 1 if
 * not, and 2 where the options cannot be read.
 */
@Command(name = "update-site", mixinStandardHelpOptions = true, scope = ScopeType.INHERIT, sortOptions = false,
	subcommands = { WriteCommand.class, GateCommand.class, StageCommand.class })
public final class Main {

	private Main() {}

	public static void main(final String[] args) {
		System.exit(run(args, new PrintWriter(System.out, true), new PrintWriter(System.err, true)));
	}

	static int run(final String[] args, final PrintWriter out, final PrintWriter err) {
		return new CommandLine(new Main()).setOut(out).setErr(err).setExecutionExceptionHandler((e, line, result) -> {
			if (!(e instanceof IOException) && !(e instanceof UncheckedIOException)) throw e;
			line.getErr().println("Error: " + e.getMessage());
			return CommandLine.ExitCode.SOFTWARE;
		}).execute(args);
	}
}
