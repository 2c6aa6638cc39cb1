package sc.fiji.superres.command;

import java.lang.reflect.InvocationTargetException;
import java.util.Map;

import org.scijava.Priority;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleService;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.run.AbstractCodeRunner;
import org.scijava.run.CodeRunner;

/**
 * Runs our commands for {@code --headless --run} and waits for their end. SciJava's own runner gets no future for a
 * DynamicCommand and lets ImageJ quit while it works.
 */
@Plugin(type = CodeRunner.class, priority = Priority.HIGH)
public final class CommandRunner extends AbstractCodeRunner {

	@Parameter
	private CommandService commands;

	@Parameter
	private ModuleService modules;

	@Override
	public boolean supports(final Object code) {
		return find(code) != null;
	}

	@Override
	public void run(final Object code, final Object... inputs) throws InvocationTargetException {
		waitFor(modules.run(find(code), true, inputs));
	}

	@Override
	public void run(final Object code, final Map<String, Object> inputs) throws InvocationTargetException {
		waitFor(modules.run(find(code), true, inputs));
	}

	/** @param code class, name of the class, or menu label */
	private CommandInfo find(final Object code) {
		final Object name = code instanceof Class<?> type ? type.getName() : code;
		for (final CommandInfo info : commands.getCommands())
			if (isOurs(info) && (info.getDelegateClassName().equals(name) || info.getTitle().equals(name))) return info;
		return null;
	}

	private static boolean isOurs(final CommandInfo info) {
		return info.getDelegateClassName().startsWith(CommandRunner.class.getPackageName() + ".");
	}
}
