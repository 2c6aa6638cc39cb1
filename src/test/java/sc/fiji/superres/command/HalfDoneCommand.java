package sc.fiji.superres.command;

import org.scijava.command.CommandInfo;

/** A command that does a part of its work; no plugin, so that it stands in no list. */
public final class HalfDoneCommand extends SuperResolutionCommand {

	public static CommandInfo info() {
		final CommandInfo info = new CommandInfo(HalfDoneCommand.class);
		info.setName("half");
		info.setDescription("Does a part of its work.");
		return info;
	}

	@Override
	void execute() {
		report("one of two images; the other is damaged");
		partly(true);
	}
}
