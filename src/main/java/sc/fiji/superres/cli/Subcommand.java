package sc.fiji.superres.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;

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
import sc.fiji.superres.imagej.ResultSize;

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
		return Options.spec(info, context.service(ModuleService.class).createModule(info), this);
	}

	/** @return the exit status */
	int run(final ParseResult options) {
		final boolean debug = options.hasMatchedOption(Options.DEBUG);
		if (!debug) context.service(LogService.class).setLevel(LogLevel.NONE);
		try {
			return execute(options, debug);
		}
		catch (final IOException | IllegalArgumentException e) {
			return failed(e.getMessage(), e, debug);
		}
		catch (final OutOfMemoryError e) {
			return failed("Java's memory of " + Runtime.getRuntime().maxMemory() / 1_000_000 +
				" MB is too small for this image. Give Java more (JAVA_OPTS=-Xmx...).", e, debug);
		}
		catch (final InterruptedException e) {
			return failed("Interrupted.", e, debug);
		}
		catch (final ExecutionException | RuntimeException e) {
			final Throwable cause = e instanceof ExecutionException ? e.getCause() : e;
			return failed("superres " + info.getName() + " failed unexpectedly: " + cause +
				". Please report it, with the output of --debug.", cause, debug);
		}
	}

	private int execute(final ParseResult options, final boolean debug) throws IOException, ExecutionException, InterruptedException {
		final List<Options.Value> values = Options.values(info, options);
		final OutputFiles outputs = new OutputFiles(info, values);
		outputs.check();
		final Map<String, Object> inputs = inputs(values);
		final ModuleService modules = context.service(ModuleService.class);
		final Module module = modules.createModule(info);
		final SuperResolutionCommand command = (SuperResolutionCommand) module.getDelegateObject();
		try (Interruption interruption = new Interruption(command);
			ProgressLine progress = ProgressLine.on(err, options.hasMatchedOption(Options.PROGRESS)))
		{
			command.listen(listener(progress, outputs));
			modules.run(module, true, inputs).get();
			progress.close(); // the messages have their own line
			if (command.isCanceled()) return cancelled(command, debug);
			outputs.save(module);
		}
		report(command);
		return CommandLineInterface.OK;
	}

	private static SuperResolutionCommand.Listener listener(final ProgressLine progress, final OutputFiles outputs) {
		return new SuperResolutionCommand.Listener() {

			@Override
			public void progress(final String task, final long done, final long total) {
				progress.progress(task, done, total);
			}

			@Override
			public void planned(final String output, final ResultSize size) throws IOException {
				outputs.checkSavable(output, size);
			}

			@Override
			public void notice(final String text) {
				progress.notice(text);
			}
		};
	}

	/** Names and values of the inputs, images opened. */
	private static Map<String, Object> inputs(final List<Options.Value> values) throws IOException {
		final Map<String, Object> inputs = new HashMap<>();
		for (final Options.Value value : values)
			if (!value.item().isOutput()) inputs.put(value.item().getName(), value.isImage() ? ImageFiles.open(value.path()) : value.value());
		return inputs;
	}

	private int cancelled(final SuperResolutionCommand command, final boolean debug) {
		final Throwable failure = command.failure();
		if (failure == null) report(command); // what it could keep
		return failed(failure instanceof CancellationException ? failure.getMessage() : command.getCancelReason(), failure, debug);
	}

	private int failed(final String message, final Throwable cause, final boolean debug) {
		err.println(message);
		if (debug && cause != null) cause.printStackTrace(err);
		return CommandLineInterface.FAILED;
	}

	private void report(final SuperResolutionCommand command) {
		if (command.report() != null) out.println(command.report());
	}
}
