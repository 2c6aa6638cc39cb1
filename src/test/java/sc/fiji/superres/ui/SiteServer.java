package sc.fiji.superres.ui;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Serves a folder to this machine, as the server of an update site does. */
final class SiteServer implements AutoCloseable {

	private final Path folder;
	private final HttpServer server;

	SiteServer(final Path folder) throws IOException {
		this.folder = folder;
		server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/", this::answer);
		server.start();
	}

	String address() {
		return "http://localhost:" + server.getAddress().getPort() + "/";
	}

	private void answer(final HttpExchange exchange) throws IOException {
		final Path file = folder.resolve(exchange.getRequestURI().getPath().substring(1));
		if (Files.isRegularFile(file)) {
			exchange.sendResponseHeaders(200, Files.size(file));
			try (OutputStream out = exchange.getResponseBody()) {
				Files.copy(file, out);
			}
		}
		else exchange.sendResponseHeaders(404, -1);
		exchange.close();
	}

	@Override
	public void close() {
		server.stop(0);
	}
}
