package sc.fiji.superres.install;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;

import coursierapi.Artifact;
import coursierapi.CacheLogger;
import coursierapi.shaded.coursier.paths.CachePath;
import sc.fiji.superres.engine.Progress;

/**
 * Hears from coursier how a download goes on, tells the user, and ends it where it is not to go on: what a method here throws
 * ends the download.
 */
final class DownloadLog implements CacheLogger {

	/** The connection ended before the file did; what has come is kept. */
	static final class CutOffException extends RuntimeException {

		private static final long serialVersionUID = 1L;

		/** Of the file. */
		final String url;

		/** Bytes that are there, and those of the file. */
		final long bytes, length;

		private CutOffException(final String url, final long bytes, final long length) {
			this.url = url;
			this.bytes = bytes;
			this.length = length;
		}
	}

	/** A file differs from the checksum that came with it, and has been thrown away. */
	static final class DamagedException extends RuntimeException {

		private static final long serialVersionUID = 1L;

		/** Of the file. */
		final String url;

		private DamagedException(final String url) {
			this.url = url;
		}
	}

	private final Path cache;
	private final Progress progress;
	private final long before, total;
	private final Map<String, Long> lengths = new ConcurrentHashMap<>();
	private volatile boolean resumed, ended;
	private volatile long newsNanos = System.nanoTime();

	/**
	 * @param cache coursier's folder
	 * @param before bytes of the files that are there
	 * @param total bytes of all files; 0 if that is not known
	 */
	DownloadLog(final Path cache, final Progress progress, final long before, final long total) {
		this.cache = cache;
		this.progress = progress;
		this.before = before;
		this.total = total;
	}

	/** Since the last sign of life. */
	Duration silence() {
		return Duration.ofNanos(System.nanoTime() - newsNanos);
	}

	/** Whether the file has come in parts. */
	boolean isResumed() {
		return resumed;
	}

	/** Ends the download with the next bytes that come: a thread that reads from a socket cannot be interrupted. */
	void end() {
		ended = true;
	}

	@Override
	public void downloadLength(final String url, final long length, final long alreadyDownloaded, final boolean watching) {
		lengths.put(url, length);
		resumed |= alreadyDownloaded > 0;
		downloadProgress(url, alreadyDownloaded);
	}

	@Override
	public void downloadProgress(final String url, final long downloaded) {
		newsNanos = System.nanoTime();
		if (ended) throw new CancellationException("Cancelled.");
		final long done = before + downloaded;
		progress.update("Downloading TensorFlow: " + done / 1_000_000 + (total > 0 ? " of " + EnginePlace.megabytes(total) : "") +
			" MB", done, total);
	}

	/**
	 * In Java 17 a connection that was cut off ends as if all had come. Coursier then takes the file for whole, finds that its
	 * checksum is wrong, and begins again: give it back its name of an unfinished file, so that it goes on there.
	 */
	@Override
	public void downloadedArtifact(final String url, final boolean success) {
		if (!success) return;
		try {
			final File file = file(url);
			final long length = file.length();
			final long expected = lengths.getOrDefault(url, 0L);
			if (length >= expected) return;
			Files.move(file.toPath(), CachePath.temporaryFile(file).toPath());
			throw new CutOffException(url, length, expected);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/**
	 * Later versions of Java throw where a connection was cut off, and coursier passes that on, at times only as a part of its
	 * own message.
	 *
	 * @return what was thrown, if it is that: the unfinished file it names
	 */
	Optional<CutOffException> cutOff(final Throwable thrown) {
		final String message = String.valueOf(thrown.getMessage());
		if (!message.contains("Premature EOF")) return Optional.empty();
		return lengths.keySet().stream().filter(message::contains).map(this::unfinished).flatMap(Optional::stream).findFirst();
	}

	private Optional<CutOffException> unfinished(final String url) {
		final File file = CachePath.temporaryFile(file(url));
		final long length = lengths.get(url);
		return file.exists() && file.length() < length ? Optional.of(new CutOffException(url, file.length(), length)) : Optional
			.empty();
	}

	private File file(final String url) {
		try {
			return CachePath.localFile(url, cache.toFile(), null, false);
		}
		catch (final MalformedURLException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Coursier would download it again, up to five times. */
	@Override
	public void removedCorruptFile(final String url, final String reason) {
		throw new DamagedException(url);
	}

	@Override
	public void checkingArtifact(final String url, final Artifact artifact) {
		if (ended) throw new CancellationException("Cancelled.");
	}
}
