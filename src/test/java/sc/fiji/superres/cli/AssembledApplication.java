package sc.fiji.superres.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import sc.fiji.superres.ForkedJvm;
import sc.fiji.superres.Golden;

/** Runs command lines in the assembled application, all in one JVM: that is quicker than a launcher for each. */
public final class AssembledApplication {

	private AssembledApplication() {}

	/**
	 * Runs them one after another.
	 *
	 * @param folder to work in
	 * @param commands a subcommand and its options each
	 * @return what each has printed; all have ended well
	 */
	public static List<List<String>> run(final Path folder, final List<List<String>> commands) throws IOException {
		final List<Object> arguments = new ArrayList<>();
		for (final List<String> command : commands) {
			arguments.addAll(command);
			arguments.add(CommandLines.END);
		}
		final List<List<String>> answers = new ArrayList<>(List.of(new ArrayList<>()));
		for (final String line : ForkedJvm.with(classPath()).in(folder).run(CommandLines.class, arguments.toArray()).lines()) {
			final List<String> answer = answers.get(answers.size() - 1);
			if (!line.startsWith(CommandLines.STATUS)) answer.add(line);
			else {
				assertEquals(CommandLines.STATUS + CommandLineInterface.OK, line, () -> String.join(" ", commands.get(answers.size() -
					1)) + ": " + answer);
				answers.add(new ArrayList<>());
			}
		}
		assertEquals(commands.size() + 1, answers.size(), answers.toString());
		return answers.subList(0, commands.size());
	}

	/** What a program needs beside it. */
	public static List<Path> classPath() throws IOException {
		final List<Path> classPath = new ArrayList<>(Golden.list(Launcher.app().toAbsolutePath().resolve("plugins")));
		classPath.addAll(Golden.list(Launcher.app().toAbsolutePath().resolve("host")));
		classPath.add(ForkedJvm.source(CommandLines.class));
		return classPath;
	}
}
