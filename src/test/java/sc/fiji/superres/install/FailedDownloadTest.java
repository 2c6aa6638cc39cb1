package sc.fiji.superres.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.superres.Mount;
import sc.fiji.superres.engine.EngineException;
import sc.fiji.superres.engine.Progress;
import sc.fiji.superres.loader.Platform;

/** What goes wrong with a download is said in plain words and leaves nothing but what the next attempt needs. */
class FailedDownloadTest {

	private static final EngineRecipe CPU = TestRecipes.cpu(Platform.LINUX_X86_64);
	private static final String POM = CPU.roots().get(0).pomPath(), NATIVES = CPU.natives().path();
	private static final String OFFLINE = "Where there is no network, install from a folder.";

	@TempDir
	Path place;

	private LoopbackRepository repository;

	@BeforeEach
	void start() throws IOException {
		repository = new LoopbackRepository();
	}

	@AfterEach
	void stop() {
		repository.close();
	}

	private Path install(final Progress progress) {
		return new EngineInstaller(repository.url(), Duration.ofSeconds(20)).install(CPU, place, progress);
	}

	private String failure() {
		return assertThrows(EngineException.class, () -> install(Progress.NONE)).getMessage();
	}

	private static void assertSays(final String message, final String... parts) {
		for (final String part : parts)
			assertTrue(message.contains(part), message);
		assertFalse(message.contains("coursier") || message.contains("Exception") || message.contains("Caught"), message);
	}

	private void assertNothingIsLeft() throws IOException {
		try (Stream<Path> files = Files.list(place)) {
			assertEquals(List.of(place.resolve(CPU.name() + ".lock")), files.toList());
		}
	}

	/** Kept, said so, and of use: the next attempt asks for what is missing of it. */
	private void assertGoesOn(final String message) throws IOException {
		assertSays(message, " MB that have come are kept in " + place.resolve(CPU.name() + ".part") + ", and the next attempt goes " +
			"on there.");
		assertFalse(Files.exists(place.resolve(CPU.name())));
		repository.repair();
		repository.forgetRequests();
		install(Progress.NONE);
		final List<String> downloads = repository.downloads(NATIVES);
		assertEquals(1, downloads.size(), downloads.toString());
		assertTrue(downloads.get(0).matches("GET \\S+ bytes=[1-9]\\d*-"), downloads.toString());
		assertInstalled();
	}

	private void assertInstalled() throws IOException {
		assertEquals(-1, Files.mismatch(place.resolve(CPU.name()).resolve(CPU.natives().fileName()), Files.write(place.resolve(
			"expected"), repository.content(CPU.natives()))));
		Files.delete(place.resolve("expected"));
		try (Stream<Path> files = Files.list(place)) {
			assertEquals(2, files.count());
		}
	}

	@Test
	void unknownHost() throws IOException {
		final String message = assertThrows(EngineException.class, () -> new EngineInstaller("http://repository.invalid/maven2",
			Duration.ofSeconds(20)).install(CPU, place, Progress.NONE)).getMessage();
		assertSays(message, "The host repository.invalid is unknown", "no network", OFFLINE);
		assertNothingIsLeft();
	}

	@Test
	void refusedConnection() throws IOException {
		final int port = repository.port();
		repository.close();
		assertSays(failure(), "127.0.0.1:" + port + " cannot be reached", OFFLINE);
		assertNothingIsLeft();
	}

	@Test
	void aWebPageInThePlaceOfEverything() throws IOException {
		repository.answerAll(LoopbackRepository.webPage("text/html"));
		assertSays(failure(), "comes a web page", "proxy", OFFLINE);
		assertNothingIsLeft();
	}

