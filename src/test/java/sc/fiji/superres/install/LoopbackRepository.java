package sc.fiji.superres.install;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import sc.fiji.superres.loader.Platform;

/** A Maven repository of this process, with small jars in the place of TensorFlow's; can be made to answer wrongly. */
final class LoopbackRepository implements AutoCloseable {

	/** Answers a GET in its own way. */
	interface Answer {

		void to(HttpExchange exchange, byte[] content) throws IOException;
	}

	static final String WEB_PAGE = "<!DOCTYPE html>\n<html><body>Please log in.</body></html>";
	static final int NATIVE_BYTES = 3_000_000;

	private final HttpServer server;
	private final Map<String, byte[]> files = new ConcurrentHashMap<>();
	private final Map<String, Answer> answers = new ConcurrentHashMap<>();
	private volatile Answer forAll;
	private final List<String> requests = Collections.synchronizedList(new ArrayList<>());

	LoopbackRepository() throws IOException {
		server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/", this::answer);
		server.setExecutor(Executors.newCachedThreadPool(work -> {
			final Thread thread = new Thread(work);
			thread.setDaemon(true);
			return thread;
		}));
		server.start();
		final EngineRecipe recipe = TestRecipes.cpu(Platform.LINUX_X86_64);
		final List<EngineJar> jars = recipe.jars();
		for (final EngineJar jar : jars)
			add(jar, jar.equals(recipe.natives()) ? NATIVE_BYTES : 100);
		for (final EngineJar jar : TestRecipes.gpu(Platform.LINUX_X86_64, true).roots())
			if (!jars.contains(jar)) add(jar, 200);
		final EngineJar api = find(jars, "tensorflow-core-api"), natives = find(jars, "tensorflow-core-native");
		for (final EngineJar jar : jars)
			addPom(jar, List.of());
		addPom(api, List.of(find(jars, "ndarray"), natives));
		addPom(natives, List.of(find(jars, "javacpp"), find(jars, "protobuf-java")));
		addPom(TestRecipes.gpu(Platform.LINUX_X86_64, true).roots().get(2), List.of(new EngineJar("org.nowhere", "unwanted", "1")));
	}

	private static EngineJar find(final List<EngineJar> jars, final String artifact) {
		return jars.stream().filter(jar -> jar.artifact().equals(artifact) && jar.classifier().isEmpty()).findFirst().orElseThrow();
	}

	String url() {
		return "http://127.0.0.1:" + server.getAddress().getPort() + "/maven2";
	}

	int port() {
		return server.getAddress().getPort();
	}

	byte[] content(final EngineJar jar) {
		return files.get(jar.path());
	}

	/** Answers requests for a path in this way, from now on. */
	void answer(final String path, final Answer answer) {
		answers.put(path, answer);
	}

	/** Answers all requests in this way, from now on, HEAD too. */
	void answerAll(final Answer answer) {
		forAll = answer;
	}

	/** Answers as usual again. */
	void repair() {
		forAll = null;
		answers.clear();
	}

	void remove(final String path) {
		files.remove(path);
	}

	/** Replaces a file, but not its checksum. */
	void replace(final String path, final byte[] content) {
		files.put(path, content);
	}

	/** What was asked for so far: method, path and range, such as {@code GET org/a.jar bytes=3-}. */
	List<String> requests() {
		return List.copyOf(requests);
	}

	/** The downloads of a path. */
	List<String> downloads(final String path) {
		return requests().stream().filter(request -> request.startsWith("GET " + path + " ")).toList();
	}

	void forgetRequests() {
		requests.clear();
	}

	/** Sends a web page with the status 200, as proxies do. */
	static Answer webPage(final String type) {
		return (exchange, content) -> {
			exchange.getResponseHeaders().set("Content-Type", type);
			send(exchange, 200, WEB_PAGE.getBytes(StandardCharsets.UTF_8));
		};
	}

