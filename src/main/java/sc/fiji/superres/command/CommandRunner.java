package sc.fiji.superres.command;

import java.lang.reflect.InvocationTargetException;
import java.util.LinkedHashMap;
import java.util.Map;

import org.scijava.Priority;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.log.LogService;
import org.scijava.module.Module;
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

	@Parameter
	private LogService log;

	@Override
	public boolean supports(final Object code) {
		return find(code) != null;
	}

	@Override
	public void run(final Object code, final Object... inputs) throws InvocationTargetException {
		final Map<String, Object> named = new LinkedHashMap<>();
		for (int i = 0; i + 1 < inputs.length; i += 2)
			named.put(String.valueOf(inputs[i]), inputs[i + 1]);
		run(code, named);
	}

	@Override
	public void run(final Object code, final Map<String, Object> inputs) throws InvocationTargetException {
		final Module module = modules.createModule(find(code));
		final SuperResolutionCommand command = (SuperResolutionCommand) module.getDelegateObject();
		final Map<String, String> texts = new LinkedHashMap<>();
		inputs.forEach((key, value) -> texts.put(key, String.valueOf(value)));
		command.written(texts);
		final Map<String, Object> known = new LinkedHashMap<>(inputs);
		known.keySet().removeIf(key -> module.getInfo().getInput(key) == null); // the command refuses the others
		waitFor(modules.run(module, true, known));
		final String reason = command.getCancelReason();
		if (command.isCanceled() && !isTold(command)) log.error(reason == null ? "Cancelled." : reason);
		if (command.report() == null || command.failure() != null) return;
		if (command.partly()) log.warn(command.report());
		else log.info(command.report());
	}

	/** ImageJ2 is told by the command itself what has ended its work; of anything else, nobody would know without windows. */
	private boolean isTold(final SuperResolutionCommand command) {
		return command.failure() != null && new Host(context()).isImageJ2();
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
