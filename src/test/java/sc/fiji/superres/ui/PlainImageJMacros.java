package sc.fiji.superres.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import sc.fiji.superres.ForkedJvm;
import sc.fiji.superres.engine.Platform;

/** Runs macros in a plain ImageJ in which the assembled application is installed. */
public final class PlainImageJMacros {

	private PlainImageJMacros() {}

	/**
	 * Runs them one after another; those of one folder find open what those before have left.
	 *
	 * @param folder for ImageJ and as the user's home
	 */
	public static void run(final Path folder, final List<Path> macros) throws IOException, InterruptedException {
		final Path imagej = PlainImageJFolder.install(folder.resolve("ImageJ")).folder();
		final Path driver = folder.resolve("driver");
		PlainImageJFolder.classes(ImageJPages.class, driver);
		PlainImageJFolder.classes(ImageJUser.class, driver);
		final List<Object> arguments = new ArrayList<>(List.of(imagej, folder.resolve("screenshots"), ImageJPages.SCENARIO));
		arguments.addAll(macros);
		try (VirtualDisplay display = VirtualDisplay.start()) {
			final List<String> lines = ForkedJvm.with(List.of(PlainImageJFolder.ij(), driver)).display(display.name()).property(
				"user.home", folder).property("java.io.tmpdir", folder).environment("SUPERRES_CACHE", natives()).run(
					ImageJPages.class, arguments.toArray()).lines();
			assertTrue(lines.contains("FINE " + ImageJPages.SCENARIO), lines.toString());
		}
	}

	/** The application's own: they are unpacked once. */
	static Path natives() {
		return PlainImageJFolder.app().resolve("lib").resolve(Platform.current().folder()).resolve("super-resolution/.natives");
	}
}
