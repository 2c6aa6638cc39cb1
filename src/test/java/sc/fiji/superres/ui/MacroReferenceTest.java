package sc.fiji.superres.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.scijava.command.CommandInfo;
import org.scijava.module.ModuleItem;

import sc.fiji.superres.imagej.MacroOptions;

class MacroReferenceTest {

	@Test
	void thePageIsThatOfTheCommands() throws IOException {
		assertEquals(MacroReference.page(), Files.readString(MacroReference.PAGE), MacroReference.PAGE + " is older than the " +
			"commands. Write it again: mvn -q test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=" + MacroReference.class
				.getName());
	}

	/** Keys that do not exist, and values that are not allowed, would stop the macro. */
	@Test
	void theExamplesAreValid() throws IOException {
		try (TestContext context = new TestContext()) {
			for (final CommandInfo info : MacroReference.commands(context)) {
				final Map<String, String> options = MacroOptions.parse(MacroReference.options(info));
				final List<ModuleItem<?>> inputs = Items.inputs(info);
				final List<String> keys = inputs.stream().map(ModuleItem::getName).toList();
				assertTrue(keys.containsAll(options.keySet()), info.getName() + ": " + options);
				for (final ModuleItem<?> item : inputs) {
					final String text = options.get(item.getName());
					assertFalse(text == null && item.isRequired(), info.getName() + " needs " + item.getName());
					if (text == null || Items.isImage(item)) continue;
					final Object value = InputText.parse(item, text);
					assertTrue(!Items.hasChoices(item) || item.getChoices().contains(value), item.getName() + "=" + text);
				}
			}
		}
	}

	@Test
	void whatNobodyCanSetIsNotShown() throws IOException {
		final String keys = MacroReference.page().lines().filter(line -> line.startsWith("| `")).collect(Collectors.joining("\n"));
		assertTrue(keys.contains("| `tile_size` | text | `auto` |"), keys);
		assertTrue(keys.contains("| `learning_rate` | number | `0.0004` | from 0.0000001 to 0.1 |"), keys);
		assertFalse(keys.matches("(?s).*\\| `(message|context|log|status|tasks|\\w*Service)` .*"), keys);
	}
}
