package sc.fiji.superres.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import ij.ImagePlus;
import ij.process.ByteProcessor;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scijava.module.MethodCallException;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

class LiveInputsTest {

	private final TestContext context = new TestContext();
	private final Module module = context.module(TestCommands.All.class);
	private LiveInputs inputs;

	@BeforeEach
	void initialise() throws MethodCallException {
		module.setInput("input", new ImagePlus("cells", new ByteProcessor(4, 4)));
		module.resolveInput("input");
		module.initialize();
		inputs = new LiveInputs(module, Items.shown(module, null), context.log());
	}

	@AfterEach
	void dispose() {
		context.close();
	}

	@Test
	void whatIsResolvedOrHiddenOrAMessageOrAServiceHasNoField() {
		assertEquals(List.of("model", "free_text", "count", "seed", "rate", "fast", "colour", "file", "folder"), inputs.fields().stream()
			.map(ModuleItem::getName).toList());
	}

	@Test
	void choicesAndMessageComeFromTheInitialiser() {
		assertEquals(List.of("first", "second"), item("model").getChoices());
		assertEquals("On cells\nfirst 3 4.0E-4 true", inputs.message());
	}

	@Test
	void callbacksFollowAChangeAndOnlyAChange() {
		assertTrue(inputs.set(Map.of(item("count"), 5)));
		assertEquals("On cells\nfirst 5 4.0E-4 true", inputs.message());
		assertFalse(inputs.set(Map.of(item("count"), 5, item("fast"), true)));
		assertEquals(1, ((TestCommands.All) module.getDelegateObject()).callbacks);
	}

	@Test
	void aCallbackMaySetOtherInputs() {
		inputs.set(Map.of(item("model"), "second"));
		assertEquals(30, inputs.value(item("count")));
	}

	@Test
	void theCommandSaysWhatApplies() {
		assertTrue(Items.applies(item("rate")));
		inputs.set(Map.of(item("fast"), false));
		assertFalse(Items.applies(item("rate")));
		assertTrue(Items.applies(item("count")));
		inputs.set(Map.of(item("fast"), true));
		assertTrue(Items.applies(item("rate")));
	}

	@Test
	void labelsAreTheNamesInWords() {
		assertEquals("Free text", Items.label(item("free_text")));
		assertEquals("Long number", Items.label(item("seed")));
		assertEquals("Test All...", Items.menuLabel(module.getInfo()));
	}

	@Test
	void theHelpTellsEveryInputWithItsKey() {
		final String help = Html.help(module.getInfo());
		assertTrue(help.startsWith("<html>"), help);
		assertTrue(help.contains("<b>Free text</b> (free_text)<dd>a text"), help);
		assertTrue(help.contains("a model &lt;of&gt; several"), help);
		assertFalse(help.contains("summary"), help);
	}

	private ModuleItem<?> item(final String name) {
		return module.getInfo().getInput(name);
	}
}