	@Test
	void aProxyThatWantsAPassword() throws IOException {
		repository.answerAll((exchange, content) -> exchange.sendResponseHeaders(407, -1));
		assertSays(failure(), "HTTP status 407", "a proxy wants a name and a password", OFFLINE);
		assertNothingIsLeft();
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/html", "text/html;charset=utf-8", "application/octet-stream" })
	void aWebPageInThePlaceOfTheDescription(final String type) throws IOException {
		repository.answer(POM, LoopbackRepository.webPage(type));
		assertSays(failure(), "Instead of " + repository.url() + "/" + POM + " comes a web page", "proxy", OFFLINE);
		assertNothingIsLeft();
	}

	@Test
	void aWebPageInThePlaceOfAJar() throws IOException {
		repository.answer(NATIVES, LoopbackRepository.webPage("text/html"));
		final String message = failure();
		assertSays(message, "Instead of " + repository.url() + "/" + NATIVES + " comes a web page", "proxy");
		repository.repair();
		install(Progress.NONE);
		assertInstalled();
	}

	@Test
	void aWebPageInThePlaceOfAChecksum() throws IOException {
		repository.answer(NATIVES + ".sha1", LoopbackRepository.webPage("text/plain"));
		assertSays(failure(), "Instead of " + repository.url() + "/" + NATIVES + ".sha1 comes a web page", "proxy");
		assertEquals(List.of(), repository.downloads(NATIVES));
		repository.repair();
		install(Progress.NONE);
		assertInstalled();
	}

	@Test
	void aRepositoryWithoutChecksums() {
		repository.remove(NATIVES + ".sha1");
		assertSays(failure(), "There is no checksum for " + repository.url() + "/" + NATIVES, "Nothing is installed that cannot be " +
			"checked");
		assertEquals(List.of(), repository.downloads(NATIVES));
	}

	@Test
	void aChecksumThatIsNone() {
		repository.replace(NATIVES + ".sha1", "soon".getBytes(StandardCharsets.US_ASCII));
		assertSays(failure(), "There is no checksum for " + repository.url() + "/" + NATIVES);
	}

	@Test
	void aVersionThatDoesNotExist() throws IOException {
		final EngineRecipe recipe = new EngineRecipe("9.9", Platform.LINUX_X86_64, false, false);
		final String message = assertThrows(EngineException.class, () -> new EngineInstaller(repository.url(), Duration.ofSeconds(
			20)).install(recipe, place, Progress.NONE)).getMessage();
		assertSays(message, "tensorflow-core-api-9.9.pom does not exist", "no such version");
		try (Stream<Path> files = Files.list(place)) {
			assertEquals(List.of(place.resolve("tensorflow-9.9-cpu.lock")), files.toList());
		}
	}

	@Test
	void aPlatformThatDoesNotExist() throws IOException {
		repository.remove(NATIVES);
		assertSays(failure(), NATIVES + " does not exist", "not for this platform");
		assertNothingIsLeft();
	}

	@Test
	void aDescriptionThatIsMissing() throws IOException {
		final EngineJar library = CPU.jars().get(5);
		repository.remove(library.pomPath());
		assertSays(failure(), library.artifact(), OFFLINE);
		assertNothingIsLeft();
	}

	@Test
	void aDescriptionThatIsAltered() throws IOException {
		final String path = CPU.jars().get(5).pomPath();
		repository.replace(path, "<project/>".getBytes(StandardCharsets.US_ASCII));
		assertSays(failure(), "What comes from " + repository.url() + "/" + path + " differs from its checksum");
		assertNothingIsLeft();
	}

	@Test
	void aDescriptionThatIsCut() throws IOException {
		final String path = CPU.jars().get(5).pomPath();
		repository.answer(path, LoopbackRepository.cutAfter(10));
		assertSays(failure(), "The download of " + repository.url() + "/" + path + " ended after 10 of ");
		assertNothingIsLeft();
	}

	@Test
	void aChecksumThatIsCut() throws IOException {
		repository.answer(NATIVES + ".sha1", LoopbackRepository.cutAfter(39));
		assertSays(failure(), "The download of " + repository.url() + "/" + NATIVES + ".sha1 ended after 39 of 40 bytes");
		repository.repair();
		install(Progress.NONE);
		assertInstalled();
	}

	@Test
	void aServerThatFails() throws IOException {
		repository.answer(POM, (exchange, content) -> exchange.sendResponseHeaders(503, -1));
		assertSays(failure(), "503", OFFLINE);
		assertNothingIsLeft();
	}

	@Test
	void anAlteredDownloadIsThrownAway() throws IOException {
		repository.answer(NATIVES, (exchange, content) -> {
			final byte[] altered = LoopbackRepository.altered(content);
			exchange.sendResponseHeaders(200, altered.length);
			exchange.getResponseBody().write(altered);
		});
		assertSays(failure(), "What comes from " + repository.url() + "/" + NATIVES + " differs from its checksum", "thrown away");
		assertEquals(1, repository.downloads(NATIVES).size());
		repository.repair();
		repository.forgetRequests();
		install(Progress.NONE);
		assertEquals(List.of("GET " + NATIVES + " "), repository.downloads(NATIVES));
		assertInstalled();
	}

	@Test
	void anAlteredDownloadWithItsChecksumInTheHeaderIsThrownAwayToo() {
		repository.answer(NATIVES, (exchange, content) -> {
			final byte[] altered = LoopbackRepository.altered(content);
			exchange.getResponseHeaders().set("X-Checksum-SHA1", LoopbackRepository.sha1(content));
			exchange.sendResponseHeaders(200, altered.length);
			exchange.getResponseBody().write(altered);
		});
		assertSays(failure(), "differs from its checksum");
		assertEquals(1, repository.downloads(NATIVES).size());
	}

	@Test
	void aConnectionThatEndsEarlyIsTakenUpWhereItEnded() throws IOException {
		repository.answer(NATIVES, LoopbackRepository.cutAfter(1_300_000));
		install(Progress.NONE);
		assertInstalled();
		assertEquals(List.of("GET " + NATIVES + " ", "GET " + NATIVES + " bytes=1300000-", "GET " + NATIVES + " bytes=2600000-"),
			repository.downloads(NATIVES));
	}

	@Test
	void aTruncatedDownload() throws IOException {
		repository.answer(NATIVES, (exchange, content) -> LoopbackRepository.cutAfter(LoopbackRepository.from(exchange) == 0
			? 1_300_000 : 0).to(exchange, content));
		final String message = failure();
		assertSays(message, "ended after 1300000 of " + repository.content(CPU.natives()).length + " bytes");
		assertGoesOn(message);
	}

	@Test
	void aServerThatCannotGoOnSendsAllAgain() throws IOException {
		final AtomicBoolean first = new AtomicBoolean(true);
		repository.answer(NATIVES, (exchange, content) -> (first.getAndSet(false) ? LoopbackRepository.cutAfter(1_300_000)
			: LoopbackRepository.fromTheBeginning()).to(exchange, content));
		install(Progress.NONE);
		assertInstalled();
	}

	@Test
	void cancelling() throws IOException {
		final Stop stop = new Stop();
		repository.answer(NATIVES, stopsHalfWay(stop));
		final Progress progress = new Progress() {

			@Override
			public void update(final String task, final long done, final long total) {}

			@Override
			public boolean isCancelled() {
				return stop.arrived.getCount() == 0;
			}
		};
		final String message = assertThrows(CancellationException.class, () -> install(progress)).getMessage();
		assertSays(message, "Cancelled.");
		stop.go();
		assertGoesOn(message);
	}

	@Test
	void anInterrupt() throws IOException {
		final Stop stop = new Stop();
		repository.answer(NATIVES, stopsHalfWay(stop));
		final Thread thread = Thread.currentThread();
		final Thread interrupter = new Thread(() -> {
			try {
				stop.arrived.await();
				thread.interrupt();
			}
			catch (final InterruptedException e) {
				throw new AssertionError(e);
			}
		});
		interrupter.start();
		final String message = assertThrows(CancellationException.class, () -> install(Progress.NONE)).getMessage();
		assertTrue(Thread.interrupted());
		stop.go();
		assertGoesOn(message);
	}

	@Test
	void aConnectionThatFallsSilent() throws IOException {
		final Stop stop = new Stop();
		repository.answer(NATIVES, stopsHalfWay(stop));
		final String message = assertThrows(EngineException.class, () -> new EngineInstaller(repository.url(), Duration.ofSeconds(
			2)).install(CPU, place, Progress.NONE)).getMessage();
		assertSays(message, "Nothing has come from 127.0.0.1:" + repository.port() + " for 2 s", OFFLINE);
		stop.go();
		assertGoesOn(message);
	}

	/** What is sent need not be written yet on a busy machine. */
	private void awaitBytes() throws IOException {
		for (long bytes = 0; bytes == 0;)
			try (Stream<Path> files = Files.walk(place)) {
				bytes = files.filter(file -> file.getFileName().toString().endsWith(CPU.natives().fileName() + ".part")).mapToLong(
					file -> file.toFile().length()).max().orElse(0);
			}
			catch (final UncheckedIOException e) {
				bytes = 0; // a file vanished meanwhile
			}
	}

	private LoopbackRepository.Answer stopsHalfWay(final Stop stop) {
		return (exchange, content) -> {
			exchange.sendResponseHeaders(200, content.length);
			exchange.getResponseBody().write(content, 0, content.length / 2);
			exchange.getResponseBody().flush();
			awaitBytes();
			stop.arrived.countDown();
			stop.await();
			exchange.close();
		};
	}

	@Test
	void aServerThatNeverAnswers() throws IOException {
		try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
			final String message = assertThrows(EngineException.class, () -> new EngineInstaller("http://127.0.0.1:" + silent
				.getLocalPort(), Duration.ofMillis(300)).install(CPU, place, Progress.NONE)).getMessage();
			assertSays(message, "Nothing has come from 127.0.0.1:" + silent.getLocalPort());
		}
	}

