package sc.fiji.superres.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import sc.fiji.superres.Golden;

/** Command lines of released versions still run without windows, in the assembled application, and come to the same. */
class GoldenCommandLinesIT {

	private static final String PROMPT = "superres ";
	private static final String ANSWER = "> ";
	private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?|Infinity");

	@TempDir
	private Path folder;

	static List<Path> versions() throws IOException {
		return Golden.versions();
	}

	/** Below a command stands the first number of its last line. */
	@ParameterizedTest
	@MethodSource("versions")
	void withoutWindows(final Path version) throws IOException {
		final Path work = Files.createDirectory(folder.resolve("a folder to work in"));
		Golden.copy(version.resolve("models"), work.resolve("models"));
		Golden.copy(version.resolve("batch/images"), work.resolve("images"));
		final List<String> lines = Files.readAllLines(version.resolve("command-lines.txt"));
		final List<List<String>> commands = lines.stream().filter(line -> line.startsWith(PROMPT)).map(line -> Stream.of(line
			.substring(PROMPT.length()).split(" ")).map(argument -> argument.replace("$WORK", work.toString())).toList()).toList();
		final List<List<String>> answers = AssembledApplication.run(work, commands);
		int command = -1;
		for (final String line : lines) {
			if (line.startsWith(PROMPT)) command++;
			else {
				assertTrue(line.startsWith(ANSWER), line);
				Golden.assertLines(List.of(line.substring(ANSWER.length())), List.of(number(answers.get(command))), lines.toString());
			}
		}
		assertEquals(command + 1, answers.size());
	}

	private static String number(final List<String> answer) {
		assertFalse(answer.isEmpty());
		final Matcher number = NUMBER.matcher(answer.get(answer.size() - 1));
		assertTrue(number.find(), answer.toString());
		return number.group();
	}
}
