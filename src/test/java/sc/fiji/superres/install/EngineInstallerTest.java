package sc.fiji.superres.install;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.superres.engine.Progress;
import sc.fiji.superres.loader.Platform;

class EngineInstallerTest {

	private static final EngineRecipe CPU = TestRecipes.cpu(Platform.LINUX_X86_64);
	private static final String NATIVES = CPU.natives().path();

	@TempDir
	Path folder;

	private LoopbackRepository repository;
	private EngineInstaller installer;
	private Path place;

	@BeforeEach
	void start() throws IOException {
		repository = new LoopbackRepository();
		installer = new EngineInstaller(repository.url(), Duration.ofSeconds(20));
		place = folder.resolve("new").resolve(".installed");
	}

	@AfterEach
	void stop() {
		repository.close();
	}

	private Path install() {
		return installer.install(CPU, place, Progress.NONE);
	}

	private List<String> names(final Path in) throws IOException {
		try (Stream<Path> files = Files.list(in)) {
			return files.map(file -> file.getFileName().toString()).sorted().toList();
		}
	}

	private void assertInstalled(final EngineRecipe recipe) throws IOException {
		final Path engine = place.resolve(recipe.name());
		final List<String> expected = recipe.jars().stream().flatMap(jar -> Stream.of(jar.fileName(), jar.fileName() + ".sha1"))
			.sorted().toList();
		assertEquals(expected, names(engine));
		for (final EngineJar jar : recipe.jars())
			assertArrayEquals(repository.content(jar), Files.readAllBytes(engine.resolve(jar.fileName())), jar.fileName());
		assertEquals(List.of(recipe.name(), recipe.name() + ".lock"), names(place));
	}

	@Test
	void anEngineBecomesAFolderWithAllItsJars() throws IOException {
		assertEquals(place.resolve("tensorflow-1.1.0-cpu"), install());
		assertInstalled(CPU);
	}

	@Test
	void theGpuEngineHasItsOwnFolderAndNvidiasLibrariesIfWanted() throws IOException {
		install();
		repository.forgetRequests();
		final EngineRecipe gpu = TestRecipes.gpu(Platform.LINUX_X86_64, true);
		installer.install(gpu, folder.resolve("gpu"), Progress.NONE);
		place = folder.resolve("gpu");
		assertInstalled(gpu);
		assertEquals(List.of(), repository.downloads(NATIVES));
	}

	@Test
	void nvidiasLibrariesAreAddedToAnEngineThatIsThere() throws IOException {
		installer.install(TestRecipes.gpu(Platform.LINUX_X86_64, false), place, Progress.NONE);
		repository.forgetRequests();
		final EngineRecipe gpu = TestRecipes.gpu(Platform.LINUX_X86_64, true);
		installer.install(gpu, place, Progress.NONE);
		assertInstalled(gpu);
		assertEquals(List.of("GET " + gpu.roots().get(2).path() + " "), repository.requests().stream().filter(request -> request
			.matches("GET .*\\.jar .*")).toList());
	}

	@Test
	void anEngineThatIsThereNeedsNoNetwork() throws IOException {
		install();
		repository.close();
		install();
		assertInstalled(CPU);
	}

	@Test
	void ofAnEngineThatIsHalfDeletedOnlyTheRestIsDownloaded() throws IOException {
		final Path engine = install();
		Files.delete(engine.resolve(CPU.jars().get(0).fileName()));
		final Path cut = engine.resolve(CPU.natives().fileName());
		Files.write(cut, List.of("no jar"));
		repository.forgetRequests();
		install();
		assertInstalled(CPU);
		assertEquals(2, repository.requests().stream().filter(request -> request.matches("GET .*\\.jar .*")).count(), repository
			.requests().toString());
	}

	@Test
	void progressTellsMegabytesAndEndsAtTheSize() {
		final List<String> told = Collections.synchronizedList(new ArrayList<>());
		final List<Long> done = Collections.synchronizedList(new ArrayList<>());
		installer.install(CPU, place, (task, so, total) -> {
			told.add(task);
			if (total > 0) done.add(so - total);
		});
		assertEquals("Asking what TensorFlow Java 1.1.0 is made of", told.get(0));
		assertTrue(told.contains("Downloading TensorFlow: 3 of 4 MB"), told.toString());
		assertEquals(done.stream().sorted().toList(), done);
		assertEquals(0, done.get(done.size() - 1));
	}

	@Test
	void twoAtOnceDownloadOnce() throws Exception {
		final ExecutorService pool = Executors.newFixedThreadPool(2);
		try {
			final Future<Path> one = pool.submit(this::install), other = pool.submit(this::install);
			assertEquals(one.get(), other.get());
		}
		finally {
			pool.shutdownNow();
		}
		assertInstalled(CPU);
		assertEquals(1, repository.downloads(NATIVES).size());
	}

	@Test
	void aProxyOfJavaIsUsed() throws IOException {
		System.setProperty("http.proxyHost", "127.0.0.1");
		System.setProperty("http.proxyPort", String.valueOf(repository.port()));
		try {
			new EngineInstaller("http://repository.invalid/maven2", Duration.ofSeconds(20)).install(CPU, place, Progress.NONE);
		}
		finally {
			System.clearProperty("http.proxyHost");
			System.clearProperty("http.proxyPort");
		}
		assertInstalled(CPU);
	}

	@Test
	void nothingIsWrittenElsewhere() throws IOException {
		final Path home = Path.of(System.getProperty("user.home"));
		final boolean before = Files.exists(home.resolve(".cache").resolve("coursier"));
		install();
		assertEquals(before, Files.exists(home.resolve(".cache").resolve("coursier")));
		try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
			final String ours = "superres-" + ProcessHandle.current().pid() + "-";
			assertFalse(files.anyMatch(file -> file.getFileName().toString().startsWith(ours)));
		}
	}

	@Test
	void waitingForAnotherOneCanBeCancelled() throws Exception {
		final ExecutorService pool = Executors.newFixedThreadPool(1);
		final Stop stop = new Stop();
		repository.answer(NATIVES, (exchange, content) -> {
			stop.arrived.countDown();
			stop.await();
			LoopbackRepository.fromTheBeginning().to(exchange, content);
		});
		try {
			final Future<Path> first = pool.submit(this::install);
			stop.arrived.await();
			final List<String> told = new ArrayList<>();
			final Progress impatient = new Progress() {

				@Override
				public void update(final String task, final long done, final long total) {
					told.add(task);
				}

				@Override
				public boolean isCancelled() {
					return told.size() > 2;
				}
			};
			assertThrows(CancellationException.class, () -> installer.install(CPU, place, impatient));
			assertEquals("Waiting for another ImageJ that installs tensorflow-1.1.0-cpu", told.get(0));
			stop.go();
			first.get();
		}
		finally {
			pool.shutdownNow();
		}
		assertInstalled(CPU);
	}
}
