package sc.fiji.superres.ui;

import org.scijava.Context;
import org.scijava.app.StatusService;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.log.LogService;

/** The one SciJava context that plain ImageJ gets, made at first use, and our commands in it. */
final class SciJava {

	private static final String OURS = "sc.fiji.superres.";

	private static Context context;

	private SciJava() {}

	/** Plugins are discovered by the thread's class loader, which must see our jar. */
	static synchronized Context context() {
		if (context == null) context = new Context(CommandService.class, StatusService.class, LogService.class);
		return context;
	}

	/**
	 * @param name of the command, in SciJava's sense
	 * @return null if there is none
	 */
	static CommandInfo command(final String name) {
		for (final CommandInfo info : context().service(CommandService.class).getCommands())
			if (name.equals(info.getName()) && info.getDelegateClassName().startsWith(OURS)) return info;
		return null;
	}
}
