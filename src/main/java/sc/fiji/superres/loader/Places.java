package sc.fiji.superres.loader;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import sc.fiji.superres.engine.EngineException;

/** The folders that something of the engines may lie in, the wanted ones first. */
final class Places {

	private Places() {}

	/**
	 * What a variable names, and nothing else; where it names nothing, a folder of the installation, and then one of the user's.
	 *
	 * @param variable its name
	 * @param wanted what it names, null or blank for nothing
	 * @param home may be no path at all: Java says {@code ?} for a user whom the machine does not know
	 * @param below the folder in the user's home
	 * @throws EngineException if the variable names what can be no folder
	 */
	static List<Path> of(final String variable, final String wanted, final Path installed, final String home, final Path below) {
		try {
			if (wanted != null && !wanted.isBlank()) return List.of(Path.of(wanted).toAbsolutePath());
		}
		catch (final InvalidPathException e) {
			throw new EngineException(variable + " is \"" + wanted + "\", but must be the name of a folder (" + e.getReason() + ").",
				e);
		}
		final List<Path> places = new ArrayList<>(List.of(installed));
		if (home != null && !home.equals("?") && Path.of(home).isAbsolute()) places.add(Path.of(home).resolve(below));
		return places;
	}
}
