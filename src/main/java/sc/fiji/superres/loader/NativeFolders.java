package sc.fiji.superres.loader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import sc.fiji.superres.io.Folders;
import sc.fiji.superres.io.WholeFile;

/** Where the {@link NativeLibraries} of an engine lie, in a folder for each of its jars that hold some. */
final class NativeFolders {

	/** Names the place for native libraries, where the one beside the engine is not wanted. */
	static final String VARIABLE = "SUPERRES_CACHE";

	/** ImageJ's updater passes over what begins with a dot. */
	private static final String BESIDE = ".natives";

	private NativeFolders() {}

	/** The places where natives may lie: what the user says, else beside the engine, else the user's cache. */
	static List<Path> places(final Path engineFolder) {
		return places(engineFolder, System.getenv(VARIABLE), System.getProperty("user.home"));
	}

	static List<Path> places(final Path engineFolder, final String wanted, final String home) {
		return Places.of(VARIABLE, wanted, engineFolder.resolve(BESIDE), home, Path.of(".cache", "super-resolution"));
	}

	/** The name of the folder for the libraries of a jar. */
	static String name(final Path jar) {
		return jar.getFileName().toString().replaceFirst("\\.jar$", "");
	}

	/** Where the libraries of a jar are unpacked; empty where they are not. */
	static Optional<Path> unpacked(final Path jar) {
		return places(jar.getParent()).stream().map(place -> place.resolve(name(jar))).filter(Files::isDirectory).findFirst();
	}

	/**
	 * Deletes the libraries that were unpacked beside an engine of jars that are not there any more: an update has replaced
	 * them. Other places may serve other installations.
	 */
	static void sweep(final Path engineFolder) {
		final Path place = engineFolder.resolve(BESIDE);
		if (!Files.isDirectory(place)) return;
		try {
			for (final Path file : Folders.list(place)) {
				final String name = file.getFileName().toString().replaceFirst("(" + Pattern.quote(NativeLibraries.LOCK) + "|" + Pattern
					.quote(NativeLibraries.UNFINISHED) + ")$", "");
				if (!Files.exists(engineFolder.resolve(name + ".jar"))) WholeFile.delete(file);
			}
		}
		catch (final IOException e) {
			// In use by another ImageJ of before the update, or read-only: the next start tries again.
			System.getLogger(NativeFolders.class.getName()).log(System.Logger.Level.DEBUG, "Not swept: " + place, e);
		}
	}
}
