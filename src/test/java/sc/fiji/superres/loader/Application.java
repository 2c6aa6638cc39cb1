package sc.fiji.superres.loader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import sc.fiji.superres.ForkedJvm;
import sc.fiji.superres.Links;

/** An application folder, as the build lays it out. */
record Application(Path folder) {

	/** The one that the build has made. */
	static Application built() {
		return new Application(Path.of(System.getProperty("superres.app")).toAbsolutePath());
	}

	/** The jars of a flat class path, and the tests' classes. */
	List<Path> classPath() {
		final List<Path> jars = new ArrayList<>(jars(folder.resolve("plugins")));
		jars.addAll(jars(folder.resolve("host")));
		jars.add(ForkedJvm.source(getClass()));
		return jars;
	}

	/** The folder with the engine's classes, for all platforms. */
	Path engineClasses() {
		return folder.resolve("lib").resolve("super-resolution");
	}

	/** The folder with the engine's native libraries for this platform. */
	Path engine() {
		return folder.resolve("lib").resolve(Platform.current().folder()).resolve("super-resolution");
	}

	/** The folder that holds unpacked libraries. */
	Path natives() {
		return engine().resolve(".natives");
	}

	/** The same jars in another folder, without any unpacked library. */
	Application copyTo(final Path copy) throws IOException {
		for (final Path from : List.of(folder.resolve("plugins"), folder.resolve("host"), engineClasses(), engine()))
			for (final Path jar : jars(from))
				Links.copy(jar, copy.resolve(folder.relativize(jar)));
		return new Application(copy);
	}

	static List<Path> jars(final Path folder) {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter(file -> file.toString().endsWith(".jar")).sorted().map(Path::toAbsolutePath).toList();
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
