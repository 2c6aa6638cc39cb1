package sc.fiji.superres.site;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import sc.fiji.superres.io.WholeFile;

/**
 * Where an update site lies.
 *
 * @param location a folder, its {@code db.xml.gz}, or the address of either, beginning with {@code http:}, {@code https:} or
 *          {@code file:}
 */
record SiteAddress(String location) {

	private static final Duration PATIENCE = Duration.ofMinutes(2);
	private static final int NOT_FOUND = 404;
	private static final int OK = 200;
	/** Fiji's own has less than 2 MB. */
	private static final int MAX_BYTES = 1 << 26;

	/**
	 * Reads the index of the site.
	 *
	 * @return empty if there is none
	 * @throws IOException if that cannot be told, or it is damaged
	 */
	Optional<SiteIndex> index() throws IOException {
		final Optional<byte[]> bytes;
		try {
			bytes = isWeb() ? download(URI.create(file())) : read(path());
		}
		catch (final IOException | IllegalArgumentException e) {
			final String reason = e instanceof IOException io ? WholeFile.reason(io) : e.getMessage() + ".";
			throw new IOException(file() + " cannot be read: " + reason + " Nothing was written.", e);
		}
		return bytes.isEmpty() ? Optional.empty() : Optional.of(IndexReader.read(bytes.get(), file()));
	}

	/** The index of a site that must be there. */
	SiteIndex existingIndex() throws IOException {
		return index().orElseThrow(() -> new IOException("There is no update site at " + location + ": it has no " +
			SiteIndex.FILE + ". Check the address."));
	}

	private boolean isWeb() {
		return location.startsWith("http:") || location.startsWith("https:");
	}

	/** Where its index is. */
	private String file() {
		if (location.endsWith(SiteIndex.FILE)) return location;
		return location + (location.endsWith("/") ? "" : "/") + SiteIndex.FILE;
	}

	private Path path() {
		return location.startsWith("file:") ? Path.of(URI.create(file())) : Path.of(file());
	}

	private static Optional<byte[]> read(final Path file) throws IOException {
		return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
	}

	private static Optional<byte[]> download(final URI file) throws IOException {
		final HttpClient client = HttpClient.newBuilder().followRedirects(Redirect.NORMAL).connectTimeout(PATIENCE).build();
		try {
			final HttpResponse<InputStream> answer = client.send(HttpRequest.newBuilder(file).timeout(PATIENCE).build(), BodyHandlers
				.ofInputStream());
			try (InputStream body = answer.body()) {
				if (answer.statusCode() == NOT_FOUND) return Optional.empty();
				if (answer.statusCode() != OK) throw new IOException("the server answers with HTTP status " + answer.statusCode() + ".");
				final byte[] bytes = body.readNBytes(MAX_BYTES);
				if (bytes.length == MAX_BYTES) throw new IOException("it is larger than " + (MAX_BYTES >> 20) + " MiB.");
				return Optional.of(bytes);
			}
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IOException("it was interrupted.", e);
		}
	}
}
