package sc.fiji.superres.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import sc.fiji.superres.loader.Platform;

/** Runs macros in a plain ImageJ in which the assembled application is installed. */
public final class PlainImageJMacros {

	private PlainImageJMacros() {}

	/**
	 * Runs them one after another; those of one folder find open what those before have left.
	 *
	 * @param folder for ImageJ and as the user's home
	 */
	public static void run(final Path folder, final List<Path> macros) throws IOException, InterruptedException {
		try (PlayedImageJ imagej = new PlayedImageJ(folder, ImageJPages.class)) {
			imagej.play(imagej.jvm(folder).environment("SUPERRES_CACHE", natives()), ImageJPages.class, ImageJPages.SCENARIO, macros);
		}
	}

	/** The application's own: they are unpacked once. */
	static Path natives() {
		return PlainImageJFolder.app().resolve("lib").resolve(Platform.current().folder()).resolve("super-resolution/.natives");
	}
}
