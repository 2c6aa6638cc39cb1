package sc.fiji.superres;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents for developers name is there. */
class DocumentsTest {

	private static final Pattern QUOTED = Pattern.compile("(?<!`)`([^`\n]+)`(?!`)");
	private static final Pattern FILE = Pattern.compile("[\\w.-]+(/[\\w.-]+)+/?|[\\w-]+\\.(md|xml|txt|cff|sh)");
	private static final Pattern CLASS = Pattern.compile("([A-Z]\\w*[a-z]\\w*)(\\.(\\w+)\\(\\))?");

	/** Those of others. */
	private static final Set<String> FOREIGN = Set.of("IllegalArgumentException", "IllegalStateException", "IOException",
		"ImagePlus", "RandomAccessibleInterval");

	private static List<MatchResult> all(final Pattern pattern, final Path document) throws IOException {
		return pattern.matcher(Files.readString(document)).results().toList();
	}

	@ParameterizedTest
	@ValueSource(strings = { "CONTRIBUTING.md", "docs/releasing.md" })
	void filesThatAreNamedAreThere(final Path page) throws IOException {
		for (final MatchResult name : all(QUOTED, page))
			if (FILE.matcher(name.group(1)).matches() && !name.group(1).matches("target/.*|.*VERSION.*"))
				assertTrue(Files.exists(Path.of(name.group(1))), page + ": " + name.group());
	}

	@ParameterizedTest
	@ValueSource(strings = { "CONTRIBUTING.md", "docs/releasing.md" })
	void classesAndMethodsThatAreNamedAreThere(final Path page) throws IOException {
		final Map<String, Path> sources = sources();
		for (final MatchResult quoted : all(QUOTED, page)) {
			final Matcher name = CLASS.matcher(quoted.group(1));
			if (!name.matches() || FOREIGN.contains(name.group(1))) continue;
			final Path source = sources.get(name.group(1));
			assertNotNull(source, page + ": there is no class " + name.group(1));
			if (name.group(3) != null) assertTrue(Files.readString(source).contains(" " + name.group(3) + "("), page +
				": there is no method " + name.group());
		}
	}

	/** By the names of their classes. */
	private static Map<String, Path> sources() throws IOException {
		final Map<String, Path> sources = new HashMap<>();
		try (Stream<Path> files = Files.walk(Path.of("src"))) {
			files.filter(file -> file.toString().endsWith(".java")).forEach(file -> sources.put(file.getFileName().toString()
				.replace(".java", ""), file));
		}
		return sources;
	}
}
