package sc.fiji.superres.command;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;

import ij.ImagePlus;
import ij.Macro;

import net.imglib2.parallel.Parallelization;

import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.app.StatusService;
import org.scijava.command.DynamicCommand;
import org.scijava.log.LogService;
import org.scijava.module.ModuleItem;
import org.scijava.plugin.Parameter;
import org.scijava.service.Service;
import org.scijava.task.Task;
import org.scijava.task.TaskService;
import org.scijava.thread.ThreadService;

import sc.fiji.superres.engine.Device;
import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.engine.EngineException;
import sc.fiji.superres.engine.EngineMemoryException;
import sc.fiji.superres.engine.Progress;
import sc.fiji.superres.imagej.ImageInUse;
import sc.fiji.superres.imagej.ResultSize;
import sc.fiji.superres.io.WholeFile;
import sc.fiji.superres.loader.Engines;

/**
 * What all commands share: a macro gets no dialog, inputs are checked (SciJava checks none that a macro or a program sets),
 * progress goes to the status bar, results are found by their titles, and what a user can mend ends the command with one
 * plain sentence, and the macro that called it.
 */
public abstract class SuperResolutionCommand extends DynamicCommand {

	/** The initializer that each command names in its annotation. */
	static final String INIT = "init";

	/** The callback of inputs that change what will happen, and the input that says it. */
	static final String CHANGED = "changed";
	private static final String MESSAGE = "message";

	/** Attribute of an input: {@code false} where it makes no difference for the image, so that a dialog can grey it. */
	private static final String APPLIES = "applies";

	static final String AUTO = "auto";
	static final String ALL = "all";

	@Parameter
	private StatusService status;

	@Parameter
	private LogService log;

	@Parameter
	private ThreadService threadService;

	@Parameter(required = false)
	private TaskService tasks;

	private Listener listener = new Listener() {};
	private Progress progress = Progress.NONE;
	private Map<String, String> texts;
	private Throwable failure;
	private String report;
	private boolean partly;

	/** What is told while a command runs, in order and at once: events of the status bar may come late, or in another order. */
	public interface Listener {

		/**
		 * @param task what is being done, for the user, with the time that it still takes
		 * @param done so much of {@code total}
		 * @param total 0 where it is not known
		 */
		default void progress(final String task, final long done, final long total) {}

		/**
		 * How large an output image will be, told before the work, so that it can be refused.
		 *
		 * @param output its name
		 * @throws IOException if there is no place for it
		 */
		default void planned(final String output, final ResultSize size) throws IOException {}

		/** Something that the user should know in any case. */
		default void notice(final String text) {}
	}

	/** Does the work; the inputs are within their limits. */
	abstract void execute() throws IOException;

	/** Prepares the dialog from the images there are: choices, defaults, what does not apply. */
	void prepare() {}

	/** What would happen with the inputs as they are, in one line; errors are those that the run would end with. */
	String describe() throws IOException {
		return "";
	}

	/** What the command has to say in the end, for the command line, where it failed, too; null for nothing. */
	public final String report() {
		return report;
	}

	final void report(final String text) {
		report = text;
	}

	/** Whether only a part of the work was done; {@link #report()} says what failed. */
	public final boolean partly() {
		return partly;
	}

	final void partly(final boolean newPartly) {
		partly = newPartly;
	}

	/** Tells another listener than the status bar, too; to be called before it runs. */
	public void listen(final Listener newListener) {
		listener = newListener;
	}

	/** What ended the command before its work was done; null where nothing did. */
	public Throwable failure() {
		return failure;
	}

	/**
	 * Called by SciJava before the dialog. In a macro of Fiji a key that is left out would open one, so there everything
	 * counts as answered, and so does the message where nothing else is asked. ImageJ2's dialogs would show what is invisible.
	 */
	final void init() {
		final Host host = new Host(context());
		final boolean macro = host.isMacro();
		if (!macro) prepare();
		for (final ModuleItem<?> item : getInfo().inputs()) {
			final boolean image = item.getType() == ImagePlus.class;
			// without an image SciJava would end the command, but let the macro go on
			if (image && getInput(item.getName()) == null && (macro || host.isHeadless())) getInfo().getMutableInput(item.getName(),
				ImagePlus.class).setRequired(false);
			if (macro || item.getVisibility() == ItemVisibility.INVISIBLE) resolveInput(item.getName());
		}
		if (keys().stream().allMatch(item -> isInputResolved(item.getName()))) resolveInput(MESSAGE);
		else if (!macro) unresolveInput(MESSAGE); // which Fiji resolves while any macro runs
	}

