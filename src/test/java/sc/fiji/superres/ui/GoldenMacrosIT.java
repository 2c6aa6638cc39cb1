package sc.fiji.superres.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import sc.fiji.superres.Golden;

/** Macros of released versions still run, and come to the same. */
class GoldenMacrosIT {

	@TempDir
	private Path folder;

	static List<Path> versions() throws IOException {
		return Golden.versions();
	}

	private static List<Path> macros(final Path version) throws IOException {
		return Golden.list(version.resolve("macros")).stream().filter(file -> file.toString().endsWith(".ijm")).toList();
	}

	@ParameterizedTest
	@MethodSource("versions")
	void inPlainImageJ(final Path version) throws IOException, InterruptedException {
		final Path work = Files.createDirectory(folder.resolve("a folder to work in"));
		Golden.copy(version.resolve("models"), work.resolve("models"));
		final List<Path> arguments = new ArrayList<>(List.of(work));
		arguments.addAll(macros(version));
		try (PlayedImageJ imagej = new PlayedImageJ(folder, ImageJGolden.class)) {
			imagej.play(imagej.jvm(folder).environment("SUPERRES_CACHE", PlainImageJMacros.natives()), ImageJGolden.class, "golden",
				arguments);
		}
		for (final Path macro : macros(version)) {
			final String facts = macro.getFileName().toString().replace(".ijm", ".txt");
			Golden.assertLines(Files.readAllLines(macro.resolveSibling(facts)), Files.readAllLines(work.resolve(facts)), facts);
		}
	}
}
