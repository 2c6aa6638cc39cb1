package sc.fiji.superres.loader;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import sc.fiji.superres.engine.EngineException;

/**
 * Where this software is installed: the ImageJ folder that holds our jar, and the folders in it that hold the engine. ImageJ's
 * updater gives a platform only what lies in {@code lib} below the platform's name, and refuses classes that do so twice: what
 * all platforms share lies apart.
 */
public final class Installation {

	private static final Path CLASSES = Path.of("lib", "super-resolution");

	private Installation() {}

	/**
	 * The ImageJ folder: the nearest folder above our classes that holds an engine, or, where these are built from source,
	 * {@code target/app}.
	 *
	 * @throws EngineException if there is none
	 */
	public static Path folder() {
		final Path classes = classes();
		for (Path folder = classes; folder != null; folder = folder.getParent())
			for (final Path candidate : List.of(folder, folder.resolve("app")))
				if (Files.isDirectory(candidate.resolve(CLASSES))) return candidate;
		throw new EngineException("TensorFlow is not installed: there is no folder " + CLASSES + " above " + classes +
			". Install Super-Resolution with its folder lib.");
	}

	/** The class files of the shipped engine, the same for all platforms. */
	static Path classesFolder() {
		return folder().resolve(CLASSES);
	}

	/** The native libraries of the shipped engine for a platform, and what a user adds. */
	static Path platformFolder(final Platform platform) {
		return folder().resolve("lib").resolve(platform.folder()).resolve("super-resolution");
	}

	/** The jar or folder with our own classes. */
	static Path classes() {
		try {
			return Path.of(Installation.class.getProtectionDomain().getCodeSource().getLocation().toURI());
		}
		catch (final URISyntaxException e) {
			throw new IllegalStateException("The place of our classes is not a file.", e);
		}
	}
}
