package sc.fiji.superres.ui;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import ij.IJ;
import ij.measure.ResultsTable;

/** Runs the macros of an earlier version in plain ImageJ, one after another. */
public final class ImageJGolden {

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
		ImageJUser.runMacro(macro, work.toString());
		Files.move(work.resolve("facts.txt"), work.resolve(macro.getName().replace(".ijm", ".txt")));
		IJ.run("Close All");
		ResultsTable.getResultsTable().reset();
	}
}
