package sc.fiji.superres.install;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.zip.ZipException;

import sc.fiji.superres.engine.EngineException;
import sc.fiji.superres.engine.Progress;
import sc.fiji.superres.io.Folders;
import sc.fiji.superres.io.WholeFile;

/** A folder that a user has brought to install an engine from: its jars in any depth, found by their names. */
final class JarFolder {

	private final Path folder;

	JarFolder(final Path folder) {
		this.folder = folder;
	}

	/**
	 * The jars of an engine.
	 *
	 * @throws EngineException if some are missing; names them all
	 */
	Map<EngineJar, Path> find(final EngineRecipe recipe) {
		final Map<String, Path> files = files();
		final Map<EngineJar, Path> found = new LinkedHashMap<>();
		for (final EngineJar jar : recipe.jars())
			if (files.containsKey(jar.fileName())) found.put(jar, files.get(jar.fileName()));
		if (found.size() < recipe.jars().size()) throw new EngineException(missing(recipe, files));
		return found;
	}

	/**
	 * Copies jars, and checks each.
	 *
	 * @param copies folder for the copies; deleted again if that fails
	 * @return that folder
	 * @throws EngineException if some are damaged; names them all
	 */
	static Path copy(final Collection<Path> jars, final Path copies, final Progress progress) throws IOException {
		try {
			WholeFile.delete(copies);
			Files.createDirectories(copies);
			final List<String> damaged = new ArrayList<>();
			long before = 0, total = 0;
			for (final Path jar : jars)
				total += Files.size(jar);
			for (final Path jar : jars) {
				copyOne(jar, copies.resolve(jar.getFileName()), progress, before, total).ifPresent(reason -> damaged.add(jar + " (" +
					reason + ")"));
				before += Files.size(jar);
			}
			if (damaged.isEmpty()) return copies;
			throw new EngineException("Files for the engine are damaged: " + String.join(", ", damaged) + ". Download or copy them " +
				"again.");
		}
		catch (final IOException | EngineException | CancellationException e) {
			WholeFile.delete(copies);
			throw e;
		}
	}

	/** Copies a jar, and its checksum where there is one; tells what is wrong with it. */
	private static Optional<String> copyOne(final Path source, final Path copy, final Progress progress, final long before,
		final long total) throws IOException
	{
		try (InputStream in = Files.newInputStream(source); OutputStream out = Files.newOutputStream(copy)) {
			JarCheck.copy(in, out, progress, bytes -> progress.update("Copying TensorFlow: " + EnginePlace.megabytes(before + bytes) +
				" of " + EnginePlace.megabytes(total) + " MB", before + bytes, total));
		}
		progress.update("Checking " + copy.getFileName(), 0, 0);
		final Path checksum = PartialEngine.checksum(source);
		if (Files.exists(checksum)) {
			if (!JarCheck.readSha1(checksum).equals(Optional.of(JarCheck.sha1(copy, progress))))
				return Optional.of("differs from " + checksum.getFileName());
			Files.copy(checksum, PartialEngine.checksum(copy));
		}
		try {
			JarCheck.readWhole(copy, progress);
			return Optional.empty();
		}
		catch (final ZipException e) {
			return Optional.of(e.getMessage());
		}
	}

	private String missing(final EngineRecipe recipe, final Map<String, Path> files) {
		final String missing = recipe.jars().stream().map(EngineJar::fileName).filter(name -> !files.containsKey(name)).collect(
			Collectors.joining(", "));
		final String others = files.keySet().stream().filter(name -> name.startsWith("tensorflow-core-native-") && name.matches(
			".*-\\d+(\\.\\d+)*-.*") && !name.equals(recipe.natives().fileName())).sorted().collect(Collectors.joining(", "));
		return "For " + recipe.name() + " on " + recipe.platform().natives() + ", these files are missing in " + folder + ": " + missing +
			". " + (others.isEmpty() ? "" : "The folder holds " +
				others + ", which is for another platform, another kind or another version. ") +
			"Install the engine on a machine with a network and copy its folder, or download them from " + EngineInstaller.CENTRAL + ".";
	}

	private Map<String, Path> files() {
		try {
			final Map<String, Path> found = new HashMap<>();
			Folders.walk(folder).stream().filter(file -> file.toString().endsWith(".jar") && Files.isRegularFile(file)).sorted()
				.forEach(jar -> found.putIfAbsent(jar.getFileName().toString(), jar));
			return found;
		}
		catch (final IOException e) {
			throw new EngineException("The folder " + folder + " cannot be read: " + WholeFile.reason(e) +
				" Name the folder that the engine's jars are in.", e);
		}
	}
}
