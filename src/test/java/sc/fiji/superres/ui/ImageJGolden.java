package sc.fiji.superres.ui;

import static sc.fiji.superres.ui.ImageJUser.check;
import static sc.fiji.superres.ui.ImageJUser.dialogs;
import static sc.fiji.superres.ui.ImageJUser.text;

import java.awt.Dialog;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

import ij.IJ;
import ij.measure.ResultsTable;

/** Runs the macros of an earlier version in plain ImageJ, one after another. */
public final class ImageJGolden {

	private static final long COMPUTING_MILLIS = 120_000;

	private ImageJGolden() {}

	/** Arguments: the ImageJ folder, the folder for screenshots, "golden", the folder to work in, and the macros. */
	public static void main(final String[] args) {
		ImageJUser.play(args, user -> {
			for (int i = 4; i < args.length; i++)
				run(new File(args[i]), Path.of(args[3]));
		});
	}

	/** What a macro writes down becomes a file of its own, named after it. */
	private static void run(final File macro, final Path work) throws IOException {
		final CompletableFuture<String> run = CompletableFuture.supplyAsync(() -> String.valueOf(IJ.runMacroFile(macro.getPath(),
			work.toString())));
		final long end = System.currentTimeMillis() + COMPUTING_MILLIS;
		while (!run.isDone() && dialogs().isEmpty() && System.currentTimeMillis() < end)
			IJ.wait(20);
		for (final Dialog dialog : dialogs())
			throw new IllegalStateException(macro.getName() + " opens a dialog: " + dialog.getTitle() + ": " + text(dialog));
		check(run.isDone() && run.join().equals("null"), macro.getName() + " reaches its end: " + run.getNow("hangs"));
		Files.move(work.resolve("facts.txt"), work.resolve(macro.getName().replace(".ijm", ".txt")));
		IJ.run("Close All");
		ResultsTable.getResultsTable().reset();
	}
}
