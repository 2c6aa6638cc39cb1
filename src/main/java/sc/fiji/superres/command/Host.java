package sc.fiji.superres.command;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;
import ij.macro.Interpreter;
import ij.plugin.frame.Recorder;

import org.scijava.Context;
import org.scijava.thread.ThreadService;
import org.scijava.ui.UIService;

/**
 * The ImageJ that a command runs in. Fiji's (ImageJ2) runs commands of SciJava itself, but leaves to them what stands here:
 * to stop macros, and to make results known to them. In plain ImageJ our adapter does that, on the command line nobody.
 */
final class Host {

	private static final String TITLE = "Super-Resolution";
	private static final String IMAGEJ2 = "net.imagej.legacy.LegacyService";

	private final Context context;

	Host(final Context context) {
		this.context = context;
	}

	boolean isImageJ2() {
		return context.getService(IMAGEJ2) != null;
	}

	private boolean isHeadless() {
		final UIService ui = context.getService(UIService.class);
		return ui == null || ui.isHeadless();
	}

	static boolean isMacro() {
		return IJ.isMacro();
	}

	/** The option string of the macro that runs the command, empty where none does. */
	static String macroOptions() {
		final String options = IJ.isMacro() ? Macro.getOptions() : null;
		return options == null ? "" : options;
	}

	/** Forgets an Escape of before; a macro is stopped by it in any case. */
	static void resetEscape() {
		IJ.resetEscape();
	}

	static boolean escapePressed() {
		return IJ.escapePressed();
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
		final Thread macro = context.service(ThreadService.class).getParent(null);
		if (macro != null) WindowManager.setTempCurrentImage(macro, image);
	}
}
