package sc.fiji.superres.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A block of a page that is more than lines of the launcher, run by a shell with stand-ins for what a machine may lack. */
final class ShellScript {

	private static final int PATIENCE_SECONDS = 120;
	private static final List<String> BUILT_IN = List.of("cd", "export", "mkdir");

	/** Says the number of a job; the script, which is looked for among the arguments, must be one of ours. */
	private static final String SCHEDULER = """
		#!/bin/sh
		for argument in "$0" "$@"; do
			case ${argument##*/} in
				*.sh) test -x "$HOME/cluster/${argument##*/}" || { echo "$argument is not there" >&2; exit 1; } ;;
			esac
		done
		echo 1
		""";

	private ShellScript() {}

	/** Whether this knows a line that is none of the launcher. */
	static boolean runs(final ShellLine line) {
		final String program = line.text().replaceFirst("^\\w+=\\$\\(", "").replaceFirst("^(\\w+=\\S* )*", "");
		return Stream.of(BUILT_IN, Rehearsal.SCHEDULERS).flatMap(List::stream).anyMatch(name -> program.startsWith(name + " "));
	}

	/**
	 * Runs it; it must end well.
	 *
	 * @param lines of the block that are run
	 * @param folder to work in, and the user's home
	 * @param app the assembled application
	 */
	static void run(final Block block, final List<ShellLine> lines, final Path folder, final Path app) throws IOException,
		InterruptedException
	{
		final Path programs = Files.createDirectories(folder.resolve("programs"));
		for (final String name : Rehearsal.SCHEDULERS)
			executable(programs.resolve(name), SCHEDULER);
		executable(programs.resolve("mvn"), "#!/bin/sh\n");
		final String text = lines.stream().map(ShellLine::text).collect(Collectors.joining("\n"));
		final ProcessBuilder builder = new ProcessBuilder("sh", "-e", "-c", text).directory(folder.toFile()).redirectErrorStream(
			true);
		final Path output = Files.createTempFile("shell", ".txt");
		builder.redirectOutput(output.toFile());
		builder.environment().put("PATH", String.join(File.pathSeparator, programs.toString(), app.toString(), System.getenv(
			"PATH")));
		builder.environment().put("HOME", folder.toString());
		builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
		final Process process = builder.start();
		try {
			assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), block + " hangs");
			assertEquals(0, process.exitValue(), block + ": " + Files.readString(output));
		}
		finally {
			process.destroyForcibly();
			Files.delete(output);
		}
	}

	private static void executable(final Path file, final String text) throws IOException {
		assertTrue(Files.writeString(file, text).toFile().setExecutable(true));
	}
}
