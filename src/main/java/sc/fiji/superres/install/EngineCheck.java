package sc.fiji.superres.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import sc.fiji.superres.engine.EngineException;
import sc.fiji.superres.io.WholeFile;

/** Whether a folder holds all that an engine is made of. */
final class EngineCheck {

	/** Their versions follow from TensorFlow's and are not asked for: who installed the engine has resolved them. */
	private static final List<String> LIBRARIES = List.of("ndarray", "javacpp", "protobuf-java");

	private EngineCheck() {}

	/** What is missing or damaged, for the user; empty if nothing is. Only the ends of the jars are read. */
	static Optional<String> problem(final Path folder, final EngineRecipe recipe) {
		final List<String> names = new ArrayList<>();
		for (final Path jar : jars(folder))
			if (JarCheck.opens(jar)) names.add(jar.getFileName().toString());
		final List<String> missing = new ArrayList<>();
		for (final EngineJar root : recipe.roots())
			if (!names.contains(root.fileName())) missing.add(root.fileName());
		final EngineJar classes = new EngineJar("", "tensorflow-core-native", recipe.version());
		if (!names.contains(classes.fileName())) missing.add(classes.fileName());
		for (final String library : LIBRARIES)
			if (names.stream().noneMatch(name -> name.matches(Pattern.quote(library) + "-[0-9][0-9.]*\\.jar"))) missing.add(library);
		if (missing.isEmpty()) return Optional.empty();
		return Optional.of("The engine in " + folder + " is not whole: " + String.join(", ", missing) +
			" missing or damaged. Install it again.");
	}

	private static List<Path> jars(final Path folder) {
		if (!Files.isDirectory(folder)) return List.of();
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter(file -> file.toString().endsWith(".jar")).toList();
		}
		catch (final IOException e) {
			throw new EngineException("The engine's folder " + folder + " cannot be read: " + WholeFile.reason(e), e);
		}
	}
}
