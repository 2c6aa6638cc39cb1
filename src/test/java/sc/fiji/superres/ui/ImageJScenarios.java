package sc.fiji.superres.ui;

import static sc.fiji.superres.ui.ImageJUser.check;
import static sc.fiji.superres.ui.ImageJUser.dialogs;
import static sc.fiji.superres.ui.ImageJUser.field;
import static sc.fiji.superres.ui.ImageJUser.menuItem;
import static sc.fiji.superres.ui.ImageJUser.message;
import static sc.fiji.superres.ui.ImageJUser.recorded;
import static sc.fiji.superres.ui.ImageJUser.text;
import static sc.fiji.superres.ui.ImageJUser.waitFor;
import static sc.fiji.superres.ui.ImageJUser.waitForValue;

import java.awt.Button;
import java.awt.Choice;
import java.awt.Component;
import java.awt.Dialog;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.TextField;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import javax.swing.text.JTextComponent;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.Menus;
import ij.WindowManager;
import ij.plugin.frame.Recorder;

/** What a user does in plain ImageJ, run in a JVM of its own by {@link PlainImageJIT}. */
public final class ImageJScenarios {

	private static final long COMPUTING_MILLIS = 180_000;

	private final ImageJUser user;

	private ImageJScenarios(final ImageJUser user) {
		this.user = user;
	}

	/** Arguments: the ImageJ folder, the folder for screenshots, the scenario, and what that needs. */
	public static void main(final String[] args) {
		ImageJUser.play(args, user -> {
			final ImageJScenarios scenarios = new ImageJScenarios(user);
			switch (args[2]) {
				case "edsr" -> scenarios.edsr(args[3], List.of(args).subList(4, args.length));
				case "dialog" -> scenarios.dialog();
				case "recording" -> scenarios.recording();
				case "macros" -> scenarios.macros();
				case "waiting" -> scenarios.waiting();
				case "ends" -> scenarios.ends();
				default -> throw new IllegalArgumentException(args[2]);
			}
		});
	}

	/** From the menu to the result, and the recorder's line again. */
	private void edsr(final String file, final List<String> keys) throws IOException {
		final String label = "EDSR Super-Resolution...";
		check("sc.fiji.superres.ui.PlainImageJ(\"edsr\")".equals(Menus.getCommands().get(label)), "the command is known");
		for (final String other : List.of(label, "SRGAN Super-Resolution...", "Upscale with Super-Resolution Model...", "Measure PSNR...",
			"Evaluate Super-Resolution Model...", "Train Super-Resolution Model...", "Import Super-Resolution Model..."))
			check(menuItem(other) != null, other + " is in the menu");
		new Recorder();
		final ImagePlus input = IJ.openImage(file);
		input.show();
		user.choose(label);
		final Dialog dialog = user.dialog("EDSR Super-Resolution");
		for (final String key : keys) {
			final Component field = field(dialog, key);
			final String description = field.getAccessibleContext().getAccessibleDescription();
			check(description != null && !description.isBlank(), key + " is explained");
		}
		user.screenshot("edsr-dialog", dialog);
		user.close(dialog, "OK");
		waitForValue("progress in the status bar", COMPUTING_MILLIS, () -> ImageJ.getStatusBarText().matches(
			"(?i).*(tensorflow|model|plane|window).*") ? true : null);
		final String title = input.getTitle() + " (EDSR x2)";
		final ImagePlus first = waitForValue(title, COMPUTING_MILLIS, () -> WindowManager.getImage(title));
		final String line = recorded("run(\"EDSR");
		System.out.println("RECORDED " + line);
		check(first.getWidth() == 2 * input.getWidth() && first.getHeight() == 2 * input.getHeight(), "the result is twice " +
			"as large");
		waitFor("an empty status bar", () -> ImageJ.getStatusBarText().isBlank());
		waitFor("the window of the result", () -> first.getWindow() != null && first.getWindow().isShowing());
		user.screenshot("edsr-result", first.getWindow());
		final Object pixels = first.getProcessor().getPixelsCopy();
		closeImage(first);
		IJ.selectWindow(input.getTitle());
		check(IJ.runMacro(line) == null, "the line runs");
		final ImagePlus again = WindowManager.getCurrentImage();
		check(again.getTitle().equals(title), again.getTitle() + " is the result");
		check(Arrays.deepEquals(new Object[] { pixels }, new Object[] { again.getProcessor().getPixels() }), "the pixels are the same");
		check(dialogs().isEmpty(), "there was no dialog");
	}

