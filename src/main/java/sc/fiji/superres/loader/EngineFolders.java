package sc.fiji.superres.loader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import sc.fiji.superres.engine.EngineException;
import sc.fiji.superres.engine.Progress;
import sc.fiji.superres.io.Folders;
import sc.fiji.superres.io.WholeFile;

/**
 * The engines of this installation: the one that came with it, and those that a user has added, side by side. The names of
 * our own folders begin with a dot, because ImageJ's updater passes over such: it would read gigabytes to find that they are
 * none of its files.
 */
public final class EngineFolders {

	/** Names the folder of the engines that a user adds. */
	public static final String VARIABLE = "SUPERRES_ENGINES";

	private static final String ADDED = ".engines";
	private static final String NAME = "tensorflow-[0-9]+(\\.[0-9]+)*(-[A-Za-z0-9.]+)?-(cpu|gpu)";

	private final Path classesFolder;
	private final Path platformFolder;
	private final Platform platform;
	private final List<Path> places;

	/** @param places folders of added engines, the wanted ones first */
	EngineFolders(final Path classesFolder, final Path platformFolder, final Platform platform, final List<Path> places) {
		this.classesFolder = classesFolder;
		this.platformFolder = platformFolder;
		this.platform = platform;
		this.places = places;
	}

	/**
	 * Those for this machine.
	 *
	 * @throws EngineException if this software is not installed, or TensorFlow has no libraries for this machine
	 */
	public static EngineFolders standard() {
		return of(Platform.current());
	}

	/**
	 * Those for another platform: of an installation that several machines share. They are added to that alone: in a place of the
	 * user's they would stand under the same names as this machine's.
	 */
	public static EngineFolders of(final Platform platform) {
		final Path folder = Installation.platformFolder(platform);
		return new EngineFolders(Installation.classesFolder(), folder, platform, platform == Platform.current() ? places(folder, System
			.getenv(VARIABLE), System.getProperty("user.home")) : List.of(folder.resolve(ADDED)));
	}

	static List<Path> places(final Path platformFolder, final String wanted, final String home) {
		return Places.of(VARIABLE, wanted, platformFolder.resolve(ADDED), home, Path.of(".super-resolution", "engines"));
	}

	public Platform platform() {
		return platform;
	}

	/** The engine that came with this software, as far as it is there. */
	public InstalledEngine shipped() {
		return InstalledEngine.shipped(classesFolder, platformFolder, platform);
	}

	/** All engines: the shipped one, then the added ones by name, those of the wanted places first. */
	public List<InstalledEngine> list() {
		final List<InstalledEngine> engines = new ArrayList<>(List.of(shipped()));
		for (final Path place : places)
			for (final Path folder : folders(place, NAME))
				engines.add(InstalledEngine.in(folder, platform));
		return engines;
	}

	/**
	 * The engine of a name; of several, a whole one, and rather one that was added: it may stand in for a damaged one.
	 *
	 * @throws EngineException if there is none
	 */
	public InstalledEngine named(final String name) {
		final List<InstalledEngine> engines = list();
		final Comparator<InstalledEngine> broken = Comparator.comparing(engine -> engine.problem().isPresent());
		return engines.stream().filter(engine -> engine.name().equals(name)).min(broken.thenComparing(InstalledEngine::shipped))
			.orElseThrow(() -> new EngineException("There is no engine \"" + name + "\", but " + engines.stream().map(
				InstalledEngine::name).distinct().collect(Collectors.joining(", ")) + ". Choose one of these in \"TensorFlow " +
				"Engine...\", or auto."));
	}

	/** What downloads that were stopped have left, for the next attempt. */
	public List<Path> unfinished() {
		return places.stream().flatMap(place -> folders(place, NAME + "\\.part").stream()).toList();
	}

	/**
	 * The folder that an engine may be added to, and where is kept what is to be remembered of them; made where it is missing.
	 *
	 * @param notice is told where that is not the wanted place
	 * @throws EngineException if no place can be written
	 */
	public Path writable(final Consumer<String> notice) {
		final List<String> failures = new ArrayList<>();
		for (final Path place : places) {
			try {
				Files.createDirectories(place);
				WholeFile.check(place.resolve("engine"));
				if (!failures.isEmpty()) notice.accept(String.join(" ", failures) + " Engines are kept in " + place +
					" instead; the variable " + VARIABLE + " names another place.");
				return place;
			}
			catch (final IOException e) {
				failures.add(place + " cannot be written.");
			}
		}
		throw new EngineException(String.join(" ", failures) + " Make it writable" + (platform == Platform.current()
			? ", or name a writable folder in the variable " + VARIABLE : "") + ".");
	}

	/** Why an engine is not loaded: it has ended a process, and what to do. Empty where it has not. */
	public Optional<String> crash(final InstalledEngine engine) {
		return new CrashCheck(crashes()).known(engine);
	}

	/**
	 * Tests an engine in a process of its own, and remembers whether that survived.
	 *
	 * @throws EngineCrashException if it did not
	 * @throws EngineException if the engine cannot be loaded, or does not compute
	 */
	public SelfTest test(final InstalledEngine engine, final Progress progress) {
		try {
			final SelfTest test = SelfTest.run(engine, progress);
			crashes().forget(engine.name());
			return test;
		}
		catch (final EngineCrashException e) {
			crashes().remember(engine.name());
			throw e;
		}
	}

	/**
	 * Deletes an engine that was added, with all that was unpacked of it.
	 *
	 * @throws EngineException if it came with this software, is loaded, or cannot be deleted
	 */
	public void remove(final InstalledEngine engine) {
		if (engine.shipped()) throw new EngineException(engine.name() + " came with Super-Resolution and goes with it; only engines " +
			"that were added can be removed.");
		if (Engines.loaded().filter(loaded -> loaded.folder().equals(engine.folder())).isPresent())
			throw new EngineException(engine.name() + " is loaded. Start ImageJ again, and remove it before anything else.");
		try {
			final List<Path> others = list().stream().filter(other -> !other.folder().equals(engine.folder())).flatMap(
				other -> other.unpacked().stream()).toList();
			for (final Path unpacked : engine.unpacked())
				if (!others.contains(unpacked)) WholeFile.delete(unpacked); // one cache may serve several
			WholeFile.delete(engine.folder());
			crashes().forget(engine.name());
		}
		catch (final IOException e) {
			throw new EngineException(engine.folder() + " cannot be deleted: " + WholeFile.reason(e) +
				" Close every ImageJ that uses it, or delete it yourself.", e);
		}
	}

	/**
	 * What is remembered of crashes: in the first place that is in use and can be written. Where nothing can be, a place of the
	 * user's is not made for it.
	 */
	CrashMemory crashes() {
		return new CrashMemory(places.stream().filter(Files::isDirectory).filter(Files::isWritable).findFirst().orElse(places.get(0)));
	}

	/** Where what a user has settled may lie: a user's own counts more than that of an installation which others manage. */
	List<Path> settingsPlaces() {
		return places.stream().sorted(Comparator.comparing(place -> Files.isDirectory(place) && !Files.isWritable(place))).toList();
	}

	private static List<Path> folders(final Path place, final String pattern) {
		if (!Files.isDirectory(place)) return List.of();
		try {
			return Folders.list(place).stream().filter(Files::isDirectory).filter(folder -> folder.getFileName().toString().matches(
				pattern)).sorted().toList();
		}
		catch (final IOException e) {
			throw new EngineException("The folder of engines " + place + " cannot be read: " + WholeFile.reason(e), e);
		}
	}
}
