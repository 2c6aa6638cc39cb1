package sc.fiji.superres.ui;

import static sc.fiji.superres.ui.ImageJUser.check;
import static sc.fiji.superres.ui.ImageJUser.components;
import static sc.fiji.superres.ui.ImageJUser.dialogs;
import static sc.fiji.superres.ui.ImageJUser.field;
import static sc.fiji.superres.ui.ImageJUser.recorded;
import static sc.fiji.superres.ui.ImageJUser.waitFor;
import static sc.fiji.superres.ui.ImageJUser.waitForValue;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.event.KeyEvent;
import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.swing.JButton;
import javax.swing.JEditorPane;
import javax.swing.JFileChooser;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.text.JTextComponent;

import ij.IJ;
import ij.measure.ResultsTable;
import ij.plugin.frame.Recorder;

/** What a user does in the window of the models, run in a JVM of its own by {@link ModelsWindowIT}. */
public final class ModelsScenarios {

	private static final String LABEL = "Super-Resolution Models...";
	private static final String TITLE = "Super-Resolution Models";
	private static final long COMPUTING_MILLIS = 180_000;

	private final ImageJUser user;
	private final File models;

	private ModelsScenarios(final ImageJUser user, final File models) {
		this.user = user;
		this.models = models;
	}

	/** Arguments: the ImageJ folder, the folder for screenshots, the scenario, the folder of the user's models, and others. */
	public static void main(final String[] args) {
		ImageJUser.play(args, user -> {
			final ModelsScenarios scenarios = new ModelsScenarios(user, new File(args[3]));
			switch (args[2]) {
				case "look" -> scenarios.look();
				case "test" -> scenarios.test();
				case "change" -> scenarios.change(new File(args[4]), new File(args[5]));
				case "stop" -> scenarios.stop();
				case "none" -> scenarios.none();
				default -> throw new IllegalArgumentException(args[2]);
			}
		});
	}

	private Frame open() {
		new Recorder();
		user.choose(LABEL);
		final Frame window = waitForValue("the window", () -> frame(TITLE));
		waitFor("the models", () -> names(window).size() > 0);
		user.idle();
		return window;
	}

	private static Frame frame(final String title) {
		return frames(title).findFirst().orElse(null);
	}

	private static Stream<Frame> frames(final String title) {
		return Arrays.stream(Frame.getFrames()).filter(each -> each.isShowing() && each.getTitle().equals(title));
	}

	private static JList<?> list(final Container window) {
		return (JList<?>) field(window, "models");
	}

	private static List<String> names(final Container window) {
		return ImageJUser.seen(() -> IntStream.range(0, list(window).getModel().getSize()).mapToObj(i -> name(list(window).getModel()
			.getElementAt(i))).toList());
	}

	/** The list holds objects of the plugin, whose class loader is another one. */
	private static String name(final Object sheet) {
		return sheet.toString().replaceFirst("(?s)^ModelSheet\\[name=([^,]*),.*", "$1");
	}

	private void select(final Container window, final String name) {
		waitFor(name, () -> names(window).contains(name));
		EventQueue.invokeLater(() -> list(window).setSelectedIndex(names(window).indexOf(name)));
		user.idle();
		user.idle(); // the picture comes later
		IJ.wait(300);
	}

	private static String fact(final Container window, final String name) {
		return components(window).stream().filter(each -> name.equals(each.getName())).map(JTextComponent.class::cast).map(
			JTextComponent::getText).findFirst().orElse("");
	}

	private static String page(final Container window) {
		return components(window).stream().filter(JTextComponent.class::isInstance).map(JTextComponent.class::cast).map(
			JTextComponent::getText).collect(Collectors.joining("\n"));
	}

	private static String status(final Container window) {
		return ((JLabel) field(window, "status")).getText();
	}

	private void press(final Container window, final String label) {
		user.click(button(window, label));
	}

	private static JButton button(final Container window, final String label) {
		return components(window).stream().filter(each -> each instanceof JButton button && label.equals(button.getText())).map(
			JButton.class::cast).findFirst().orElseThrow();
	}

