package sc.fiji.superres.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;

import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.app.StatusService;
import org.scijava.command.CommandService;
import org.scijava.log.LogService;

import picocli.CommandLine;

import sc.fiji.superres.command.HalfDoneCommand;

class SubcommandTest {

	@Test
	void whatIsPartlyDoneHasAReportAndAStatusOfItsOwn() {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		final ByteArrayOutputStream err = new ByteArrayOutputStream();
		try (Context context = new Context(CommandService.class, StatusService.class, LogService.class)) {
			final Subcommand subcommand = new Subcommand(context, HalfDoneCommand.info(), new Streams(InputStream.nullInputStream(),
				new PrintStream(out), new PrintStream(err)));
			assertEquals(3, subcommand.run(new CommandLine(subcommand.spec()).parseArgs()));
		}
		assertEquals("one of two images; the other is damaged" + System.lineSeparator(), out.toString());
		assertEquals("", err.toString());
	}
}
