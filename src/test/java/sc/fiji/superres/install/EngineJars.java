package sc.fiji.superres.install;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/** Jars with the names of an engine's, which hold nothing of it. */
public final class EngineJars {

	private EngineJars() {}

	/** Small ones in a folder, which is made. */
	public static Path write(final EngineRecipe recipe, final Path folder) throws IOException {
		Files.createDirectories(folder);
		for (final EngineJar jar : recipe.jars())
			Files.write(folder.resolve(jar.fileName()), LoopbackRepository.jar(jar.fileName(), 1000));
		return folder;
	}

	/** Such that the one with the native libraries takes a while to copy; it takes no space itself. */
	public static Path writeLarge(final EngineRecipe recipe, final Path folder, final long bytes) throws IOException {
		write(recipe, folder);
		try (RandomAccessFile natives = new RandomAccessFile(folder.resolve(recipe.natives().fileName()).toFile(), "rw")) {
			natives.setLength(bytes);
		}
		return folder;
	}
}
