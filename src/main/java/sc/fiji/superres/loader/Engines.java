package sc.fiji.superres.loader;

import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.engine.EngineException;
import sc.fiji.superres.engine.Progress;


/**
 * Loads the engine, once for each JVM: a native library loads into one class loader only, so that loader is never closed
 * and another version of the engine takes effect at the next start.
 */
public final class Engines {

	private static final String IMPLEMENTATION = "sc.fiji.superres.tensorflow.TensorFlowEngine";

	/**
	 * A system property, set by the copy of this plugin that loads the native libraries of a JVM. Another copy must not even
	 * try: where a library belongs to another class loader already, JavaCPP tries other names for it without end.
	 */
	private static final String LOADED = "sc.fiji.superres.engine.loaded";

	private static Engine engine;
	private static InstalledEngine loaded;
	private static EngineException failure;

	private Engines() {}

	/**
	 * The TensorFlow engine of this installation.
	 *
	 * @param notice is told what lies elsewhere than wished
	 * @param progress is told what a first start does, and may stop it
	 * @throws EngineException if it is missing or cannot be loaded
	 */
	public static synchronized Engine tensorflow(final Consumer<String> notice, final Progress progress) {
		if (failure != null) throw new EngineException(failure.getMessage(), failure);
		if (engine == null) {
			final EngineFolders folders = EngineFolders.standard();
			final InstalledEngine chosen = survivor(folders, notice, progress);
			engine = load(chosen, folders.crashes().guard(chosen.name()), notice, progress);
			loaded = chosen;
		}
		return engine;
	}

	/** The engine that this JVM has loaded; empty before the first use. */
	public static synchronized Optional<InstalledEngine> loaded() {
		return Optional.ofNullable(loaded);
	}

	/**
	 * The engine that a start loads as it is settled now.
	 *
	 * @throws EngineException if a chosen one is not there
	 */
	public static InstalledEngine chosen(final EngineFolders folders) {
		return chosen(folders, EngineSettings.read(folders));
	}

	/** The same for other settings. */
	public static InstalledEngine chosen(final EngineFolders folders, final EngineSettings settings) {
		final String name = settings.engine();
		return name.equals(EngineSettings.AUTO) ? EngineChoice.automatic(folders.list(), () -> ExpectedDevice
			.gpus().hasDriver()) : folders.named(name);
	}

	/**
	 * The engine that this JVM has loaded, or will, as far as is known of crashes.
	 *
	 * @throws EngineException if a chosen one is not there
	 */
	public static InstalledEngine expected() {
		return loaded().orElseGet(() -> {
			final EngineFolders folders = EngineFolders.standard();
			final InstalledEngine chosen = chosen(folders);
			return folders.crash(chosen).isPresent() && isReplaceable(chosen, folders) ? folders.shipped() : chosen;
		});
	}

	/** Whether an engine was not wanted by the user, and there is another one. */
	private static boolean isReplaceable(final InstalledEngine engine, final EngineFolders folders) {
		return !engine.shipped() && EngineSettings.read(folders).engine().equals(EngineSettings.AUTO);
	}

	/** The chosen engine, or, where it was found by itself and crashes, the shipped one. */
	private static InstalledEngine survivor(final EngineFolders folders, final Consumer<String> notice, final Progress progress) {
		final InstalledEngine chosen = chosen(folders);
		final Optional<String> crash = new CrashCheck(folders.crashes()).of(chosen, progress);
		if (crash.isEmpty()) return chosen;
		if (!isReplaceable(chosen, folders)) throw new EngineException(crash.get());
		notice.accept(crash.get() + " The shipped engine is loaded instead.");
		return folders.shipped();
	}

	/** The TensorFlow engine of this installation; notices go to the log. */
	public static Engine tensorflow() {
		return tensorflow(text -> System.getLogger(Engines.class.getName()).log(System.Logger.Level.INFO, text), Progress.NONE);
	}

	/** Loads an engine, whatever is settled. What would end the process is refused before. */
	static Engine load(final InstalledEngine installed, final Guard guard, final Consumer<String> notice,
		final Progress progress)
	{
		installed.problem().or(Processor.current()::problem).or(CLibrary.current()::problem).ifPresent(problem -> {
			throw new EngineException(problem);
		});
		final List<Path> natives = installed.unpack(notice, progress);
		NativeFolders.sweep(installed.folder());
		final List<Path> classPath = new ArrayList<>(installed.jars());
		classPath.remove(installed.natives());
		installed.nvidia().ifPresent(classPath::remove);
		classPath.add(natives.get(0));

		progress.update("Loading TensorFlow", 0, 0);
		CppLibrary.load();
		if (System.getProperties().putIfAbsent(LOADED, "true") != null)
			throw new EngineException("TensorFlow was loaded by an earlier copy of this plugin: restart ImageJ.");
		natives.stream().skip(1).forEach(folder -> NvidiaLibraries.load(folder, notice));
		final ClassLoader loader = new EngineClassLoader(urls(classPath), Engines.class.getClassLoader());
		try {
			return (Engine) Class.forName(IMPLEMENTATION, true, loader).getDeclaredConstructor(Guard.class).newInstance(guard);
		}
		catch (final ReflectiveOperationException | LinkageError e) {
			// A second attempt would only meet the libraries that this one has loaded.
			failure = new EngineException("TensorFlow cannot be loaded: " + root(e), e);
			throw failure;
		}
	}

	private static Throwable root(final Throwable failure) {
		Throwable root = failure;
		while (root.getCause() != null) root = root.getCause();
		return root;
	}

	private static URL[] urls(final List<Path> paths) {
		final List<URL> urls = new ArrayList<>();
		for (final Path path : paths) {
			try {
				urls.add(path.toUri().toURL());
			}
			catch (final MalformedURLException e) {
				throw new IllegalStateException(path + " has no URL.", e);
			}
		}
		return urls.toArray(URL[]::new);
	}
}
