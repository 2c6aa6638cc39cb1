package sc.fiji.superres.ui;

import org.scijava.Context;
import org.scijava.app.StatusService;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.log.LogLevel;
import org.scijava.log.LogService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;

/** A small SciJava context as plain ImageJ gets it. */
final class TestContext implements AutoCloseable {

	private final Context context = new Context(CommandService.class, StatusService.class, LogService.class);

	TestContext() {
		log().setLevel(LogLevel.NONE); // failures are logged
	}

	Context context() {
		return context;
	}

	LogService log() {
		return context.service(LogService.class);
	}

	CommandInfo info(final Class<? extends Command> type) {
		return context.service(CommandService.class).getCommand(type);
	}

	Module module(final Class<? extends Command> type) {
		return context.service(ModuleService.class).createModule(info(type));
	}

	@Override
	public void close() {
		context.dispose();
	}
}
