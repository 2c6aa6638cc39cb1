package sc.fiji.superres.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;
import ij.process.ByteProcessor;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.command.Command;

/** Commands in macros, without windows: ImageJ's batch mode holds the images. */
class PlainRunTest {

	private final TestContext context = new TestContext();
	private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
	private final PrintStream out = System.out;

	@BeforeEach
	void openImages() {
		Interpreter.batchMode = true;
		open("cells one");
		open("cells");
		System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8)); // where errors go without windows
		IJ.getErrorMessage();
	}

	@AfterEach
	void close() {
		System.setOut(out);
		for (final ImagePlus image : OpenImages.all())
			Interpreter.removeBatchModeImage(image);
		WindowManager.setTempCurrentImage(null);
		Interpreter.batchMode = false;
		context.close();
	}

	@Test
	void keysThatAreLeftOutKeepTheirDefaults() {
		assertEquals("first|some words|3|1|4.0E-4|true|GREEN|null|null|7", info(run("")));
	}

	@Test
	void everyKindOfInputIsSet() {
		assertEquals("second|x y|5|-7|0.5|false|RED|/data/a b.tif|/data|9", info(run("model=second free_text=[x y] count=5 " +
			"seed=-7 rate=0.5 fast=false colour=RED file=[/data/a b.tif] folder=/data hidden=9")));
		assertTrue(info(run("fast count=4")).contains("|4|1|4.0E-4|true|"));
	}

	/** The command reads no choice's text differently from a text: names beyond the list are for it to judge. */
	@Test
	void aTextBeyondTheChoicesReachesTheCommand() {
		assertTrue(info(run("model=third")).startsWith("third|"));
	}

	@Test
	void theCurrentImageIsTheInputUnlessATitleOrIdIsGiven() {
		final int id = WindowManager.getImage("cells one").getID();
		assertEquals("cells (test)", run("").getTitle());
		WindowManager.setTempCurrentImage(WindowManager.getImage("cells"));
		assertEquals("cells one (test)", run("input=[cells one]").getTitle());
		assertEquals("cells one (test)", run("input=" + id).getTitle());
	}

	@Test
	void theResultJoinsTheBatchOnceAndIsFoundByTitle() {
		run("");
		assertNotNull(WindowManager.getImage("cells (test)"));
		assertEquals(3, WindowManager.getIDList().length);
		assertEquals("cells (test)", WindowManager.getCurrentImage().getTitle());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"cuont=3           | \"cuont\" is not a key of \"Test All...\". The keys are input, model, free_text, count, seed, " +
			"rate, fast, colour, file, folder, hidden; a value with spaces is written key=[value].",
		"Count=3           | \"Count\" is not a key of",
		"summary=x         | \"summary\" is not a key of",
		"output=x          | \"output\" is not a key of",
		"log=x             | \"log\" is not a key of",
		"free_text=x y     | \"y\" is not a key of",
		"count=abc         | count is \"abc\", but must be a whole number.",
		"fast=maybe        | fast is \"maybe\", but must be true or false.",
		"input=mice        | input is \"mice\", but no open image has this title. Open are \"cells\", \"cells one\".",
		"free_text=[x y    | The value of free_text in the macro begins with [, but its end, ], is missing.",
	})
	void aWrongOptionIsOneSentenceAndNoResult(final String options, final String sentence) {
		assertRefused(TestCommands.All.class, options, sentence);
	}

	@Test
	void withoutAnImageTheCommandSaysSo() {
		close();
		System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
		try (TestContext other = new TestContext()) {
			new PlainRun(other.context(), other.info(TestCommands.All.class), "").run();
		}
		assertEquals("\"Test All...\" needs an image, but none is open. Open one and try again.", IJ.getErrorMessage());
	}

	@Test
	void ofTwoImagesTheOneThatIsLeftOutIsTheCurrentOne() {
		new PlainRun(context.context(), context.info(TestCommands.Pair.class), "reference=[cells one] mask=cells").run();
		assertNull(IJ.getErrorMessage());
		assertRefused(TestCommands.Pair.class, "mask=cells",
			"reference is not set, but \"Test Pair...\" needs it: the one.");
	}

	@Test
	void aCommandThatRefusesSaysWhyAndShowsNothing() {
		assertRefused(TestCommands.End.class, "way=refuse", "The way is \"refuse\", but that cannot be gone;");
	}

	@Test
	void aCommandThatFailsSaysSoInOneSentence() {
		assertRefused(TestCommands.End.class, "way=fail",
			"\"Test End...\" failed unexpectedly: java.lang.IllegalStateException: broken. The console says where; please " +
				"report it.");
	}

	@Test
	void aCommandThatIsCancelledIsSilent() {
		new PlainRun(context.context(), context.info(TestCommands.End.class), "way=silent").run();
		assertNull(IJ.getErrorMessage());
		assertEquals("", printed.toString(StandardCharsets.UTF_8));
		assertNull(WindowManager.getImage("half"));
	}

	@Test
	void longSentencesAreBrokenForImageJsWindows() {
		final String text = "word ".repeat(60).strip();
		final String wrapped = Lines.wrap(text);
		assertEquals(text, wrapped.replace('\n', ' '));
		assertTrue(wrapped.lines().allMatch(line -> line.length() <= 90), wrapped);
		assertEquals("x".repeat(200), Lines.wrap("x".repeat(200)));
	}

	@Test
	void anUnknownCommandIsOneSentence() {
		PlainRun.run("nothing");
		assertEquals("There is no command \"nothing\". Install Super-Resolution again, and only once.", IJ.getErrorMessage());
	}

	@Test
	void anOldJavaIsOneSentence() {
		final String version = System.getProperty("java.specification.version");
		System.setProperty("java.specification.version", "1.8");
		try {
			new PlainImageJ().run("edsr");
		}
		finally {
			System.setProperty("java.specification.version", version);
		}
		assertEquals("Super-Resolution needs Java 17 or newer, but this ImageJ runs on Java 1.8. Start ImageJ with a newer " +
			"Java.", IJ
			.getErrorMessage());
	}

	private ImagePlus run(final String options) {
		new PlainRun(context.context(), context.info(TestCommands.All.class), options).run();
		assertNull(IJ.getErrorMessage());
		return WindowManager.getCurrentImage();
	}

	private void assertRefused(final Class<? extends Command> type, final String options, final String sentence) {
		final int before = WindowManager.getIDList().length;
		new PlainRun(context.context(), context.info(type), options).run();
		final String message = IJ.getErrorMessage();
		assertNotNull(message, "not refused");
		assertTrue(message.startsWith(sentence), message);
		assertFalse(message.contains("\n"), message);
		assertTrue(message.endsWith("."), message);
		assertEquals(message, printed.toString(StandardCharsets.UTF_8).strip());
		assertEquals(before, WindowManager.getIDList().length);
	}

	private static String info(final ImagePlus result) {
		return String.valueOf(result.getProperty("Info"));
	}

	private static void open(final String title) {
		new ImagePlus(title, new ByteProcessor(4, 3)).show();
	}
}
