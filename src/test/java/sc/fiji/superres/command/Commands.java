package sc.fiji.superres.command;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import ij.measure.ResultsTable;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.scijava.Context;
import org.scijava.app.StatusService;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.log.LogLevel;
import org.scijava.log.LogService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;

/**
 * A small SciJava context that runs commands as Fiji does. As an extension of a test class, each of its tests begins with an
 * empty Results table and a context of its own:
 *
 * <pre>
 * &#64;RegisterExtension
 * final Commands commands = new Commands();
 * </pre>
 */
final class Commands implements BeforeEachCallback, AfterEachCallback, AutoCloseable {

	private final Context context = new Context(CommandService.class, StatusService.class, LogService.class);

	Commands() {
		context.service(LogService.class).setLevel(LogLevel.NONE); // refusals are logged
	}

	CommandInfo info(final Class<? extends Command> type) {
		return context.service(CommandService.class).getCommand(type);
	}

	/**
	 * A command that has not run.
	 *
	 * @param inputs names and values in turn
	 */
	Module module(final Class<? extends SuperResolutionCommand> type, final Object... inputs) {
		final Module module = context.service(ModuleService.class).createModule(info(type));
		for (int i = 0; i < inputs.length; i += 2)
			module.setInput((String) inputs[i], inputs[i + 1]);
		return module;
	}

	/** Runs a command that was made by {@link #module}, and does not wait. */
	Future<Module> start(final Module module) {
		return context.service(ModuleService.class).run(module, true);
	}

	/** @param inputs names and values in turn */
	SuperResolutionCommand run(final Class<? extends SuperResolutionCommand> type, final Object... inputs) {
		try {
			// CommandService.run(type, ...) would run it too, but returns no future for a DynamicCommand
			final Module module = context.service(ModuleService.class).run(info(type), true, inputs).get();
			return (SuperResolutionCommand) module.getDelegateObject();
		}
		catch (final ExecutionException e) {
			throw new AssertionError(e.getCause());
		}
		catch (final InterruptedException e) {
			throw new AssertionError(e);
		}
	}

	/** Runs a command that must reach its end. */
	SuperResolutionCommand succeed(final Class<? extends SuperResolutionCommand> type, final Object... inputs) {
		final SuperResolutionCommand command = run(type, inputs);
		assertFalse(command.isCanceled(), command.getCancelReason());
		assertNull(command.failure());
		return command;
	}

	/** Runs a command that must refuse its inputs, and says why in one line. */
	SuperResolutionCommand refused(final Class<? extends SuperResolutionCommand> type, final Object... inputs) {
		final SuperResolutionCommand command = run(type, inputs);
		assertTrue(command.isCanceled(), "not refused");
		final String reason = command.getCancelReason();
		assertTrue(reason.endsWith(".") && !reason.contains("\n") && !reason.contains("Exception"), reason);
		return command;
	}

	/** Why a command refuses its inputs. */
	String refusal(final Class<? extends SuperResolutionCommand> type, final Object... inputs) {
		return refused(type, inputs).getCancelReason();
	}

	@Override
	public void beforeEach(final ExtensionContext test) {
		ResultsTable.getResultsTable().reset();
	}

	@Override
	public void afterEach(final ExtensionContext test) {
		close();
	}

	@Override
	public void close() {
		context.dispose();
	}
}
