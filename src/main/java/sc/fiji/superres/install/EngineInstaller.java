package sc.fiji.superres.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;

import sc.fiji.superres.engine.EngineException;
import sc.fiji.superres.engine.Progress;

/**
 * Installs engines into folders of their own, whole or not at all. What has been downloaded when the network fails or the user
 * cancels is kept, and the next attempt goes on there.
 *
 * <pre>
 * EngineRecipe gpu = new EngineRecipe(EngineRecipe.defaultVersion(), Platform.current(), true, false);
 * Path folder = EngineInstaller.mavenCentral().install(gpu, place, progress);
 * </pre>
 */
public final class EngineInstaller {

	/** The repository's URL. */
	static final String CENTRAL = coursierapi.Repository.central().getBase();

	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private final JarRepository repository;

	/** @param patience how long nothing may come from the repository */
	EngineInstaller(final String repository, final Duration patience) {
		this.repository = new JarRepository(repository, patience);
	}

	/**
	 * Installs from coursier's own default, Maven Central.
	 * <p>
	 * It connects as Java does: through the proxy that the properties {@code https.proxyHost} and {@code https.proxyPort} name,
	 * which ImageJ's <i>Edit &gt; Options &gt; Proxy Settings...</i> sets, else through the system's where Java was started with
	 * {@code -Djava.net.useSystemProxies=true}, else directly. Coursier's own mirrors and credentials are not read.
	 */
	public static EngineInstaller mavenCentral() {
		return new EngineInstaller(CENTRAL, PATIENCE);
	}

	/**
	 * Downloads an engine. Jars that are there of it already, of an installation that is not whole or lacks NVIDIA's libraries,
	 * are not downloaded again.
	 *
	 * @param place the folder of engines; made where it is missing
	 * @return the engine's folder in it, which was there before if the engine was
	 * @throws EngineException if it cannot be had, or the place not be written
	 * @throws CancellationException if the user cancels, or the thread is interrupted
	 */
	public Path install(final EngineRecipe recipe, final Path place, final Progress progress) {
		final EnginePlace target = new EnginePlace(place, recipe);
		try {
			return target.make(part -> download(recipe, target, progress), progress);
		}
		catch (final CancellationException e) {
			final CancellationException kept = new CancellationException(e.getMessage() + kept(target));
			kept.initCause(e);
			throw kept;
		}
		catch (final EngineException e) {
			throw new EngineException(e.getMessage() + kept(target), e);
		}
	}

	/**
	 * Installs an engine from a folder, for machines without a network: one that holds its jars, in any depth, such as a copy of
	 * an installed engine or of a Maven repository, or its jars downloaded by hand, which the message names where some are missing.
	 *
	 * @see #install
	 */
	public Path installFrom(final Path folder, final EngineRecipe recipe, final Path place, final Progress progress) {
		final EnginePlace target = new EnginePlace(place, recipe);
		return target.make(part -> {
			final Collection<Path> jars = new JarFolder(folder).find(recipe).values();
			long bytes = 0;
			for (final Path jar : jars)
				bytes += Files.size(jar);
			target.checkSpace(bytes);
			return JarFolder.copy(jars, part.resolve("copy"), progress);
		}, progress);
	}

	private Path download(final EngineRecipe recipe, final EnginePlace target, final Progress progress) throws IOException {
		final Map<EngineJar, Long> lengths = new LinkedHashMap<>();
		for (final EngineJar jar : repository.resolve(recipe, progress))
			lengths.put(jar, repository.length(jar, progress));
		final PartialEngine partial = new PartialEngine(target.part());
		partial.reuse(target.folder(), lengths, progress);
		final long total = lengths.values().stream().mapToLong(Long::longValue).sum();
		target.checkSpace(Math.max(0, total - partial.bytes()));
		long before = 0;
		for (final Map.Entry<EngineJar, Long> jar : lengths.entrySet()) {
			if (!partial.holds(jar.getKey())) partial.add(repository.download(jar.getKey(), partial.cache(), progress, before,
				total));
			before += jar.getValue();
		}
		return partial.jars();
	}

	/** What a failure leaves for the next attempt, if anything. */
	private static String kept(final EnginePlace target) {
		final long bytes = target.keptBytes();
		return bytes == 0 ? "" : " The " + EnginePlace.megabytes(bytes) + " MB that have come are kept in " + target.part() +
			", and the next attempt goes on there.";
	}
}
