package sc.fiji.superres.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.plugin.frame.Recorder;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;

/** What is recorded of a command, and what its help says. */
class RecorderLineTest {

	private final TestContext context = new TestContext();
	private final Module module = module();

	@AfterEach
	void dispose() {
		Recorder.resetCommandOptions();
		context.close();
	}

	private Module module() {
		return context.context().service(ModuleService.class).createModule(context.info(TestCommands.All.class));
	}

	private String recorded() {
		RecorderLine.write(module, module(), "input");
		return Recorder.getCommandOptions();
	}

	@Test
	void whatDialogsShowIsWrittenWhateverTheDefaults() {
		assertEquals("model=first free_text=[some words] count=3 seed=1 rate=0.0004 fast=true colour=GREEN", recorded());
	}

	@Test
	void whatTheyDoNotShowOnlyWhereItHasAnotherValue() {
		module.setInput("hidden", 7);
		assertFalse(recorded().contains("hidden"));
		module.setInput("hidden", 8);
		assertTrue(recorded().endsWith("colour=GREEN hidden=8"), recorded());
	}

	@Test
	void theHelpNamesItsKeysLast() {
		final String help = Html.help(module.getInfo());
		assertTrue(help.matches("(?s).*\\(count\\).*\\(folder\\).*<p>For macros alone:<dl>.*\\(hidden\\)<dd>a rare " +
			"number</dl>.*"), help);
		assertFalse(Html.help(context.info(TestCommands.Pair.class)).contains("For macros alone"));
	}
}
