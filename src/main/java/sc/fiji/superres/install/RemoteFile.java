package sc.fiji.superres.install;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;

import javax.net.ssl.SSLException;

import coursierapi.shaded.coursier.cache.ArtifactError;
import sc.fiji.superres.engine.EngineException;

/** A file of a repository: how long it is, and in the user's words why it cannot be had. */
record RemoteFile(String url, Duration patience) {

	private static final String NO_NETWORK = " Where there is no network, install from a folder.";
	private static final String PROXY = "the proxy (in ImageJ: Edit > Options > Proxy Settings...)";

	/**
	 * Asks for the length and nothing else, which coursier cannot: it learns of a length when it downloads. These are also the
	 * first requests, because Java's own exceptions tell what is wrong, where coursier has only a text.
	 *
	 * @return bytes; 0 if the server does not tell
	 * @throws EngineException if the file cannot be had
	 */
	long length() {
		HttpURLConnection connection = null;
		try {
			connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
			connection.setRequestMethod("HEAD");
			connection.setConnectTimeout((int) patience.toMillis());
			connection.setReadTimeout((int) patience.toMillis());
			final int status = connection.getResponseCode();
			if (status == HttpURLConnection.HTTP_NOT_FOUND) throw new FileNotFoundException(url);
			if (status != HttpURLConnection.HTTP_OK) throw new EngineException(host() + " answers with the HTTP status " + status +
				" to " + url + (status == HttpURLConnection.HTTP_PROXY_AUTH ? ": a proxy wants a name and a password." : ".") +
				" Try again later." + NO_NETWORK);
			if (String.valueOf(connection.getContentType()).startsWith("text/html")) throw webPage();
			return Math.max(0, connection.getContentLengthLong());
		}
		catch (final IOException e) {
			throw failure(e);
		}
		finally {
			if (connection != null) connection.disconnect();
		}
	}

	/** Why the file cannot be had, from what was thrown, or from what caused that. */
	EngineException failure(final Throwable thrown) {
		for (Throwable e = thrown; e != null; e = e.getCause())
			if (e instanceof FileNotFoundException || e instanceof ArtifactError.NotFound)
				return new EngineException(url + " does not exist: there is no such version, or not for this platform.", thrown);
		return new EngineException(reason(thrown) + NO_NETWORK, thrown);
	}

	EngineException webPage() {
		return new EngineException("Instead of " + url + " comes a web page: something between this machine and " + host() +
			" answers, such as a proxy or the login page of a network. Log in there, or set " + PROXY + "." + NO_NETWORK);
	}

	EngineException withoutChecksum() {
		return new EngineException("There is no checksum for " + url.replaceFirst("\\.sha1$", "") + ": " + url +
			" holds none. Nothing is installed that cannot be checked; try again later.");
	}

	EngineException altered() {
		return new EngineException("What comes from " + url + " differs from its checksum: it was damaged or altered on its way, " +
			"and has been thrown away. Try again, in another network if it comes again.");
	}

	EngineException cutOff(final long bytes, final long length) {
		return new EngineException("The download of " + url + " ended after " + bytes + " of " + length + " bytes. Try again.");
	}

	private String reason(final Throwable thrown) {
		for (Throwable e = thrown; e != null; e = e.getCause()) {
			if (e instanceof UnknownHostException) return "The host " + host() + " is unknown: this machine has no network, or needs " +
				PROXY + " to be set.";
			if (e instanceof ConnectException || e instanceof NoRouteToHostException) return host() + " cannot be reached (" + e
				.getMessage() + "): it is down, or a firewall is in the way, or needs " + PROXY + " to be set.";
			if (e instanceof SSLException) return "There is no secure connection to " + host() + " (" + e.getMessage() +
				"): something in between, such as a proxy, may need its certificate in Java (keytool -importcert -cacerts).";
			if (e instanceof SocketTimeoutException) return "Nothing has come from " + host() + " for " + patience
				.toSeconds() + " s. Try again later, and if nothing comes then either, restart ImageJ first.";
		}
		Throwable root = thrown;
		while (root.getCause() != null)
			root = root.getCause();
		return url + " cannot be downloaded (" + String.valueOf(root.getMessage()).strip().replaceAll("\\s+", " ") + ").";
	}

	private String host() {
		final URI uri = URI.create(url);
		return uri.getPort() < 0 ? uri.getHost() : uri.getAuthority();
	}
}
