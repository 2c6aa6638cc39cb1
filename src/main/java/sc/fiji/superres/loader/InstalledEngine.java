package sc.fiji.superres.loader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

import sc.fiji.superres.engine.EngineException;
import sc.fiji.superres.engine.Progress;
import sc.fiji.superres.io.Folders;
import sc.fiji.superres.io.WholeFile;

/**
 * An engine on the disk: the jars with TensorFlow's classes and the one with its native libraries.
 *
 * @param name such as {@code tensorflow-1.1.0-cpu}, after the version of TensorFlow Java
 * @param folder holds the jar with the native libraries
 * @param jars all of them
 * @param shipped whether it came with this software; others were added by the user
 */
public record InstalledEngine(String name, Path folder, List<Path> jars, Platform platform, boolean shipped) {

	/** What an engine is made of: the jars' names begin so, before their versions. */
	private static final List<String> PARTS = List.of("javacpp", "ndarray", "protobuf-java", "tensorflow-core-api",
		"tensorflow-core-native");

	private static final Pattern OF_TENSORFLOW = Pattern.compile("tensorflow-core-(?:api|native)-([0-9][0-9.]*)(?:-.+)?\\.jar");
	private static final String GPU = "-gpu";

	/** The engine that came with this software, as far as it is there. */
	static InstalledEngine shipped(final Path classesFolder, final Path platformFolder, final Platform platform) {
		final List<Path> jars = new ArrayList<>(jars(classesFolder));
		jars.addAll(jars(platformFolder).stream().filter(jar -> isNative(jar, platform)).toList());
		final String version = jars.stream().map(jar -> OF_TENSORFLOW.matcher(jar.getFileName().toString())).filter(Matcher::matches).map(
			match -> match.group(1)).findFirst().orElse("none");
		return new InstalledEngine("tensorflow-" + version + "-cpu", platformFolder, jars, platform, true);
	}

	/** An engine in a folder of its own that bears its name. */
	public static InstalledEngine in(final Path folder, final Platform platform) {
		return new InstalledEngine(folder.getFileName().toString(), folder, jars(folder), platform, false);
	}

	/** The version of TensorFlow Java. */
	String version() {
		return name.replaceFirst("^tensorflow-", "").replaceFirst("-[a-z]+$", "");
	}

	/** Whether it can compute on a GPU. */
	boolean isGpu() {
		return name.endsWith(GPU);
	}

	/**
	 * The jar with the native libraries.
	 *
	 * @throws EngineException if there is none for the platform
	 */
	Path natives() {
		return findNatives().orElseThrow(() -> new EngineException("TensorFlow's libraries for " + platform.natives() +
			" are missing in " + folder + ". " + remedy()));
	}

	/** The jar with NVIDIA's libraries; empty where those of the machine are to be used. */
	public Optional<Path> nvidia() {
		return jars.stream().filter(jar -> NvidiaLibraries.isJar(jar.getFileName().toString())).findFirst();
	}

	/**
	 * Unpacks its native libraries where that has not been done. The first of the folders is that of TensorFlow's own.
	 *
	 * @param notice is told what lies elsewhere than wished
	 * @param progress is told how many bytes are unpacked, and may stop it
	 * @throws EngineException if it is not whole, or no place can be written
	 */
	public List<Path> unpack(final Consumer<String> notice, final Progress progress) {
		final List<Path> places = NativeFolders.places(folder);
		final List<Path> folders = new ArrayList<>(List.of(new NativeLibraries(natives(), places, notice, progress).folder()));
		nvidia().ifPresent(jar -> folders.add(new NativeLibraries(jar, NvidiaLibraries.entries()::contains, places, notice,
			progress).folder()));
		return folders;
	}

	/** Folders with NVIDIA's libraries that it brings along, as far as they are unpacked. */
	List<Path> nvidiaFolders() {
		return nvidia().flatMap(NativeFolders::unpacked).map(NvidiaLibraries::folder).stream().toList();
	}

	/** The jar that NVIDIA's libraries will be unpacked from, by their names; none where they are, or where it has none. */
	Map<String, Path> nvidiaPacked() {
		if (nvidia().isEmpty() || !nvidiaFolders().isEmpty()) return Map.of();
		return NvidiaLibraries.libraries().stream().collect(Collectors.toMap(name -> name, name -> nvidia().get()));
	}

	/** Where its native libraries are unpacked, as far as they are. */
	public List<Path> unpacked() {
		return Stream.concat(findNatives().stream(), nvidia().stream()).flatMap(jar -> NativeFolders.unpacked(jar).stream())
			.toList();
	}

	/** What is wrong with it, for the user; empty if its jars are all there and whole at their ends. */
	public Optional<String> problem() {
		final List<String> missing = PARTS.stream().filter(part -> jars.stream().noneMatch(jar -> jar.getFileName().toString()
			.matches(Pattern.quote(part) + "-[0-9][0-9.]*\\.jar"))).toList();
		if (!missing.isEmpty())
			return Optional.of("TensorFlow is not installed as a whole: " + name + " lacks " + String.join(", ", missing) + ". " +
				remedy());
		if (findNatives().isEmpty())
			return Optional.of("TensorFlow's libraries for " + platform.natives() + " are missing in " + folder + ". " + remedy());
		return jars.stream().filter(jar -> !opens(jar)).findFirst().map(jar -> jar + " is damaged: it is cut off, or no jar. " +
			remedy());
	}

	/** Whether a file is a zip with a directory, which stands at its end. */
	private static boolean opens(final Path jar) {
		try (ZipFile zip = new ZipFile(jar.toFile())) {
			return zip.size() > 0;
		}
		catch (final IOException e) {
			return false;
		}
	}

	/** Bytes of its jars. */
	public long bytes() {
		long bytes = 0;
		try {
			for (final Path jar : jars)
				bytes += Files.size(jar);
		}
		catch (final IOException e) {
			return bytes; // one that vanishes meanwhile takes no space
		}
		return bytes;
	}

	String remedy() {
		return shipped ? "Install Super-Resolution again." : "Install it again by \"TensorFlow Engine...\", or delete its folder " +
			folder + ".";
	}

	private Optional<Path> findNatives() {
		return jars.stream().filter(jar -> isNative(jar, platform)).findFirst();
	}

	private static boolean isNative(final Path jar, final Platform platform) {
		return jar.getFileName().toString().matches("tensorflow-core-native-.*-" + platform.natives() + "(-gpu)?\\.jar");
	}

	private static List<Path> jars(final Path folder) {
		if (!Files.isDirectory(folder)) return List.of();
		try {
			return Folders.list(folder).stream().filter(file -> file.toString().endsWith(".jar")).sorted().toList();
		}
		catch (final IOException e) {
			throw new EngineException("The engine's folder " + folder + " cannot be read: " + WholeFile.reason(e), e);
		}
	}
}
