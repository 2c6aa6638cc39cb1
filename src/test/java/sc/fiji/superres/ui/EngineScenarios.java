package sc.fiji.superres.ui;

import static sc.fiji.superres.ui.ImageJUser.check;
import static sc.fiji.superres.ui.ImageJUser.dialogs;
import static sc.fiji.superres.ui.ImageJUser.field;
import static sc.fiji.superres.ui.ImageJUser.message;
import static sc.fiji.superres.ui.ImageJUser.recorded;
import static sc.fiji.superres.ui.ImageJUser.waitFor;
import static sc.fiji.superres.ui.ImageJUser.waitForValue;

import java.awt.Choice;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.Window;
import java.awt.event.ItemEvent;
import java.awt.event.KeyEvent;
import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import ij.IJ;
import ij.ImageJ;
import ij.WindowManager;
import ij.plugin.frame.Recorder;

/** What a user meets in the dialog of the engines, run in a JVM of its own by {@link EngineDialogIT}. */
public final class EngineScenarios {

	private static final String LABEL = "TensorFlow Engine...";
	private static final long PATIENCE_MILLIS = 120_000;

	private final ImageJUser user;

	private EngineScenarios(final ImageJUser user) {
		this.user = user;
	}

	/** Arguments: the ImageJ folder, the folder for screenshots, the scenario, and the folder of added engines. */
	public static void main(final String[] args) {
		ImageJUser.play(args, user -> {
			final EngineScenarios scenarios = new EngineScenarios(user);
			final File engines = new File(args[3]);
			switch (args[2]) {
				case "cpu" -> scenarios.cpu();
				case "missing" -> scenarios.missing();
				case "installing" -> scenarios.installing(engines, args[4]);
				case "crashed" -> scenarios.crashed(engines);
				default -> throw new IllegalArgumentException(args[2]);
			}
		});
	}

	private Dialog open() {
		new Recorder();
		user.choose(LABEL);
		final Dialog dialog = user.dialog("TensorFlow Engine");
		check(dialog.getHeight() <= 720 && dialog.getWidth() <= 1300, "the dialog fits on a small screen: " + dialog.getSize());
		return dialog;
	}

	/** The message area shows six lines and does not scroll. */
	private void screenshot(final String name, final Dialog dialog) throws IOException {
		check(message(dialog).length() <= 6 * 60, "the message fits: " + message(dialog));
		user.screenshot(name, dialog);
	}

	/** No GPU: what computes, a self-test, and its replay. */
	private void cpu() throws IOException {
		final Dialog dialog = open();
		check(message(dialog).startsWith("TensorFlow will be loaded when it is needed (tensorflow-1.1.0-cpu) and compute on the CPU. " +
			"No NVIDIA GPU was found"), message(dialog));
		screenshot("engine-cpu", dialog);
		user.write(field(dialog, "gpu_memory"), "much");
		waitFor("the complaint", () -> message(dialog).startsWith("gpu_memory is \"much\", but must be a whole number of megabytes"));
		user.write(field(dialog, "gpu_memory"), "0");
		user.click(field(dialog, "self_test"));
		waitFor("the message", () -> message(dialog).startsWith("Tests the engine"));
		user.close(dialog, "OK");
		final String passed = "The self-test of tensorflow-1.1.0-cpu has passed: TensorFlow 2.18.0 computes on the CPU";
		waitFor("the report", () -> log().contains(passed) && log().contains("came with Super-Resolution"));
		shown("engine-log");
		final String line = recorded("run(\"TensorFlow");
		check(line.equals("run(\"TensorFlow Engine...\", \"engine=auto gpu_memory=0 install=nothing nvidia_libraries=false version=auto " +
			"platform=this remove=nothing self_test=true\");"), line);
		IJ.log("\\Clear");
		check(IJ.runMacro(line) == null, "the line runs");
		check(log().contains(passed), log());
		check(dialogs().isEmpty(), "there was no dialog");
	}