	/** Fields, message, tooltips, help, what applies, and a cancel that leaves nothing. */
	private void dialog() throws IOException {
		new Recorder();
		open("cells");
		user.choose("Test All...");
		final Dialog dialog = user.dialog("Test All");
		check(message(dialog).equals("On cells\nfirst 3 4.0E-4 true"), message(dialog));
		check(((Choice) field(dialog, "model")).getItemCount() == 2, "the initializer sets the choices");
		check(((TextField) field(dialog, "rate")).getText().equals("0.0004"), "numbers are plain");
		check(((Choice) field(dialog, "colour")).getSelectedItem().equals("GREEN"), "defaults are selected");
		user.point(field(dialog, "model"));
		check(user.tooltip().contains("a model &lt;of&gt; several"), "the tooltip explains the field");
		user.screenshot("dialog", dialog);

		final Dimension size = dialog.getSize();
		user.write(field(dialog, "count"), "17");
		waitFor("the new message", () -> message(dialog).equals("On cells\nfirst 17 4.0E-4 true"));
		user.write(field(dialog, "count"), "4.7");
		waitFor("the complaint", () -> message(dialog).equals("count is \"4.7\", but must be a whole number."));
		waitFor("a grey OK", () -> !button(dialog, "OK").isEnabled());
		user.write(field(dialog, "count"), "3");
		waitFor("the message again", () -> message(dialog).startsWith("On cells") && button(dialog, "OK").isEnabled());
		user.click(field(dialog, "fast"));
		waitFor("a grey field", () -> !field(dialog, "rate").isEnabled());
		check(message(dialog).endsWith("false"), message(dialog));
		user.click(field(dialog, "fast"));
		waitFor("the field", () -> field(dialog, "rate").isEnabled());
		check(dialog.getSize().equals(size), "the dialog does not jump");

		user.click(dialog, "Help");
		final Dialog help = user.dialog("Test All Help");
		final JTextComponent text = (JTextComponent) ImageJUser.components(help).stream().filter(JTextComponent.class::isInstance)
			.findFirst().orElseThrow();
		check(text.getText().contains("free_text") && text.getText().contains("a large number"), "the help explains the inputs");
		help.dispose();
		waitFor("the end of the help", () -> !help.isShowing());
		user.close(dialog, "Cancel");
		quiet();
		check(WindowManager.getImageCount() == 1, "there is no result");
		check(!Recorder.getInstance().getText().contains("Test All"), "nothing is recorded");
	}

	/** What is recorded replays, for every kind of input. */
	private void recording() {
		new Recorder();
		open("my cells [1]");
		user.choose("Test All...");
		final Dialog dialog = user.dialog("Test All");
		user.write(field(dialog, "count"), "5");
		user.write(field(dialog, "free_text"), "two \"words\" C:\\x");
		user.write(field(dialog, "seed"), "-12345678901");
		user.write(field(dialog, "rate"), "0.25");
		user.write(field(dialog, "file"), "/data/a b.tif");
		user.click(field(dialog, "fast"));
		user.close(dialog, "OK");
		final String title = "my cells [1] (test)";
		final ImagePlus first = waitForValue(title, () -> WindowManager.getImage(title));
		final String info = String.valueOf(first.getProperty("Info"));
		check(info.equals("first|two \"words\" C:\\x|5|-12345678901|0.25|false|GREEN|/data/a b.tif|null|7"), info);
		final String line = recorded("run(\"Test All...\"");
		final String expected = "run(\"Test All...\", \"model=resolved free_text=[two \\\"words\\\" C:\\\\x] count=5 " +
			"seed=-12345678901 rate=0.25 fast=false colour=GREEN file=[/data/a b.tif]\");";
		check(line.equals(expected), line);
		final Object pixels = first.getProcessor().getPixelsCopy();
		closeImage(first);
		check(IJ.runMacro(line) == null, "the line runs");
		final ImagePlus again = WindowManager.getImage(title);
		check(Arrays.equals((byte[]) pixels, (byte[]) again.getProcessor().getPixels()), "the pixels are the same");
		check(String.valueOf(again.getProperty("Info")).equals(info.replace("first", "resolved")), "the values are the same");

		open("reference");
		user.choose("Test Pair...");
		final Dialog pair = user.dialog("Test Pair");
		check(((Choice) field(pair, "reference")).getSelectedItem().equals("reference"), "the current image comes first");
		check(((Choice) field(pair, "mask")).getSelectedItem().equals("(none)"), "an image may be left out");
		EventQueue.invokeLater(() -> ((Choice) field(pair, "test")).select("my cells [1]"));
		user.idle();
		user.close(pair, "OK");
		final String pairLine = recorded("run(\"Test Pair...\"");
		check(pairLine.equals("run(\"Test Pair...\", \"reference=reference test=[my cells [1]]\");"), pairLine);
		check(IJ.runMacro(pairLine) == null, "the line of two images runs");
		check(dialogs().isEmpty(), "there was no dialog");
	}

	private void macros() {
		open("cells");
		// no dialog for keys that are left out
		check("next".equals(IJ.runMacro("run('Test All...', 'count=4'); return 'next';")), "the macro goes on");
		check(WindowManager.getImage("cells (test)") != null, "its result is there");
		check("next".equals(IJ.runMacro("selectWindow('cells'); run('Test All...'); return 'next';")), "no keys at all");
		final String batch = IJ.runMacro("setBatchMode(true); selectWindow('cells'); run('Test All...', 'input=cells " +
			"count=7'); id = getImageID(); selectWindow('cells'); newImage('x', '8-bit', 5, 5, 1); selectImage(id); " +
			"rename('mine'); selectWindow('mine'); v = getPixel(0, 0); close(); setBatchMode(false); return '' + v;");
		check("7".equals(batch), "the result is found in batch mode: " + batch);
		stops("cuont=3", "\"cuont\" is not a key of \"Test All...\". The keys are input, model,");
		stops("count=abc", "count is \"abc\", but must be a whole number.");
		stops("fast=maybe", "fast is \"maybe\", but must be true or false.");
		stops("input=mice", "input is \"mice\", but no open image has this title. Open are");
		check(WindowManager.getImage("never") == null, "the next line of a stopped macro is not run");
	}

