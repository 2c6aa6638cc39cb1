package sc.fiji.superres.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;

import sc.fiji.superres.engine.Progress;
import sc.fiji.superres.io.Folders;
import sc.fiji.superres.io.WholeFile;

/** An engine that is being downloaded: the jars that are whole and right, and the downloads that are not. */
final class PartialEngine {

	private final Path jars, cache;

	/** @param folder what an earlier attempt has left in it is found again */
	PartialEngine(final Path folder) throws IOException {
		jars = Files.createDirectories(folder.resolve("jars"));
		cache = Files.createDirectories(folder.resolve("downloads"));
	}

	/** The folder of the jars that are right. */
	Path jars() {
		return jars;
	}

	/** The folder that downloads come to. */
	Path cache() {
		return cache;
	}

	boolean holds(final EngineJar jar) {
		return Files.exists(jars.resolve(jar.fileName()));
	}

	/** Bytes that need not be downloaded. */
	long bytes() throws IOException {
		return bytes(jars) + bytes(cache);
	}

	/** Takes in a jar that is right, with the checksum beside it, so that a copy of the engine can be checked elsewhere. */
	void add(final Path jar) throws IOException {
		final Path target = jars.resolve(jar.getFileName());
		Files.move(checksum(jar), checksum(target), StandardCopyOption.REPLACE_EXISTING);
		Files.move(jar, target); // last, as it says that both are there
	}

	/** Takes the jars that are right from an engine that is installed but not whole; they stay there too. */
	void reuse(final Path engine, final Map<EngineJar, Long> lengths, final Progress progress) throws IOException {
		for (final Map.Entry<EngineJar, Long> wanted : lengths.entrySet()) {
			final Path jar = engine.resolve(wanted.getKey().fileName());
			if (holds(wanted.getKey()) || !isRight(jar, wanted.getValue(), progress)) continue;
			final Path target = jars.resolve(jar.getFileName());
			Files.copy(checksum(jar), checksum(target), StandardCopyOption.REPLACE_EXISTING);
			WholeFile.write(target, part -> Files.copy(jar, part));
		}
	}

	private static boolean isRight(final Path jar, final long length, final Progress progress) throws IOException {
		if (!Files.exists(jar) || !Files.exists(checksum(jar)) || Files.size(jar) != length) return false;
		progress.update("Checking " + jar.getFileName(), 0, 0);
		return JarCheck.readSha1(checksum(jar)).equals(Optional.of(JarCheck.sha1(jar, progress)));
	}

	/** The file beside a jar with its checksum, as in Maven repositories. */
	static Path checksum(final Path jar) {
		return jar.resolveSibling(jar.getFileName() + ".sha1");
	}

	/** Bytes of the jars in a folder, the unfinished ones too. */
	static long bytes(final Path folder) throws IOException {
		long bytes = 0;
		for (final Path file : Folders.walk(folder))
			if (Files.isRegularFile(file) && file.toString().matches(".*\\.(jar|part)")) bytes += Files.size(file);
		return bytes;
	}
}