	private static void replay(final String line) {
		check(IJ.runMacro(line) == null, "the line runs: " + line);
		check(dialogs().isEmpty(), "there was no dialog");
	}

	private static String log() {
		return IJ.getLog() == null ? "" : IJ.getLog();
	}

	/** Pictures, long texts, a broken package, small and large windows. */
	private void look() throws IOException {
		final Frame window = open();
		check(recorded("run(\"Super").contains("Super-Resolution Models...\", \"model=all test=false "), "opening lists them");
		check(names(window).containsAll(List.of("edsr-x2", "espcn-x3", "broken", "long-x2")), names(window).toString());
		select(window, "edsr-x2");
		check(fact(window, "Architecture").equals("EDSR") && fact(window, "Scale").equals("2"), page(window));
		check(fact(window, "Scores").matches("(?s).*Set5 37\\.\\d{3} dB.*"), page(window));
		user.screenshot("models-edsr", window);
		select(window, "pictured-x2");
		user.screenshot("models-picture", window);
		select(window, "damaged-picture-x2");
		user.screenshot("models-damaged-picture", window);
		select(window, "broken");
		check(page(window).contains("has no file saved_model.zip"), page(window));
		check(!button(window, "Test").isEnabled(), "a broken model cannot be tested");
		check(button(window, "Delete...").isEnabled(), "but deleted");
		user.screenshot("models-broken", window);
		select(window, "long-x2");
		user.screenshot("models-long", window);
		EventQueue.invokeLater(() -> window.setSize(620, 400));
		IJ.wait(500);
		user.screenshot("models-small", window);
		final Component path = components(window).stream().filter(each -> "Path".equals(each.getName())).findFirst().orElseThrow();
		check(path.getX() + path.getWidth() <= path.getParent().getParent().getWidth(), "the path is broken into lines");
		EventQueue.invokeLater(() -> window.setBounds(0, 0, 1250, 900));
		IJ.wait(500);
		user.screenshot("models-large", window);
		press(window, "Open Card");
		final Frame card = waitForValue("the card", () -> frame("long-x2 (card)"));
		check(((JEditorPane) field(card, "card")).getText().contains("<h2>"), "the card has headings");
		user.idle();
		IJ.wait(300);
		user.screenshot("models-card", card);
		final String line = recorded("run(\"Super-Resolution Models...\", \"model=long");
		check(line.equals("run(\"Super-Resolution Models...\", \"model=long-x2 card=true\");"), line);
		EventQueue.invokeLater(card::dispose);
		waitFor("the end", () -> frame("long-x2 (card)") == null);
		replay(line);
		waitForValue("the card again", () -> frame("long-x2 (card)"));
		user.choose(LABEL);
		user.idle();
		IJ.wait(500);
		check(frames(TITLE).count() == 1, "there is one window");
	}

	/** A test, its line, and the line again. */
	private void test() throws IOException {
		final Frame window = open();
		select(window, "edsr-x2");
		press(window, "Test");
		waitForValue("the result", COMPUTING_MILLIS, () -> status(window).startsWith("edsr-x2: the test output ") ? true : null);
		waitFor("the fact", () -> fact(window, "Test").matches("equal|differs by .*"));
		user.screenshot("models-tested", window);
		final String line = recorded("run(\"Super-Resolution Models...\", \"model=edsr");
		check(line.equals("run(\"Super-Resolution Models...\", \"model=edsr-x2 test=true\");"), line);
		check(ResultsTable.getResultsTable().size() == 0, "the window shows it");
		replay(line);
		check(ResultsTable.getResultsTable().size() == 1, "the macro has it in the table");
		check(ResultsTable.getResultsTable().getStringValue("test", 0).matches("equal|differs by .*"), "tested");
	}