	/** The inputs that macros can set: all but what SciJava gives, and what a dialog only says. */
	final List<ModuleItem<?>> keys() {
		final List<ModuleItem<?>> keys = new ArrayList<>();
		for (final ModuleItem<?> item : getInfo().inputs())
			if (item.getVisibility() != ItemVisibility.MESSAGE && !Service.class.isAssignableFrom(item.getType()) && item
				.getType() != Context.class) keys.add(item);
		return keys;
	}

	/**
	 * What a program was asked for in words, by the names of the inputs, so that it is read as strictly as a macro's; to be
	 * called before it runs.
	 */
	final void written(final Map<String, String> newTexts) {
		texts = newTexts;
	}

	/** Called by dialogs when an input changes. */
	final void changed() {
		setInput(MESSAGE, new Host(context()).dialogText(message()));
	}

	private String message() {
		final List<String> idle = new ArrayList<>();
		for (final ModuleItem<?> item : getInfo().inputs())
			if ("false".equals(item.get(APPLIES))) idle.add(item.getLabel().toLowerCase(Locale.ROOT));
		try {
			Inputs.check(this, Map.of());
			return describe() + (idle.isEmpty() ? "" : " Not for this image: " + String.join(", ", idle) + ".");
		}
		catch (final IOException | IllegalArgumentException | EngineException e) {
			return e.getMessage();
		}
	}

	/** Says of an input whether it makes a difference for the image. */
	final void applies(final String name, final boolean applies) {
		getInfo().getInput(name).set(APPLIES, String.valueOf(applies));
	}

	@Override
	public final void run() {
		final Host host = new Host(context());
		Host.resetEscape();
		final Task task = tasks == null ? null : tasks.createTask(getInfo().getTitle());
		try (CommandProgress running = new CommandProgress(this, status, task, threadService, listener)) {
			progress = running;
			Inputs.check(this, texts == null ? host.macroTexts() : texts);
			execute();
			for (final ModuleItem<?> item : getInfo().outputs())
				if (getOutput(item.getName()) instanceof ImagePlus image) host.announce(image);
		}
		catch (final CancellationException e) {
			failure = e;
			cancel(null);
			host.forgetInterruption();
			host.fail("Cancelled.");
		}
		catch (final FileSystemException e) {
			fail(e, e.getFile() + " cannot be read or written: " + WholeFile.reason(e));
		}
		catch (final IOException | IllegalArgumentException | IllegalStateException | EngineException | EngineMemoryException e) {
			fail(e, String.valueOf(e.getMessage()));
		}
		catch (final RuntimeException | LinkageError e) {
			if (Macro.MACRO_CANCELED.equals(e.getMessage())) throw e; // how ImageJ unwinds a macro
			log.error(e);
			fail(e, "\"" + getInfo().getTitle() + "\" failed unexpectedly: " + e + ". Please report it.");
		}
		catch (final OutOfMemoryError e) {
			fail(e, "Java's memory of " + Runtime.getRuntime().maxMemory() / 1_000_000 +
				" MB is too small for this image and its result. Give Java more memory (-Xmx), or use a smaller image or " +
					"tile_size.");
		}
	}

	private void fail(final Throwable cause, final String reason) {
		failure = cause;
		log.debug(cause);
		final Host host = new Host(context());
		cancel(host.tellsErrors() ? null : reason);
		host.fail(reason);
	}

	/** Progress in the status bar, which ends where the command is cancelled. */
	Progress progress() {
		return progress;
	}

	/** To be told before the work of each image that will be made. */
	final void plan(final String output, final ResultSize size) throws IOException {
		listener.planned(output, size);
	}

	/** {@link #progress()}, which also ends where an image that is in use is closed. */
	final Progress whileOpen(final ImageInUse use) {
		return new ProgressWhileOpen(progress, use);
	}

	/**
	 * The TensorFlow engine on a device; loading it the first time takes seconds.
	 *
	 * @throws EngineException if it cannot be loaded, or the device is missing
	 */
	Engine engine(final int threads, final Device device) {
		final Engine engine = Engines.tensorflow(this::notice, progress);
		engine.useThreads(threads);
		return engine.on(device);
	}

	/** What may read and write files. */
	interface Work<R> {

		R run() throws IOException;
	}

	/** Lets at most so many threads of ImgLib2 work: the engine has its own. */
	static <R> R withThreads(final int count, final Work<R> work) throws IOException {
		final Exception[] failure = new Exception[1]; // as it is: ImgLib2 would wrap it
		final R result = Parallelization.runWithNumThreads(count, () -> {
			try {
				return work.run();
			}
			catch (final IOException | RuntimeException e) {
				failure[0] = e;
				return null;
			}
		});
		if (failure[0] instanceof IOException io) throw io;
		if (failure[0] instanceof RuntimeException unchecked) throw unchecked;
		return result;
	}

	/** Says in any case what the user should know, now. */
	final void notice(final String text) {
		log.info(text);
		listener.notice(text);
	}
}
