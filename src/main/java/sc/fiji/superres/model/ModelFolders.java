package sc.fiji.superres.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.engine.Installation;
import sc.fiji.superres.io.WholeFile;

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
	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9_.-]*");

	private final Path user;
	private final List<Path> folders;
	private Runnable notice = () -> {};

	/** @param user comes first; it and {@code shipped} may be the same, or not be there (yet) */
	public ModelFolders(final Path user, final Path shipped) {
		this.user = user;
		folders = Stream.of(user, shipped).map(folder -> folder.toAbsolutePath().normalize()).distinct().toList();
	}

	/**
	 * Those of this installation. The user's is the one that {@value #VARIABLE} names, else {@code models} of the ImageJ
	 * folder where that can be written, else one below the user's home.
	 *
	 * @param notice is told, when a model is to be installed, that it goes below the user's home
	 * @throws sc.fiji.superres.engine.EngineException if there is no installation
	 */
	public static ModelFolders standard(final Consumer<String> notice) {
		final Path home = Path.of(System.getProperty("user.home"));
		return of(System.getenv(VARIABLE), Installation.folder().resolve(MODELS), home, notice);
	}

	/** Those of this installation; the notice goes to the log. */
	public static ModelFolders standard() {
		return standard(text -> System.getLogger(ModelFolders.class.getName()).log(System.Logger.Level.INFO, text));
	}

	/** @param variable what the user's variable says, null or blank where it says nothing */
	static ModelFolders of(final String variable, final Path shipped, final Path home, final Consumer<String> notice) {
		if (variable != null && !variable.isBlank()) return new ModelFolders(Path.of(variable), shipped);
		if (Files.isWritable(Files.exists(shipped) ? shipped : shipped.getParent())) return new ModelFolders(shipped, shipped);
		final ModelFolders folders = new ModelFolders(home.resolve(HOME_FOLDER).resolve(MODELS), shipped);
		folders.notice = () -> notice.accept(shipped + " cannot be written. Models are kept in " + folders.user +
			" instead; the variable " + VARIABLE + " names another place.");
		return folders;
	}

	/** Where models are installed; it need not exist yet. */
	public Path userFolder() {
		return user;
	}

	/**
	 * The models that this software can run, sorted. Packages of other software, which may share a folder, and damaged ones
	 * are left out; {@link #open} says what is wrong with one.
	 *
	 * @throws ModelException if a folder cannot be read
	 */
	public List<String> names() throws ModelException {
		final TreeSet<String> names = new TreeSet<>();
		for (final Path folder : folders) {
			if (!Files.isDirectory(folder)) continue;
			try (Stream<Path> children = Files.list(folder)) {
				children.filter(ModelFolders::isModel).map(ModelPackage::name).forEach(names::add);
			}
			catch (final IOException e) {
				throw new ModelException("The folder of models " + folder + " cannot be read: " + WholeFile.reason(e), e);
			}
		}
		return List.copyOf(names);
	}

	private static boolean isModel(final Path path) {
		if (!NAME.matcher(path.getFileName().toString()).matches()) return false;
		if (!Files.isDirectory(path) && !path.toString().endsWith(ModelPackage.ZIP)) return false;
		try (PackageFiles files = PackageFiles.open(path)) {
			return Description.isOurs(Fields.read(files));
		}
		catch (final ModelException e) {
			return false;
		}
	}

	/**
	 * Opens a model.
	 *
	 * @param nameOrPath a name, or the path of a folder or zip file
	 * @throws ModelException if there is none, or it cannot be read
	 */
	public Model open(final String nameOrPath, final Engine engine) throws ModelException {
		if (NAME.matcher(nameOrPath).matches())
			for (final Path folder : folders)
				for (final String file : List.of(nameOrPath, nameOrPath + ModelPackage.ZIP))
					if (Files.exists(folder.resolve(file))) return ModelPackage.read(folder.resolve(file), engine);
		if (isPath(nameOrPath)) return ModelPackage.read(Path.of(nameOrPath), engine);
		final List<String> names = names();
		throw new ModelException("There is no model \"" + nameOrPath + "\"; " + (names.isEmpty() ? "there is none at all in " +
			String.join(" or ", folders.stream().map(Path::toString).toList()) : "there are " + String.join(", ", names)) +
			". Give one of them, or the path of a package.");
	}

	private static boolean isPath(final String text) {
		try {
			return !text.isBlank() && (text.contains("/") || text.contains("\\") || Files.exists(Path.of(text)));
		}
		catch (final InvalidPathException e) {
			return false;
		}
	}

	/**
	 * Where a new model of this name goes; the user's folder is made if need be.
	 *
	 * @throws ModelException if a model cannot have that name, or the folder cannot be made
	 */
	public Path place(final String name) throws ModelException {
		if (!NAME.matcher(name).matches() || name.endsWith(ModelPackage.ZIP))
			throw new ModelException("A model cannot be named \"" + name + "\": a name has letters, digits, - _ and . only, does " +
				"not begin with . or end with .zip. Give another name.");
		try {
			notice.run();
			notice = () -> {}; // said once
			Files.createDirectories(user);
			return user.resolve(name);
		}
		catch (final IOException e) {
			throw new ModelException("The folder of models " + user + " cannot be made: " + WholeFile.reason(e) +
				" Name another one in the variable " + VARIABLE + ".", e);
		}
	}
}