	/** A GPU, its driver and an engine for it, but no CUDA. */
	private void missing() throws IOException {
		final Dialog dialog = open();
		check(message(dialog).contains("NVIDIA's CUDA 12 and cuDNN 9 are not complete"), message(dialog));
		check(((Choice) field(dialog, "remove")).getItemCount() == 2, "the engine can be removed");
		screenshot("engine-missing-cuda", dialog);
		user.click(field(dialog, "nvidia_libraries"));
		waitFor("the complaint", () -> message(dialog).startsWith("nvidia_libraries is set, but install is nothing."));
		select(dialog, "install", "gpu");
		waitFor("the licence", () -> message(dialog).contains("you agree to NVIDIA's licence"));
		screenshot("engine-licence", dialog);
		select(dialog, "install", "nothing");
		user.click(field(dialog, "nvidia_libraries"));
		waitFor("the message", () -> message(dialog).contains("NVIDIA's CUDA 12 and cuDNN 9 are not complete"));
		user.close(dialog, "OK");
		waitFor("the report", () -> log().contains("libcudnn.so.9: missing") && log().contains("NVIDIA A100"));
		shown("engine-missing-cuda-log");
	}

	/** Progress, until Escape ends it and leaves nothing. */
	private void installing(final File engines, final String from) throws IOException {
		final Dialog dialog = open();
		select(dialog, "install", "gpu");
		waitFor("the message", () -> message(dialog).startsWith("Installs tensorflow-1.1.0-gpu from Maven Central (about 537 MB)"));
		user.write(field(dialog, "from"), from);
		waitFor("the folder", () -> message(dialog).startsWith("Installs tensorflow-1.1.0-gpu from " + from));
		screenshot("engine-install", dialog);
		user.close(dialog, "OK");
		waitForValue("progress", PATIENCE_MILLIS, () -> ImageJ.getStatusBarText().matches("Copying TensorFlow: \\d{2,} of \\d+ MB.*") ? true
			: null);
		user.screenshot("engine-installing", IJ.getInstance());
		user.press(IJ.getInstance(), KeyEvent.VK_ESCAPE);
		waitFor("the end", () -> ImageJ.getStatusBarText().isBlank());
		waitFor("that nothing is left", () -> List.of("tensorflow-1.1.0-gpu.lock").equals(Arrays.asList(engines.list())));
		check(dialogs().isEmpty() && log().isEmpty(), "there is nothing to say: " + log());
		check(!Recorder.getInstance().getText().contains("TensorFlow Engine"), "nothing is recorded");
	}

	/** A crash of an earlier start, which a self-test forgets. */
	private void crashed(final File engines) throws IOException {
		final Dialog dialog = open();
		check(message(dialog).contains("tensorflow-1.1.0-cpu crashed on "), message(dialog));
		screenshot("engine-crashed", dialog);
		user.click(field(dialog, "self_test"));
		user.close(dialog, "OK");
		waitFor("the report", () -> log().contains("The self-test of tensorflow-1.1.0-cpu has passed"));
		check(engines.list().length == 0, "the crash is forgotten");
		check(!log().contains("crashed"), log());
	}

	private static String log() {
		return IJ.getLog() == null ? "" : IJ.getLog();
	}

	private void shown(final String name) throws IOException {
		final Window log = waitForValue("the Log window", () -> WindowManager.getWindow("Log"));
		log.setBounds(10, 10, 1100, 420);
		EventQueue.invokeLater(log::toFront);
		user.idle();
		user.screenshot(name, log);
	}

	private void select(final Dialog dialog, final String field, final String item) {
		final Choice choice = (Choice) field(dialog, field);
		EventQueue.invokeLater(() -> {
			choice.select(item);
			choice.dispatchEvent(new ItemEvent(choice, ItemEvent.ITEM_STATE_CHANGED, item, ItemEvent.SELECTED));
		});
		user.idle();
	}
}
