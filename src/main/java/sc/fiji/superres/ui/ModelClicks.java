package sc.fiji.superres.ui;

import java.awt.Component;
import java.awt.EventQueue;
import java.awt.event.KeyEvent;
import java.io.File;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import javax.swing.JFileChooser;
import javax.swing.JOptionPane;
import javax.swing.filechooser.FileNameExtensionFilter;

import ij.IJ;

/**
 * What the buttons of {@link ModelsWindow} do: each click asks before it destroys something, runs the command beside the
 * event thread, one at a time, and is recorded as the line of a macro that does the same.
 */
final class ModelClicks {

	private final ModelDesk desk;
	private final Component window;
	private final Runnable changed;
	private final Consumer<String> reload;
	private final ModelStatus status = new ModelStatus(this::stop);
	private File folder;
	private boolean busy;

	/**
	 * @param changed is run where buttons may have to be greyed
	 * @param reload is run where the models may have changed, with the name of the one to select, or an empty one
	 */
	ModelClicks(final ModelDesk desk, final Component window, final Runnable changed, final Consumer<String> reload) {
		this.desk = desk;
		this.window = window;
		this.changed = changed;
		this.reload = reload;
	}

	ModelStatus status() {
		return status;
	}

	boolean isBusy() {
		return busy;
	}

	/** As if Escape had been pressed in ImageJ, which commands ask for. */
	void stop() {
		if (busy) IJ.setKeyDown(KeyEvent.VK_ESCAPE);
	}

	void card(final ModelSheet sheet) {
		run("Opening the card of " + sheet.name(), sheet.name(), Map.of("card", true));
	}

	void test(final ModelSheet sheet) {
		run("Testing " + sheet.name(), sheet.name(), Map.of("test", true));
	}

	void testAll() {
		start("Testing all models", "", Map.of("test", true));
	}

	void delete(final ModelSheet sheet) {
		if (!isAgreed("Delete " + sheet.name() + "?", sheet.path() + " will be deleted for good.", "Delete")) return;
		run("Deleting " + sheet.name(), sheet.name(), Map.of("delete", true));
	}

	/** @param sheets the models there are */
	void add(final List<ModelSheet> sheets) {
		final JFileChooser chooser = new JFileChooser(folder);
		chooser.setDialogTitle("Add a model package: a zip file or a folder");
		chooser.setFileSelectionMode(JFileChooser.FILES_AND_DIRECTORIES);
		chooser.setFileFilter(new FileNameExtensionFilter("Folders and zip files", "zip"));
		if (chooser.showDialog(window, "Add") != JFileChooser.APPROVE_OPTION) return;
		final File file = chooser.getSelectedFile();
		folder = file.getParentFile();
		final String name = file.isDirectory() ? file.getName() : file.getName().replaceFirst("(?i)\\.zip$", "");
		final Optional<ModelSheet> there = sheets.stream().filter(sheet -> sheet.name().equals(name)).findFirst();
		final Map<String, Object> inputs = new LinkedHashMap<>(Map.of("add", file));
		if (there.isPresent()) {
			if (!isAgreed("Replace " + name + "?", "There is a model of this name already, " + there.get().path() + ".", "Replace"))
				return;
			inputs.put("replace", true);
		}
		start("Adding " + name, name, inputs);
	}

	private boolean isAgreed(final String question, final String explanation, final String yes) {
		final Object[] answers = { yes, "Cancel" };
		return JOptionPane.showOptionDialog(window, question + "\n" + Lines.wrap(explanation), question,
			JOptionPane.DEFAULT_OPTION, JOptionPane.QUESTION_MESSAGE, null, answers, answers[1]) == 0;
	}

	private void run(final String task, final String name, final Map<String, Object> others) {
		final Map<String, Object> inputs = new LinkedHashMap<>();
		inputs.put("model", name);
		inputs.putAll(others);
		start(task, name, inputs);
	}

	private void start(final String task, final String name, final Map<String, Object> inputs) {
		if (busy) return;
		busy = true;
		changed.run();
		status.busy(task);
		Background.run(() -> desk.run(inputs, (now, done, total) -> EventQueue.invokeLater(() -> {
			if (busy) status.progress(now, done, total);
		})), answer -> end(name, inputs, answer), problem -> {
			end(name, inputs, new ModelDesk.Answer(ModelDesk.End.STOPPED, ""));
			complain(problem);
		});
	}

	private void end(final String name, final Map<String, Object> inputs, final ModelDesk.Answer answer) {
		busy = false;
		status.idle(answer.end() == ModelDesk.End.FAILED ? "" : answer.text());
		changed.run();
		if (answer.end() == ModelDesk.End.DONE) RecorderLine.write(desk.label(), inputs);
		reload.accept(name);
		if (answer.end() == ModelDesk.End.FAILED) complain(answer.text());
	}

	/** Tells what keeps the window from its work. */
	void complain(final Throwable problem) {
		complain(problem instanceof IOException ? problem.getMessage() : "\"" + desk.label() + "\" failed unexpectedly: " +
			problem + ". Please report it.");
	}

	private void complain(final String text) {
		JOptionPane.showMessageDialog(window, Lines.wrap(text), "Super-Resolution", JOptionPane.ERROR_MESSAGE);
	}
}
