package sc.fiji.superres.ui;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.macro.Interpreter;
import ij.plugin.frame.Recorder;

import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.log.LogService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleRunner;
import org.scijava.module.ModuleService;
import org.scijava.module.process.PostprocessorPlugin;
import org.scijava.plugin.PluginService;

/**
 * One run of a command in plain ImageJ: inputs from the macro or a dialog, the results into windows, a failure into one
 * sentence, a success into the recorder. All of it happens in the thread that ImageJ started, because the options of a
 * macro, the current image of a batch and an interruption belong to that thread.
 */
final class PlainRun {

	private static final String TITLE = "Super-Resolution";

	/** What a command says of itself that opens a window of its own. */
	private static final String WINDOW = "window";

	private final Context context;
	private final CommandInfo info;
	private final String options;

	/** @param options of the macro that runs the command; null where a user does, who is asked by a dialog */
	PlainRun(final Context context, final CommandInfo info, final String options) {
		this.context = context;
		this.info = info;
		this.options = options;
	}

	/** @param name of the command, in SciJava's sense */
	static void run(final String name) {
		final Thread thread = Thread.currentThread();
		final ClassLoader loader = thread.getContextClassLoader();
		thread.setContextClassLoader(PlainRun.class.getClassLoader());
		try {
			final CommandInfo info = SciJava.command(name);
			if (info == null) IJ.error(TITLE, "There is no command \"" + name + "\". Install Super-Resolution again, and only " +
				"once.");
			else new PlainRun(SciJava.context(), info, options()).run();
		}
		finally {
			thread.setContextClassLoader(loader);
		}
	}

	/** Of the macro that this thread runs; a macro that waits elsewhere does not make a user's click its own. */
	private static String options() {
		if (!IJ.isMacro() || !Thread.currentThread().getName().startsWith("Run$_")) return null;
		return Macro.getOptions() == null ? "" : Macro.getOptions();
	}

	void run() {
		final CurrentImage image = new CurrentImage(context.service(ModuleService.class));
		final Module module = context.service(ModuleService.class).createModule(info);
		final String problem = execute(module, image);
		if (problem == null) {
			for (final ModuleItem<?> item : module.getInfo().outputs())
				if (item.getValue(module) instanceof ImagePlus result) OpenImages.show(result);
			if (IJ.recording() && (options == null || Recorder.recordInMacros)) RecorderLine.write(module, context.service(
				ModuleService.class).createModule(info), image.filled());
			return;
		}
		RecorderLine.forget();
		if (!problem.isEmpty()) IJ.error(TITLE, IJ.getInstance() == null ? problem : Lines.wrap(problem));
		else if (options != null) stopMacro();
	}

	/** @return null if the command reached its end; else why not, empty where the user knows */
	private String execute(final Module module, final CurrentImage image) {
		final InputChain chain = new InputChain(context);
		if (options != null) chain.first(new MacroInputs(options));
		chain.first(image);
		if (options == null && !info.is(WINDOW)) chain.last(new DialogInputs(image, context.service(LogService.class)));
		chain.last(new RequiredInputs());
		final ModuleRunner runner = new ModuleRunner(context, module, chain.steps(), context.service(PluginService.class)
			.createInstancesOfType(PostprocessorPlugin.class));
		try (StatusBar status = new StatusBar(context)) {
			runner.run();
		}
		catch (final RuntimeException | Error e) { // its stack trace is in the console
			if (isAbort(e)) return "";
			return "\"" + Items.menuLabel(info) + "\" failed unexpectedly: " + e + ". The console says where; please report it.";
		}
		if (!(module instanceof Cancelable command) || !command.isCanceled()) return null;
		return command.getCancelReason() == null ? "" : command.getCancelReason();
	}

	/** After Escape, ImageJ gives a macro two seconds and then stops its thread. */
	private static boolean isAbort(final Throwable e) {
		return Macro.MACRO_CANCELED.equals(e.getMessage()) || e.getClass().getName().equals("java.lang.ThreadDeath");
	}

	/** Without a message; ImageJ's own Macro.abort lets a macro go on. */
	private static void stopMacro() {
		final Interpreter interpreter = Interpreter.getInstance();
		if (interpreter != null) interpreter.abort((String) null);
		else Macro.abort();
	}
}