	@Test
	void aReadOnlyPlace() {
		try (Mount readOnly = Mount.readOnly(place)) {
			assertSays(failure(), "The engine cannot be installed into " + place.resolve(CPU.name()), "Read-only file system",
				"another folder");
		}
		assertEquals(List.of(), repository.requests());
	}

	@Test
	void aDiskThatIsTooSmall() throws IOException {
		try (Mount disk = Mount.disk(place, 50_000)) {
			assertSays(failure(), "The engine needs 687 MB on the disk of " + place + " (4 MB, and 683 MB unpacked), but only ",
				" MB are free");
			assertNothingIsLeft();
		}
		assertEquals(List.of(), repository.downloads(NATIVES));
	}

	/** As if others had filled it meanwhile. */
	@Test
	void aDiskThatGetsFull() {
		try (Mount disk = Mount.disk(place, 2_000)) {
			final JarRepository jars = new JarRepository(repository.url(), Duration.ofSeconds(20));
			final EnginePlace target = new EnginePlace(place, CPU);
			final String message = assertThrows(EngineException.class, () -> target.make(part -> jars.download(CPU.natives(), part,
				Progress.NONE, 0, 0), Progress.NONE)).getMessage();
			assertSays(message, "The engine cannot be installed into " + place.resolve(CPU.name()), "the disk is full");
		}
	}
}
