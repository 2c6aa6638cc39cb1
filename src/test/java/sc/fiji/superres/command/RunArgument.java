package sc.fiji.superres.command;

import org.scijava.Context;
import org.scijava.console.ConsoleService;
import org.scijava.startup.StartupService;

/** What ImageJ2 does with {@code --headless --run COMMAND KEYS} on its command line. */
public final class RunArgument {

	private RunArgument() {}

	public static void main(final String[] args) {
		try (Context context = new Context()) {
			context.service(ConsoleService.class).processArgs(args);
			context.service(StartupService.class).executeOperations();
		}
	}
}
