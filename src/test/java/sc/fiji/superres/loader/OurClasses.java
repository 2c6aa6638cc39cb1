package sc.fiji.superres.loader;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import sc.fiji.superres.ForkedJvm;

/** Copies of the classes that load and drive the engine. */
final class OurClasses {

	private OurClasses() {}

	/** Copies them to a new folder, or to a new jar if the name ends so. */
	static Path copyTo(final Path target) throws IOException {
		if (!target.toString().endsWith(".jar")) return copy(Files.createDirectories(target));
		try (FileSystem zip = FileSystems.newFileSystem(target, Map.of("create", "true"))) {
			copy(zip.getPath("/"));
		}
		return target;
	}

	private static Path copy(final Path target) throws IOException {
		final Path source = ForkedJvm.source(Engines.class);
		for (final String name : List.of("engine", "io", "loader", "network", "tensorflow")) {
			try (Stream<Path> files = Files.walk(source.resolve("sc/fiji/superres").resolve(name))) {
				for (final Path file : files.filter(Files::isRegularFile).toList()) {
					final Path copy = target.resolve(source.relativize(file).toString());
					Files.createDirectories(copy.getParent());
					Files.copy(file, copy);
				}
			}
		}
		return target;
	}
}
