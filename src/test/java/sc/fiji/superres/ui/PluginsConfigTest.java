package sc.fiji.superres.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;

/** The menu of plain ImageJ is the menu of Fiji: where the labels are the same, Fiji shows one entry of the two. */
class PluginsConfigTest {

	private static final Pattern LINE = Pattern.compile("Plugins>Super-Resolution, \"([^\"]+)\", " + Pattern.quote(PlainImageJ.class
		.getName()) + "\\(\"([a-z]+)\"\\)");

	@Test
	void bothMenusHaveTheSameLabelsForTheSameCommands() throws IOException {
		final Map<String, String> fiji = new TreeMap<>();
		try (TestContext context = new TestContext()) {
			for (final CommandInfo info : context.context().service(CommandService.class).getCommands())
				if (info.getDelegateClassName().startsWith("sc.fiji.superres.command.") && !info.getMenuPath().isEmpty()) {
					final String label = info.getMenuPath().getLeaf().getName();
					assertEquals("Plugins > Super-Resolution > " + label, info.getMenuPath().getMenuString());
					fiji.put(label, info.getName());
				}
		}
		final Map<String, String> plain = new TreeMap<>();
		for (final String line : lines()) {
			final Matcher matcher = LINE.matcher(line);
			assertTrue(matcher.matches(), line);
			plain.put(matcher.group(1), matcher.group(2));
		}
		assertEquals(fiji, plain);
		assertEquals(lines().size(), plain.size());
	}

	/** An older Java must be able to load the class that says so. */
	@Test
	void theEntryIsCompiledForJava8() throws IOException {
		assertEquals(52, classFileVersion(PlainImageJ.class));
		assertEquals(61, classFileVersion(PlainRun.class));
	}

	private static int classFileVersion(final Class<?> type) throws IOException {
		try (DataInputStream bytes = new DataInputStream(type.getResourceAsStream(type.getSimpleName() + ".class"))) {
			bytes.skipBytes(6);
			return bytes.readUnsignedShort();
		}
	}

	private static List<String> lines() throws IOException {
		try (BufferedReader reader = new BufferedReader(new InputStreamReader(PlainImageJ.class.getResourceAsStream("/plugins.config"),
			StandardCharsets.UTF_8)))
		{
			return reader.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).toList();
		}
	}
}
