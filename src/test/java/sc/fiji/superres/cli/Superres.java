package sc.fiji.superres.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The command line, run in this JVM or by its launcher. */
public interface Superres {

	/** What TensorFlow itself prints at its first session; its level of logging does not reach these two. */
	List<Pattern> NATIVE_LINES = List.of(
		Pattern.compile("WARNING: All log messages before absl::InitializeLog\\(\\) is called are written to STDERR"),
		Pattern.compile("I0000 .*MLIR V1 optimization pass is not enabled"));

	/** @return when it has ended */
	Run run(Object... args);

	/** What a run has come to. */
	record Run(int status, String out, String err) {

		/** Standard error, but what TensorFlow prints natively. */
		List<String> errors() {
			return err.lines().filter(line -> NATIVE_LINES.stream().noneMatch(pattern -> pattern.matcher(line).matches())).toList();
		}

		/** The last line of standard output. */
		String lastLine() {
			final List<String> lines = out.lines().toList();
			return lines.get(lines.size() - 1);
		}

		/** The whole result, and nothing to complain about. */
		Run assertFine() {
			assertEquals(List.of(), errors());
			assertEquals(0, status);
			return this;
		}

		/** Refused by a few plain sentences on one line. */
		void assertRefused(final String... parts) {
			assertNotEquals(0, status);
			assertEquals("", out);
			assertEquals(1, errors().size(), err);
			final String message = errors().get(0);
			assertFalse(message.contains("Exception") || message.contains("\tat "), message);
			assertTrue(message.endsWith("."), message);
			assertTrue(message.split("[^.][.] ").length <= 3, message);
			for (final String part : parts)
				assertTrue(message.contains(part), message);
		}
	}

	/** Arguments as text. */
	static List<String> texts(final Object... args) {
		final List<String> texts = new ArrayList<>();
		for (final Object arg : args)
			texts.add(String.valueOf(arg));
		return texts;
	}
}