	/** Add, be asked, replace, delete. */
	private void change(final File zip, final File foreign) throws IOException {
		final Frame window = open();
		final int before = names(window).size();
		choose(window, foreign);
		final Dialog refusal = user.dialog("Super-Resolution");
		user.screenshot("models-refused", refusal);
		user.click(button(refusal, "OK"));
		waitFor("the end", () -> !refusal.isShowing());
		check(models.list() == null || models.list().length == 0, "nothing was written");
		choose(window, zip);
		waitFor("the model", () -> names(window).contains("mine-x2") && status(window).startsWith("Added the model mine-x2"));
		check(new File(models, "mine-x2.zip").isFile(), "it is there");
		final String added = recorded("run(\"Super-Resolution Models...\", \"add");
		check(added.equals("run(\"Super-Resolution Models...\", \"add=" + zip + "\");"), added);
		user.screenshot("models-added", window);
		choose(window, zip);
		final Dialog question = user.dialog("Replace mine-x2?");
		user.screenshot("models-replace", question);
		user.click(button(question, "Replace"));
		final String replaced = recorded("run(\"Super-Resolution Models...\", \"add=" + zip + " replace");
		waitFor("that it is done", () -> button(window, "Delete...").isEnabled());
		select(window, "mine-x2");
		press(window, "Delete...");
		final Dialog cancelled = user.dialog("Delete mine-x2?");
		user.screenshot("models-delete", cancelled);
		user.click(button(cancelled, "Cancel"));
		waitFor("the end", () -> !cancelled.isShowing());
		check(names(window).contains("mine-x2"), "it stays");
		press(window, "Delete...");
		user.click(button(user.dialog("Delete mine-x2?"), "Delete"));
		waitFor("that it is gone", () -> names(window).size() == before && !new File(models, "mine-x2.zip").exists());
		final String deleted = recorded("run(\"Super-Resolution Models...\", \"model=mine");
		check(deleted.equals("run(\"Super-Resolution Models...\", \"model=mine-x2 delete=true\");"), deleted);
		replay(added);
		check(log().contains("Added the model mine-x2 ("), log());
		replay(replaced);
		replay(deleted);
		check(log().contains("Deleted the model mine-x2 ("), log());
		check(!new File(models, "mine-x2.zip").exists(), "it is gone");
	}

	private void choose(final Frame window, final File file) {
		press(window, "Add...");
		final Dialog dialog = user.dialog("Add a model package: a zip file or a folder");
		final JFileChooser chooser = (JFileChooser) components(dialog).stream().filter(JFileChooser.class::isInstance).findFirst()
			.orElseThrow();
		EventQueue.invokeLater(() -> {
			chooser.setSelectedFile(file);
			chooser.approveSelection();
		});
		waitFor("the end of the dialog", () -> !dialog.isShowing());
	}

	/** Escape ends a test of many models, and the window says so. */
	private void stop() throws IOException {
		final Frame window = open();
		press(window, "Test All");
		waitForValue("progress", COMPUTING_MILLIS, () -> status(window).matches("Testing many-\\d.*") ? true : null);
		check(!button(window, "Test").isEnabled() && button(window, "Stop").isShowing(), "one thing at a time");
		select(window, "many-10");
		check(fact(window, "Scale").equals("2"), "one can read on");
		user.screenshot("models-testing", window);
		user.press(list(window), KeyEvent.VK_ESCAPE);
		waitForValue("the end", COMPUTING_MILLIS, () -> status(window).equals("Stopped.") ? true : null);
		check(dialogs().isEmpty(), "there is nothing to complain about");
		waitFor("the buttons", () -> !button(window, "Stop").isShowing() && button(window, "Test").isEnabled());
		check(!Recorder.getInstance().getText().contains("test=true"), "nothing is recorded");
		EventQueue.invokeLater(window::dispose);
		waitFor("the end", () -> frame(TITLE) == null);
		open();
	}

	private void none() throws IOException {
		user.choose(LABEL);
		final Frame window = waitForValue("the window", () -> frame(TITLE));
		waitFor("the hint", () -> page(window).startsWith("There is no model yet."));
		check(!button(window, "Test").isEnabled() && button(window, "Add...").isEnabled(), "one can only add");
		user.screenshot("models-none", window);
	}
}
