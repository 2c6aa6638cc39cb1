package sc.fiji.superres.loader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An installation in a folder, with a shipped engine and added ones of empty jars. */
public final class TestEngines {

	private static final List<String> CLASSES = List.of("javacpp-1.5.11", "ndarray-1.0.0", "protobuf-java-3.21.9",
		"tensorflow-core-api-1.1.0", "tensorflow-core-native-1.1.0");
	private static final String NATIVES = "tensorflow-core-native-1.1.0-" + Platform.current().natives();

	private TestEngines() {}

	/** With the shipped one alone. */
	public static EngineFolders in(final Path folder) throws IOException {
		final Path platform = folder.resolve("lib/here/super-resolution");
		final EngineFolders folders = new EngineFolders(folder.resolve("lib/super-resolution"), platform, Platform.current(), List.of(
			place(folder)));
		write(folder.resolve("lib/super-resolution"), CLASSES);
		write(platform, List.of(NATIVES));
		return folders;
	}

	/** The folder of added engines. */
	public static Path place(final Path folder) {
		return folder.resolve("engines");
	}

	/** Adds one. */
	public static Path add(final Path folder, final String name) throws IOException {
		final Path engine = place(folder).resolve(name);
		write(engine, CLASSES);
		write(engine, List.of(name.endsWith("gpu") ? NATIVES + "-gpu" : NATIVES));
		return engine;
	}

	/** Remembers that one has crashed. */
	public static void crash(final EngineFolders folders, final String name) {
		folders.crashes().remember(name);
	}

	private static void write(final Path place, final List<String> jars) throws IOException {
		Files.createDirectories(place);
		for (final String jar : jars)
			NativeJar.almostEmpty(place.resolve(jar + ".jar"));
	}
}
