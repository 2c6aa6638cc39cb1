package sc.fiji.superres.ui;

import java.io.File;

import ij.IJ;
import ij.measure.ResultsTable;

/** Runs macros in plain ImageJ one after another; where the next one lies in another folder, it begins with nothing open. */
public final class ImageJPages {

	static final String SCENARIO = "pages";

	private ImageJPages() {}

	/** Arguments: the ImageJ folder, the folder for screenshots, "pages", and the macros. */
	public static void main(final String[] args) {
		ImageJUser.play(args, user -> {
			File page = null;
			for (int i = 3; i < args.length; i++) {
				final File macro = new File(args[i]);
				if (!macro.getParentFile().equals(page)) {
					IJ.run("Close All");
					ResultsTable.getResultsTable().reset();
				}
				page = macro.getParentFile();
				System.out.println("MACRO " + macro);
				ImageJUser.runMacro(macro, "");
			}
		});
	}
}
