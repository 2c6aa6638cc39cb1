package sc.fiji.superres.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.io.Folders;
import sc.fiji.superres.io.WholeFile;
import sc.fiji.superres.loader.Installation;
import sc.fiji.superres.network.Network;

/**
 * The folders in which models are sought by name: the user's, then the shipped one; of equal names the user's wins.
 *
 * <pre>
 * Model model = ModelFolders.standard().open("edsr-x2", engine);
 * </pre>
 */
public final class ModelFolders {

	/** Names the user's folder. */
	public static final String VARIABLE = "SUPERRES_MODELS";

	private static final String MODELS = "models";
	private static final String HOME_FOLDER = ".super-resolution";
	static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9_.-]*");

	private final List<Path> folders;

	/** @param user comes first; it and {@code shipped} may be the same, or not be there (yet) */
	public ModelFolders(final Path user, final Path shipped) {
		folders = Stream.of(user, shipped).map(folder -> folder.toAbsolutePath().normalize()).distinct().toList();
	}

	/**
	 * Those of this installation. The user's is the one that {@value #VARIABLE} names, else {@code models} of the ImageJ
	 * folder where that can be written, else one below the user's home.
	 *
	 * @throws sc.fiji.superres.engine.EngineException if there is no installation
	 */
	public static ModelFolders standard() {
		return of(System.getenv(VARIABLE), Installation.folder().resolve(MODELS), Path.of(System.getProperty("user.home")));
	}

	/** @param variable what the user's variable says, null or blank where it says nothing */
	static ModelFolders of(final String variable, final Path shipped, final Path home) {
		if (variable != null && !variable.isBlank()) return new ModelFolders(Path.of(variable), shipped);
		if (Files.isWritable(Files.exists(shipped) ? shipped : shipped.getParent())) return new ModelFolders(shipped, shipped);
		return new ModelFolders(home.resolve(HOME_FOLDER).resolve(MODELS), shipped);
	}

	/**
	 * The models that this software can run, sorted. Packages of other software, which may share a folder, and damaged ones
	 * are left out; {@link #open} says what is wrong with one.
	 *
	 * @throws ModelException if a folder cannot be read
	 */
	public List<String> names() throws ModelException {
		return names(ModelPackage::isModel);
	}

	/**
	 * The models that this software can run, and the damaged ones, sorted by name. No engine is needed.
	 *
	 * @throws ModelException if a folder cannot be read
	 */
	public List<ModelEntry> entries() throws ModelException {
		final List<ModelEntry> entries = new ArrayList<>();
		for (final String name : names(ModelPackage::isMeantAsModel))
			entries.add(entry(name));
		return entries;
	}

	/**
	 * What is known of a package without an engine.
	 *
	 * @param nameOrPath a name, or the path of a folder or zip file
	 * @throws ModelException if there is none
	 */
	public ModelEntry entry(final String nameOrPath) throws ModelException {
		final Path path = find(nameOrPath);
		if (!Files.exists(path)) throw ModelException.missing(path);
		return ModelPackage.entry(path, inFolders(nameOrPath).skip(1).filter(ModelPackage::isMeantAsModel).toList());
	}

	private List<String> names(final Predicate<Path> wanted) throws ModelException {
		final TreeSet<String> names = new TreeSet<>();
		for (final Path folder : folders) {
			if (!Files.isDirectory(folder)) continue;
			try {
				Folders.list(folder).stream().filter(path -> NAME.matcher(path.getFileName().toString()).matches()).filter(wanted)
					.map(ModelPackage::name).forEach(names::add);
			}
			catch (final IOException e) {
				throw new ModelException("The folder of models " + folder + " cannot be read: " + WholeFile.reason(e), e);
			}
		}
		return List.copyOf(names);
	}

	/**
	 * Opens a model.
	 *
	 * @param nameOrPath a name, or the path of a folder or zip file
	 * @throws ModelException if there is none, or it cannot be read
	 */
	public Model open(final String nameOrPath, final Engine engine) throws ModelException {
		return ModelPackage.read(find(nameOrPath), engine);
	}

	/**
	 * What a model computes, from its description alone: no weights are read, and no engine is needed.
	 *
	 * @param nameOrPath a name, or the path of a folder or zip file
	 * @throws ModelException if there is none, or its description cannot be read
	 */
	public Network network(final String nameOrPath) throws ModelException {
		return ModelPackage.network(find(nameOrPath));
	}

	/** Whether something of a name lies in one of the folders. */
	public boolean contains(final String name) {
		return inFolders(name).findFirst().isPresent();
	}

	/** The folder of the user's models, which need not be there. */
	public Path user() {
		return folders.get(0);
	}

	/** Whether a package came with this software, as far as its place tells: a user may have put it there. */
	public boolean isShipped(final Path path) {
		return path.toAbsolutePath().normalize().startsWith(folders.get(folders.size() - 1));
	}

	/**
	 * The place of what a name or path means, if it lies in one of the folders.
	 *
	 * @throws ModelException if there is no model of the name
	 */
	Optional<Path> own(final String nameOrPath) throws ModelException {
		final Path path = find(nameOrPath).toAbsolutePath().normalize();
		return Optional.of(path).filter(own -> folders.contains(own.getParent()));
	}

	/** All of a name that lies in the folders; the first is what the name means. */
	Stream<Path> inFolders(final String name) {
		if (!NAME.matcher(name).matches()) return Stream.empty();
		return folders.stream().flatMap(folder -> Stream.of(name, name + ModelPackage.ZIP).map(folder::resolve))
			.filter(Files::exists);
	}

	private Path find(final String nameOrPath) throws ModelException {
		final Optional<Path> inFolder = inFolders(nameOrPath).findFirst();
		if (inFolder.isPresent()) return inFolder.get();
		if (isPath(nameOrPath)) return Path.of(nameOrPath);
		final List<String> names = names();
		throw new ModelException("There is no model \"" + nameOrPath + "\"; " + (names.isEmpty() ? "there is none at all in " +
			this + ". Put one there, or give" : "there are " + String.join(
				", ", names) + ". Give one of them, or") + " the path of a package.");
	}

	/** Whether a text can only be meant as the path of a package, or something lies there. */
	public static boolean isPath(final String text) {
		try {
			return !text.isBlank() && (text.contains("/") || text.contains("\\") || Files.exists(Path.of(text)));
		}
		catch (final InvalidPathException e) {
			return false;
		}
	}

	/** The folders, as a message names them. */
	@Override
	public String toString() {
		return String.join(" or ", folders.stream().map(Path::toString).toList());
	}
}
