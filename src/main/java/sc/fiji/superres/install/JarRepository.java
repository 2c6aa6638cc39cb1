package sc.fiji.superres.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import coursierapi.Artifact;
import coursierapi.Dependency;
import coursierapi.Fetch;
import coursierapi.MavenRepository;
import coursierapi.shaded.coursier.cache.ArtifactError;
import sc.fiji.superres.engine.EngineException;
import sc.fiji.superres.engine.Progress;
import sc.fiji.superres.io.TemporaryFile;
import sc.fiji.superres.io.WholeFile;
import sc.fiji.superres.loader.NvidiaLibraries;

/**
 * A Maven repository, read by coursier. The checksums come from the same server, so they tell damage; against forgery there is
 * the encrypted connection.
 */
final class JarRepository {

	/** So often a connection may end before its file. */
	private static final int MAX_CUTS = 20;

	/** A write that fails where less is free failed because of that: coursier writes in pieces of at most so many bytes. */
	private static final int FULL_BYTES = 1 << 20;

	private final String base;
	private final Duration patience;

	/**
	 * @param base the repository's URL
	 * @param patience how long nothing may come
	 */
	JarRepository(final String base, final Duration patience) {
		this.base = base;
		this.patience = patience;
	}

	/**
	 * All jars of an engine, as the descriptions in the repository name them.
	 *
	 * @throws EngineException if there is none of this version, or the repository cannot be read
	 */
	List<EngineJar> resolve(final EngineRecipe recipe, final Progress progress) throws IOException {
		progress.update("Asking what TensorFlow Java " + recipe.version() + " is made of", 0, 0);
		final RemoteFile description = remote(recipe.roots().get(0).pomPath());
		final Path folder = TemporaryFile.createFolder();
		try (CoursierRun run = run(folder, progress.silent(), 0, 0)) {
			run.get(cache -> description.length());
			final Path file = run.get(cache -> cache.get(Artifact.of(description.url())).toPath());
			if (JarCheck.isWebPage(file)) throw description.webPage();
			final Fetch fetch = Fetch.create().withRepositories(MavenRepository.of(base)).withArtifactTypes(Set.of("none"));
			for (final EngineJar root : recipe.roots())
				fetch.addDependencies(Dependency.of(root.group(), root.artifact(), root.version()).withClassifier(root.classifier())
					.withTransitive(!NvidiaLibraries.isJar(root.fileName())));
			return run.get(cache -> fetch.withCache(cache).fetchResult()).getDependencies().stream().map(found -> new EngineJar(found
				.getModule().getOrganization(), found.getModule().getName(), found.getVersion(), found.getClassifier())).toList();
		}
		catch (final CoursierRun.Failure e) {
			throw description.failure(e.getCause());
		}
		catch (final DownloadLog.DamagedException e) {
			throw new RemoteFile(e.url, patience).altered();
		}
		catch (final DownloadLog.CutOffException e) {
			throw new RemoteFile(e.url, patience).cutOff(e.bytes, e.length);
		}
		finally {
			WholeFile.delete(folder);
		}
	}

	/**
	 * The length of a jar.
	 *
	 * @return bytes; 0 if the server does not tell
	 * @throws EngineException if it cannot be had
	 */
	long length(final EngineJar jar, final Progress progress) {
		final RemoteFile remote = remote(jar.path());
		try (CoursierRun run = run(Path.of(""), progress, 0, 0)) {
			return run.get(cache -> remote.length());
		}
		catch (final CoursierRun.Failure e) {
			throw remote.failure(e.getCause());
		}
	}

	/**
	 * Downloads a jar, or goes on with what is there of it, and compares it with its checksum.
	 *
	 * @param cache folder for it; what is in it may be of an earlier attempt
	 * @param before bytes that are there of other jars, and {@code total} of all, for the progress
	 * @return the jar; its checksum lies beside it
	 * @throws EngineException if it cannot be had
	 */
	Path download(final EngineJar jar, final Path cache, final Progress progress, final long before, final long total)
		throws IOException
	{
		final String checksum = checksum(jar, cache, progress);
		final RemoteFile remote = remote(jar.path());
		long there = 0;
		boolean again = false;
		for (int cuts = 0; true;) {
			try (CoursierRun run = run(cache, progress, before, total)) {
				final Optional<Path> file = whole(run, remote, checksum, progress);
				if (file.isPresent()) return file.get();
				if (again || !run.isResumed()) throw remote.altered();
				again = true; // a server that cannot go on sends the file from its beginning
				there = 0;
			}
			catch (final DownloadLog.CutOffException e) {
				if (e.bytes <= there || ++cuts > MAX_CUTS) throw remote.cutOff(e.bytes, e.length);
				there = e.bytes;
			}
			catch (final CoursierRun.Failure e) {
				if (Files.getFileStore(cache).getUsableSpace() < FULL_BYTES) throw new IOException("the disk is full", e);
				throw remote.failure(e.getCause());
			}
		}
	}

	/** The jar, if it has the checksum; else it is thrown away. */
	private static Optional<Path> whole(final CoursierRun run, final RemoteFile remote, final String checksum,
		final Progress progress) throws IOException, CoursierRun.Failure
	{
		final Path file;
		try {
			file = run.get(cache -> cache.get(Artifact.of(remote.url())).toPath());
		}
		catch (final DownloadLog.DamagedException e) {
			return Optional.empty(); // coursier has thrown it away
		}
		if (JarCheck.sha1(file, progress).equals(checksum)) return Optional.of(file);
		final boolean page = JarCheck.isWebPage(file);
		Files.delete(file);
		if (page) throw remote.webPage();
		return Optional.empty();
	}

	private String checksum(final EngineJar jar, final Path folder, final Progress progress) throws IOException {
		final RemoteFile remote = remote(jar.path() + ".sha1");
		try (CoursierRun run = run(folder, progress.silent(), 0, 0)) {
			final Path file = run.get(cache -> cache.get(Artifact.of(remote.url())).toPath());
			final Optional<String> checksum = JarCheck.readSha1(file);
			if (checksum.isPresent()) return checksum.get();
			final boolean page = JarCheck.isWebPage(file);
			Files.delete(file);
			throw page ? remote.webPage() : remote.withoutChecksum();
		}
		catch (final CoursierRun.Failure e) {
			if (e.getCause() instanceof ArtifactError.NotFound) throw remote.withoutChecksum();
			throw remote.failure(e.getCause());
		}
		catch (final DownloadLog.CutOffException e) {
			throw remote.cutOff(e.bytes, e.length);
		}
	}

	private CoursierRun run(final Path cache, final Progress progress, final long before, final long total) {
		return new CoursierRun(cache, new DownloadLog(cache, progress, before, total), progress, patience);
	}

	private RemoteFile remote(final String path) {
		return new RemoteFile(base + "/" + path, patience);
	}
}
