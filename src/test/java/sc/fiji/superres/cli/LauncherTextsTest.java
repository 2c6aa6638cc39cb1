package sc.fiji.superres.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** The launcher of Windows, which runs nowhere else, beside the other one. */
class LauncherTextsTest {

	private static final Path FOLDER = Path.of("src/main/launcher");

	private static String text(final String name) throws IOException {
		return Files.readString(FOLDER.resolve(name));
	}

	/** What stands between Java and the class path, over several lines. */
	private static Set<String> options(final String text) {
		final Matcher line = Pattern.compile("(?s)java%?\" (-XX:.*?) -cp ").matcher(text);
		assertTrue(line.find(), text);
		final Set<String> options = new TreeSet<>(List.of(line.group(1).replace("\\\n", " ").trim().split("\\s+")));
		options.removeIf(option -> option.contains("JAVA_OPTS"));
		return options;
	}

	@Test
	void bothStartJavaTheSameWay() throws IOException {
		final Set<String> linux = options(text("superres"));
		final Set<String> windows = options(text("superres.bat"));
		// Whether standard error is a terminal: the shell knows, or Java must find out.
		assertTrue(linux.remove("-Dsuperres.terminal=$terminal"));
		assertTrue(windows.remove("-Djdk.console=java.base"));
		assertEquals(linux, windows);
		assertTrue(linux.size() > 4, linux.toString());
	}

	/** The option was new in 17, so that an older one fails; then it says itself which it is. */
	@Test
	void windowsNamesTheJavaThatIsNeededAndTheOneThatIsThere() throws IOException {
		final String text = text("superres.bat");
		assertTrue(text.contains("\"%java%\" --enable-native-access=ALL-UNNAMED --version >nul 2>&1\nif errorlevel 1 (\n" +
			"\techo superres needs Java 17 or newer, but \"%java%\" is older or was not found. Install it, or set JAVA_HOME. 1>&2\n" +
			"\t\"%java%\" -version\n\texit /b 1\n)\n"), text);
	}
}
