package sc.fiji.superres.engine;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where this software is installed: the ImageJ folder that holds our jar, and the engine's folder in it. */
public final class Installation {

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
				if (Files.isDirectory(candidate.resolve(relativeEngine()))) return candidate;
		throw new EngineException("TensorFlow is not installed: there is no folder " + relativeEngine() + " above " + classes +
			". Install Super-Resolution with its folder lib.");
	}

	/** The jars of the engine for this platform, sorted. */
	static List<Path> engineJars() {
		final Path folder = engineFolder();
		try (Stream<Path> files = Files.list(folder)) {
			final List<Path> jars = files.filter(file -> file.toString().endsWith(".jar")).sorted(Comparator.naturalOrder()).toList();
			if (jars.isEmpty()) throw new EngineException("TensorFlow is not installed: " + folder + " holds no jar.");
			return jars;
		}
		catch (final IOException e) {
			throw new EngineException("The engine's folder " + folder + " cannot be read: " + e.getMessage(), e);
		}
	}

	static Path engineFolder() {
		return folder().resolve(relativeEngine());
	}

	private static Path relativeEngine() {
		return Path.of("lib", Platform.current().folder(), "super-resolution");
	}

	private static Path classes() {
		try {
			return Path.of(Installation.class.getProtectionDomain().getCodeSource().getLocation().toURI());
		}
		catch (final URISyntaxException e) {
			throw new IllegalStateException("The place of our classes is not a file.", e);
		}
	}
}
