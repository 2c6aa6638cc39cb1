package sc.fiji.superres.model;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import sc.fiji.superres.engine.Progress;
import sc.fiji.superres.io.FileLocks;
import sc.fiji.superres.io.Folders;
import sc.fiji.superres.io.WholeFile;

/**
 * Adds packages to the folder of the user's models, and deletes packages. Of all processes, one does so at a time; the empty
 * file {@code .lock} in the folder stays, because two processes could each hold it if one of them deleted it.
 *
 * <pre>
 * ModelEntry added = new ModelLibrary(ModelFolders.standard()).add(Path.of("model.zip"), false, Progress.NONE);
 * </pre>
 */
public final class ModelLibrary {

	/** Ten times what the largest EDSR has. */
	private static final long MAX_BYTES = 2_000_000_000L;

	/** What else is said where a model is named. */
	private static final List<String> WORDS = List.of("all", "auto");

	private static final String LOCK = ".lock";

	/** What was deleted, and the package that its name means now. */
	public record Deleted(ModelEntry entry, Optional<Path> next) {}

	/** Changes what lies in a folder. */
	private interface Change {

		void run() throws IOException;
	}

	private final ModelFolders folders;
	private final long limit;

	public ModelLibrary(final ModelFolders folders) {
		this(folders, MAX_BYTES);
	}

	/** @param limit bytes that a package may have, unpacked too */
	ModelLibrary(final ModelFolders folders, final long limit) {
		this.folders = folders;
		this.limit = limit;
	}

	/**
	 * Copies a package into the folder of the user's models, under its own name, whole or not at all. A zip file stays one. Its
	 * files are verified before; the test input is not run.
	 *
	 * @param source a folder or a zip file
	 * @param replace whether there may be a model of this name already: the user's is replaced, a shipped one is no longer what
	 *          the name means
	 * @return the package where it lies now
	 * @throws ModelException if it is damaged, foreign or no package, or cannot be written; nothing has changed then
	 */
	public ModelEntry add(final Path source, final boolean replace, final Progress progress) throws ModelException {
		final Path from = source.toAbsolutePath().normalize();
		if (!Files.exists(from)) throw ModelException.missing(source);
		final boolean folder = Files.isDirectory(from);
		final String name = folder ? ModelPackage.name(from) : from.getFileName().toString().replaceFirst("(?i)\\.zip$", "");
		requireName(name, source);
		progress.update("Verifying " + name, 0, 0);
		ModelPackage.verify(from, limit);
		final Path target = folders.user().resolve(folder ? name : name + ModelPackage.ZIP);
		try {
			Files.createDirectories(folders.user());
			locked(folders.user(), () -> {
				requireFree(name, replace);
				WholeFile.write(target, part -> copy(from, part, progress));
				if (replace) WholeFile.delete(twin(target));
			});
		}
		catch (final ModelException e) {
			throw e;
		}
		catch (final IOException e) {
			throw new ModelException("The model " + name + " cannot be added to " + folders.user() + ": " + WholeFile.reason(e) +
				" Make that possible, or name another folder in the variable " + ModelFolders.VARIABLE + ".", e);
		}
		return folders.entry(name);
	}

	private static void requireName(final String name, final Path source) throws ModelException {
		if (!ModelFolders.NAME.matcher(name).matches() || WORDS.contains(name.toLowerCase(Locale.ROOT)))
			throw new ModelException("\"" + name + "\" cannot be the name of a model, which has letters from A to Z, digits, dots, " +
				"_ and - alone, and is neither all nor auto. Rename " + source + ".");
	}

	/** In the user's folder, only a model makes room, and nothing else. */
	private void requireFree(final String name, final boolean replace) throws ModelException {
		final List<Path> there = folders.inFolders(name).toList();
		for (final Path path : there)
			if (path.getParent().equals(folders.user()) && !ModelPackage.isMeantAsModel(path)) throw new ModelException(path +
				" is there and is not a model of this software, so it is not replaced. Rename the package that you add.");
		if (!there.isEmpty() && !replace) throw new ModelException("There is a model \"" + name + "\" already, " + there.get(0) +
			". Set replace to true to have the new one instead, or rename the package that you add.");
	}

	/** The other form of a package: the zip file of a folder, the folder of a zip file. */
	private static Path twin(final Path target) {
		final String name = ModelPackage.name(target), file = target.getFileName().toString();
		return target.resolveSibling(file.equals(name) ? name + ModelPackage.ZIP : name);
	}

	private static void copy(final Path from, final Path to, final Progress progress) throws IOException {
		final List<Path> files = Folders.walk(from, FileVisitOption.FOLLOW_LINKS); // all before, as the copy may lie inside
		for (final Path file : files) {
			progress.checkCancelled();
			final Path copy = to.resolve(from.relativize(file).toString());
			if (Files.isDirectory(file)) Files.createDirectories(copy);
			else Files.copy(file, file.equals(from) ? to : copy);
		}
	}

	/**
	 * Deletes a package, and nothing else.
	 *
	 * @param nameOrPath a name, or the path of a package in one of the folders; of a name, what it means is deleted
	 * @throws ModelException if there is none, it lies elsewhere, is not one of this software, or cannot be deleted
	 */
	public Deleted delete(final String nameOrPath) throws ModelException {
		final Path path = folders.own(nameOrPath).orElseThrow(() -> new ModelException(nameOrPath + " does not lie in " + folders +
			", and only models there are deleted. Delete it yourself."));
		if (!Files.exists(path)) throw ModelException.missing(path);
		if (!ModelPackage.isMeantAsModel(path)) throw new ModelException(path + " is not a model of this software, so it is not " +
			"deleted. Delete it yourself.");
		final ModelEntry entry = ModelPackage.entry(path, List.of());
		try {
			locked(path.getParent(), () -> remove(path));
		}
		catch (final IOException e) {
			throw new ModelException(path + " cannot be deleted: " + WholeFile.reason(e) + " Make " + path.getParent() +
				" writable, and close what uses the model.", e);
		}
		return new Deleted(entry, folders.inFolders(entry.name()).filter(ModelPackage::isMeantAsModel).findFirst());
	}

	/** It goes whole: half a package would be a broken one. */
	private static void remove(final Path path) throws IOException {
		final Path gone = WholeFile.part(path);
		Files.move(path, gone, StandardCopyOption.ATOMIC_MOVE);
		WholeFile.delete(gone);
	}

	/** The lock of a file holds between processes only, the monitor between threads. */
	private static void locked(final Path folder, final Change change) throws IOException {
		synchronized (ModelLibrary.class) {
			try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
				FileLocks.lock(channel, () -> {});
				change.run();
			}
		}
	}
}
