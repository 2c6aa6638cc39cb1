package sc.fiji.superres.cli;

import ij.ImagePlus;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.log.LogLevel;
import org.scijava.log.LogService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

import sc.fiji.superres.command.SuperResolutionCommand;
import sc.fiji.superres.imagej.ImageFiles;

/** One subcommand: images of the command become files, everything else is passed on. */
final class Subcommand {

	private final Context context;
	private final CommandInfo info;
	private final PrintStream out;
	private final PrintStream err;

	Subcommand(final Context context, final CommandInfo info, final PrintStream out, final PrintStream err) {
		this.context = context;
		this.info = info;
		this.out = out;
		this.err = err;
	}

	CommandSpec spec() {
		return Options.spec(context.service(ModuleService.class).createModule(info), this);
	}

	/** @return the exit status */
	int run(final ParseResult options) {
		final boolean debug = options.hasMatchedOption(Options.DEBUG);
		if (!debug) context.service(LogService.class).setLevel(LogLevel.NONE);
		try {
			return execute(options, debug);
		}
		catch (final IOException e) {
			err.println(e.getMessage());
			if (debug) e.printStackTrace(err);
		}
		catch (final OutOfMemoryError e) {
			err.println("Java's memory of " + Runtime.getRuntime().maxMemory() / 1_000_000 +
				" MB is too small for this image. Give Java more (JAVA_OPTS=-Xmx...).");
		}
		catch (final ExecutionException | RuntimeException e) {
			final Throwable cause = e instanceof ExecutionException ? e.getCause() : e;
			err.println("superres " + info.getName() + " failed unexpectedly: " + cause + ". Please report it, with the output of --debug.");
			if (debug) cause.printStackTrace(err);
		}
		catch (final InterruptedException e) {
			err.println("Interrupted.");
		}
		return CommandLineInterface.FAILED;
	}

	private int execute(final ParseResult options, final boolean debug) throws IOException, ExecutionException, InterruptedException {
		final Map<String, Object> inputs = new HashMap<>();
		final Map<String, Path> images = new HashMap<>();
		for (final Options.Value value : Options.values(info, options)) {
			if (value.item().isOutput()) images.put(value.item().getName(), value.path());
			else inputs.put(value.item().getName(), value.isImage() ? ImageFiles.open(value.path()) : value.value());
		}
		// results have the bit depth of what they were made of: what cannot be saved is refused before the work
		for (final Object input : inputs.values())
			if (input instanceof ImagePlus image) for (final Path file : images.values())
				ImageFiles.checkSavable(image, file);

		final ModuleService modules = context.service(ModuleService.class);
		final Module module = modules.createModule(info);
		final Cancelable cancelable = (Cancelable) module.getDelegateObject();
		try (Interruption interruption = new Interruption(cancelable); ProgressLine progress = ProgressLine.of(context, options, err)) {
			modules.run(module, true, inputs).get();
			if (cancelable.isCanceled()) return failed(cancelable, debug);
			for (final Map.Entry<String, Path> image : images.entrySet())
				ImageFiles.save((ImagePlus) module.getOutput(image.getKey()), image.getValue());
		}
		if (cancelable instanceof SuperResolutionCommand command && command.report() != null) out.println(command.report());
		return CommandLineInterface.OK;
	}

	private int failed(final Cancelable cancelable, final boolean debug) {
		err.println(cancelable.getCancelReason());
		if (debug && cancelable instanceof SuperResolutionCommand command && command.failure() != null) command.failure()
			.printStackTrace(err);
		return CommandLineInterface.FAILED;
	}
}
