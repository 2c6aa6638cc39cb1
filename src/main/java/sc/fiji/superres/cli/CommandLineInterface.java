package sc.fiji.superres.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import org.scijava.Context;
import org.scijava.app.StatusService;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.log.LogService;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Runs one subcommand: parses its options with picocli and hands their values to SciJava's CommandService. Exit status 0
 * means that the whole result lies at its place, 3 that a part of it does, and that the report says what failed.
 */
final class CommandLineInterface {

	static final int OK = 0;
	static final int FAILED = 1;
	static final int WRONG_USAGE = 2;
	static final int PARTLY = 3;

	private static final String PROGRAM = "superres";
	private static final String COMMANDS = "sc.fiji.superres.command.";

	private CommandLineInterface() {}

	static int run(final String[] args, final Streams streams) {
		try (ReservedOutput reserved = new ReservedOutput(streams.err());
			Context context = new Context(CommandService.class, StatusService.class, LogService.class))
		{
			final CommandLine commandLine = commandLine(context, streams);
			final ParseResult parsed = commandLine.parseArgs(args);
			if (CommandLine.printHelpIfRequested(parsed)) return OK;
			if (!parsed.hasSubcommand()) {
				commandLine.usage(streams.err());
				return WRONG_USAGE;
			}
			return ((Subcommand) parsed.subcommand().commandSpec().userObject()).run(parsed.subcommand());
		}
		catch (final ParameterException e) {
			streams.err().println(explain(e));
			return WRONG_USAGE;
		}
	}

	private static CommandLine commandLine(final Context context, final Streams streams) {
		final CommandSpec root = CommandSpec.create().name(PROGRAM).mixinStandardHelpOptions(true)
			.versionProvider(() -> new String[] { PROGRAM + " " + version() });
		root.usageMessage().description("Super-resolution of images with neural networks.").footer("", "Each command has its " +
			"own --help.");
		final List<CommandInfo> commands = new ArrayList<>(context.service(CommandService.class).getCommands());
		commands.removeIf(command -> !command.getDelegateClassName().startsWith(COMMANDS));
		commands.sort(Comparator.comparing(CommandInfo::getName));
		for (final CommandInfo command : commands)
			root.addSubcommand(command.getName(), new Subcommand(context, command, streams).spec());
		final CommandLine commandLine = new CommandLine(root);
		commandLine.setOut(new PrintWriter(streams.out(), true));
		commandLine.setErr(new PrintWriter(streams.err(), true));
		commandLine.setExpandAtFiles(false); // a file's name may begin with @
		return commandLine;
	}

	private static String version() {
		final String version = CommandLineInterface.class.getPackage().getImplementationVersion();
		return version == null ? "(built from source)" : version;
	}

	/** What was wrong, and what is allowed. */
	private static String explain(final ParameterException e) {
		final CommandLine at = e.getCommandLine();
		final String command = at.getCommandSpec().qualifiedName();
		// a mistyped option is the cause where it is also missing
		if (at.getUnmatchedArguments().isEmpty()) return e.getMessage() + ". See " + command + " --help.";
		final boolean root = !at.getSubcommands().isEmpty();
		final Collection<String> allowed = root ? at.getSubcommands().keySet() : at.getCommandSpec().optionsMap().keySet();
		return "\"" + at.getUnmatchedArguments().get(0) + "\" is not " + (root ? "a command" : "an option") + " of " + command +
			". The " + (root ? "commands" : "options") + " are " + String.join(", ", allowed) + ".";
	}
}
