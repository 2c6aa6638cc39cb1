package sc.fiji.superres.cli;

import java.io.IOException;
import java.io.PrintStream;
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
import sc.fiji.superres.imagej.ResultSize;

/** One subcommand: images of the command become files or texts, everything else is passed on. */
final class Subcommand {

	private final Context context;
	private final CommandInfo info;
	private final Streams streams;
	private final InputImages images;

	Subcommand(final Context context, final CommandInfo info, final Streams streams) {
		this.context = context;
		this.info = info;
		this.streams = streams;
		images = new InputImages(streams.in());
	}

	CommandSpec spec() {
		return Options.spec(info, context.service(ModuleService.class).createModule(info), this);
	}

	/** @return the exit status */
	int run(final ParseResult options) {
		final boolean debug = options.hasMatchedOption(Options.DEBUG);
		if (!debug) context.service(LogService.class).setLevel(LogLevel.NONE);
		try (images) {
			final List<Options.Value> values = Options.values(info, options);
			final OutputImages outputs = new OutputImages(info, values, streams.out());
			outputs.check();
			final PrintStream reports = outputs.useStandardOutput() ? streams.err() : streams.out();
			return execute(options, values, outputs, reports, debug);
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

	/** @param reports where the command's report is printed */
	private int execute(final ParseResult options, final List<Options.Value> values, final OutputImages outputs,
		final PrintStream reports, final boolean debug) throws IOException, ExecutionException, InterruptedException
	{
		final Map<String, Object> inputs = images.open(values);
		final ModuleService modules = context.service(ModuleService.class);
		final Module module = modules.createModule(info);
		final SuperResolutionCommand command = (SuperResolutionCommand) module.getDelegateObject();
		try (Interruption interruption = new Interruption(command);
			ProgressLine progress = ProgressLine.on(streams.err(), options.hasMatchedOption(Options.PROGRESS)))
		{
			command.listen(listener(progress, outputs));
			modules.run(module, true, inputs).get();
			progress.close(); // the messages have their own line
			if (command.isCanceled()) return cancelled(command, reports, debug);
			outputs.save(module);
		}
		report(command, reports);
		return command.partly() ? CommandLineInterface.PARTLY : CommandLineInterface.OK;
	}

	private static SuperResolutionCommand.Listener listener(final ProgressLine progress, final OutputImages outputs) {
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

	private int cancelled(final SuperResolutionCommand command, final PrintStream reports, final boolean debug) {
		final Throwable failure = command.failure();
		report(command, reports); // what it could keep or find out
		return failed(failure instanceof CancellationException ? failure.getMessage() : command.getCancelReason(), failure, debug);
	}

	private int failed(final String message, final Throwable cause, final boolean debug) {
		streams.err().println(images.named(message));
		if (debug && cause != null) cause.printStackTrace(streams.err());
		return CommandLineInterface.FAILED;
	}

	private static void report(final SuperResolutionCommand command, final PrintStream reports) {
		if (command.report() != null) reports.println(command.report());
	}
}
