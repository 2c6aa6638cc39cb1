package sc.fiji.superres.command;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import ij.Executer;
import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;
import ij.macro.Interpreter;
import ij.plugin.frame.Recorder;

import org.scijava.Context;
import org.scijava.thread.ThreadService;
import org.scijava.ui.UIService;

import sc.fiji.superres.imagej.MacroOptions;

/**
 * The ImageJ that a command runs in. Fiji's (ImageJ2) runs commands of SciJava itself, but leaves to them what stands here:
 * to stop macros, and to make results known to them. In plain ImageJ our adapter does that, on the command line nobody.
 */
final class Host {

	private static final String TITLE = "Super-Resolution";
	private static final String IMAGEJ2 = "net.imagej.legacy.LegacyService";

	/** Pixels: six lines. */
	private static final int TEXT_WIDTH = 390;
	private static final int TEXT_HEIGHT = 108;

	private final Context context;

	Host(final Context context) {
		this.context = context;
	}

	boolean isImageJ2() {
		return context.getService(IMAGEJ2) != null;
	}

	boolean isHeadless() {
		final UIService ui = context.getService(UIService.class);
		return ui == null || ui.isHeadless();
	}

	/** Whether a macro runs the command; another one may run beside what a user does, or run the program that does it. */
	boolean isMacro() {
		return isCalledFrom(Executer.class) && (!options().isEmpty() || isCalledFrom(Interpreter.class));
	}

	/** The keys that the macro which runs the command has written, and their texts; none where none does. */
	Map<String, String> macroTexts() {
		return isCalledFrom(Executer.class) ? MacroOptions.parse(options()) : Map.of();
	}

	/** ImageJ2 finds the options of a program that calls us, too, when a macro has called that. */
	private String options() {
		final ThreadService threads = context.service(ThreadService.class);
		final boolean nested = caller() != null && threads.getParent(caller()) != null;
		return nested || Macro.getOptions() == null ? "" : Macro.getOptions();
	}

	/** Whether a class is at work in this thread, or in the one that waits for the command. */
	private boolean isCalledFrom(final Class<?> type) {
		return Stream.of(Thread.currentThread(), caller()).anyMatch(thread -> thread != null &&
			Arrays.stream(thread.getStackTrace()).anyMatch(frame -> frame.getClassName().equals(type.getName())));
	}

	/** The thread that waits for the command; null where it is run in that. */
	private Thread caller() {
		return context.service(ThreadService.class).getParent(null);
	}

	/** The images that a user sees, the current one first. */
	static List<ImagePlus> openImages() {
		final Set<ImagePlus> images = new LinkedHashSet<>();
		if (IJ.getInstance() == null) return List.of();
		images.add(WindowManager.getCurrentImage());
		for (int i = 1; i <= WindowManager.getImageCount(); i++)
			images.add(WindowManager.getImage(WindowManager.getNthImageID(i)));
		images.remove(null);
		return List.copyOf(images);
	}

	/** The image that the lists of ImageJ2's dialogs begin with, whatever the command would rather; none where none is open. */
	static List<ImagePlus> firstListed() {
		return openImages().isEmpty() ? List.of() : List.of(WindowManager.getImage(WindowManager.getNthImageID(1)));
	}

	/** A text as the dialogs show it: ImageJ2's neither break lines nor grow, so it gets its final size at once. */
	String dialogText(final String text) {
		if (!isImageJ2()) return text;
		return "<html><table width='" + TEXT_WIDTH + "' cellpadding='0' cellspacing='0'><tr><td width='" + TEXT_WIDTH +
			"' height='" + TEXT_HEIGHT + "' valign='top'>" + text.replace("&", "&amp;").replace("<", "&lt;") +
			"</td></tr></table></html>";
	}

	/** Forgets an Escape of before; a macro is stopped by it in any case. */
	static void resetEscape() {
		IJ.resetEscape();
	}

	static boolean escapePressed() {
		return IJ.escapePressed();
	}

	/** SciJava waits for the event thread after a cancelled command, which an interrupted thread cannot. */
	void forgetInterruption() {
		if (isImageJ2()) Thread.interrupted();
	}

	/** Whether {@link #fail} shows a dialog: that of the macro that it stops, but where the macro's options keep it away. */
	boolean tellsErrors() {
		return isImageJ2() && !isHeadless() && isMacro() && options().isEmpty();
	}

	/**
	 * Tells an error beyond the dialog that a cancelled command gives with windows: it stops the running macro, which neither
	 * an exception nor a cancelled command does, is printed without windows, and leaves nothing in the recorder.
	 */
	void fail(final String message) {
		if (!isImageJ2()) return;
		if (IJ.recording()) Recorder.setCommand(null);
		if (!isMacro() && !isHeadless()) return;
		try {
			IJ.error(TITLE, message);
		}
		catch (final RuntimeException e) {
			if (!Macro.MACRO_CANCELED.equals(e.getMessage())) throw e; // ImageJ unwinds the macro's own thread so
		}
	}

	/**
	 * Makes a result the current image of a macro without windows, which also finds it by its title. With windows, ImageJ2
	 * shows it.
	 */
	void announce(final ImagePlus image) {
		if (!isImageJ2() || !Interpreter.isBatchMode()) return;
		if (isHeadless()) Interpreter.addBatchModeImage(image);
		final Thread macro = caller();
		if (macro != null) WindowManager.setTempCurrentImage(macro, image);
	}
}