	/** While a macro waits, the menu is the user's. */
	private void waiting() {
		open("cells");
		final CompletableFuture<String> macro = CompletableFuture.supplyAsync(() -> IJ.runMacro("waitForUser('Wait'); return " +
			"'on';"));
		final Dialog wait = user.dialog("Action Required");
		user.choose("Test All...");
		final Dialog dialog = user.dialog("Test All");
		check(field(dialog, "count").isEnabled() && message(dialog).startsWith("On cells"), "the user is asked");
		user.close(dialog, "Cancel");
		user.close(wait, "OK");
		final String value = macro.completeOnTimeout("hangs", 60, TimeUnit.SECONDS).join();
		check("on".equals(value), "the macro goes on: " + value);
		check(WindowManager.getImageCount() == 1, "there is no result");
	}

	private void stops(final String options, final String sentence) {
		final int images = WindowManager.getImageCount();
		stops("Test All...", options, sentence);
		check(WindowManager.getImageCount() == images, "there is no result");
	}

	/** The macro ends with one dialog; its next line is not run. */
	private void stops(final String label, final String options, final String sentence) {
		final CompletableFuture<String> macro = CompletableFuture.supplyAsync(() -> IJ.runMacro("run('" + label + "', '" + options +
			"'); newImage('never', '8-bit', 9, 9, 1); return 'next';"));
		final Dialog dialog = user.dialog("Macro Error");
		check(text(dialog).startsWith(sentence), text(dialog));
		check(dialogs().size() == 1, "there is one dialog");
		user.close(dialog, "OK");
		final String value = macro.completeOnTimeout("hangs", 60, TimeUnit.SECONDS).join();
		check("[aborted]".equals(value) || value == null, "the macro is stopped: " + value);
		quiet();
	}

	/** Commands that end in another way than well. */
	private void ends() {
		new Recorder();
		open("cells");
		final List<String> ways = List.of("refuse", "fail");
		final List<String> sentences = List.of("The way is \"refuse\", but that cannot be gone;",
			"\"Test End...\" failed unexpectedly: java.lang");
		for (int i = 0; i < ways.size(); i++) {
			final String way = ways.get(i);
			user.choose("Test End...");
			final Dialog dialog = user.dialog("Test End");
			EventQueue.invokeLater(() -> ((Choice) field(dialog, "way")).select(way));
			user.idle();
			user.close(dialog, "OK");
			final Dialog error = user.dialog("Super-Resolution");
			check(text(error).startsWith(sentences.get(i)), text(error));
			check(error.getWidth() < 1000, "long sentences have several lines");
			user.close(error, "OK");
			stops("Test End...", "way=" + way, sentences.get(i));
		}
		final String silent = IJ.runMacro("run('Test End...', 'way=silent'); newImage('never', '8-bit', 9, 9, 1); return " +
			"'next';");
		check(!"next".equals(silent), "a cancelled command stops the macro");
		quiet();
		check(WindowManager.getImage("never") == null && WindowManager.getImage("half") == null, "nothing is shown");
		check(!Recorder.getInstance().getText().contains("Test End"), "nothing is recorded");
		IJ.run("Close All");
		user.choose("Test All...");
		final Dialog error = user.dialog("Super-Resolution");
		check(text(error).startsWith("\"Test All...\" needs an image, but none is open."), text(error));
		user.close(error, "OK");
	}

	/** No window with a stack trace, no dialog that is left. */
	private void quiet() {
		user.idle();
		check(dialogs().isEmpty(), "no dialog is left: " + dialogs());
		for (final Frame frame : WindowManager.getNonImageWindows())
			check(!frame.getTitle().equals("Exception") && !frame.getTitle().equals("Log"), "there is no window " + frame.getTitle());
	}

	private static Button button(final Dialog dialog, final String label) {
		return (Button) ImageJUser.components(dialog).stream().filter(each -> each instanceof Button button && button.getLabel().strip()
			.equals(label)).findFirst().orElseThrow();
	}

	private static void open(final String title) {
		IJ.createImage(title, "8-bit black", 40, 30, 1).show();
		waitFor("the window of " + title, () -> WindowManager.getCurrentImage() != null && title.equals(WindowManager.getCurrentImage()
			.getTitle()));
	}

	private static void closeImage(final ImagePlus image) {
		final String title = image.getTitle();
		image.changes = false;
		image.close();
		waitFor("the end of " + title, () -> WindowManager.getImage(title) == null);
	}
}