	/** Promises all that was asked for, sends so many bytes, and ends. */
	static Answer cutAfter(final int bytes) {
		return (exchange, content) -> {
			final int from = from(exchange);
			if (from > 0) exchange.getResponseHeaders().set("Content-Range", "bytes " + from + "-" + (content.length - 1) + "/" +
				content.length);
			exchange.sendResponseHeaders(from > 0 ? 206 : 200, content.length - from);
			exchange.getResponseBody().write(content, from, Math.min(bytes, content.length - from));
			exchange.getResponseBody().flush();
			exchange.close();
		};
	}

	/** Sends from the beginning, whatever is asked for. */
	static Answer fromTheBeginning() {
		return (exchange, content) -> send(exchange, 200, content);
	}

	/** Where a download is to go on. */
	static int from(final HttpExchange exchange) {
		final String range = exchange.getRequestHeaders().getFirst("Range");
		return range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
	}

	private void answer(final HttpExchange exchange) throws IOException {
		final String path = exchange.getRequestURI().getPath().replaceFirst("^/maven2/", "");
		final String range = exchange.getRequestHeaders().getFirst("Range");
		requests.add(exchange.getRequestMethod() + " " + path + " " + (range == null ? "" : range));
		final byte[] content = files.get(path);
		final Answer answer = answers.get(path);
		final boolean get = exchange.getRequestMethod().equals("GET");
		if (forAll != null) forAll.to(exchange, content);
		else if (answer != null && get) answer.to(exchange, content);
		else if (content == null) exchange.sendResponseHeaders(404, -1);
		else if (!get) {
			exchange.getResponseHeaders().set("Content-Length", String.valueOf(content.length));
			exchange.sendResponseHeaders(200, -1);
		}
		else if (range != null) cutAfter(content.length).to(exchange, content);
		else send(exchange, 200, content);
		exchange.close();
	}

	private static void send(final HttpExchange exchange, final int status, final byte[] content) throws IOException {
		if (exchange.getRequestMethod().equals("HEAD")) {
			exchange.sendResponseHeaders(status, -1);
			return;
		}
		exchange.sendResponseHeaders(status, content.length);
		try (OutputStream out = exchange.getResponseBody()) {
			out.write(content);
		}
	}

	private void add(final EngineJar jar, final int bytes) {
		addWithChecksum(jar.path(), jar(jar.fileName(), bytes));
	}

	private void addPom(final EngineJar jar, final List<EngineJar> dependencies) {
		final StringBuilder pom = new StringBuilder("<?xml version=\"1.0\"?>\n<project>\n<modelVersion>4.0.0</modelVersion>\n")
			.append(coordinates(jar)).append("<dependencies>\n");
		for (final EngineJar dependency : dependencies)
			pom.append("<dependency>\n").append(coordinates(dependency)).append("</dependency>\n");
		addWithChecksum(jar.pomPath(), pom.append("</dependencies>\n</project>\n").toString().getBytes(StandardCharsets.UTF_8));
	}

	private static String coordinates(final EngineJar jar) {
		final StringBuilder text = new StringBuilder();
		new TreeMap<>(Map.of("groupId", jar.group(), "artifactId", jar.artifact(), "version", jar.version())).forEach((name,
			value) -> text.append('<').append(name).append('>').append(value).append("</").append(name).append(">\n"));
		return text.toString();
	}

	private void addWithChecksum(final String path, final byte[] content) {
		files.put(path, content);
		files.put(path + ".sha1", sha1(content).getBytes(StandardCharsets.US_ASCII));
	}

	static String sha1(final byte[] content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(content));
		}
		catch (final NoSuchAlgorithmException e) {
			throw new AssertionError(e);
		}
	}

	/** A jar with one entry of random bytes. */
	static byte[] jar(final String name, final int bytes) {
		final byte[] content = new byte[bytes];
		new Random(name.hashCode()).nextBytes(content);
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(out)) {
			zip.putNextEntry(new ZipEntry("content/" + name));
			zip.write(content);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
		return out.toByteArray();
	}

	/** The same bytes, but one in the middle. */
	static byte[] altered(final byte[] content) {
		final byte[] altered = Arrays.copyOf(content, content.length);
		altered[content.length / 2] ^= 1;
		return altered;
	}

	@Override
	public void close() {
		server.stop(0);
	}
}
