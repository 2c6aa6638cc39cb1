package sc.fiji.superres.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.superres.Mount;
import sc.fiji.superres.engine.EngineException;
import sc.fiji.superres.engine.Progress;
import sc.fiji.superres.loader.Platform;

class InstallFromFolderTest {

	private static final EngineRecipe CPU = TestRecipes.cpu(Platform.LINUX_X86_64);

	/** Nobody listens there. */
	private final EngineInstaller installer = new EngineInstaller("http://127.0.0.1:1", Duration.ofSeconds(1));

	@TempDir
	Path folder;

	private Path source, place;

	@BeforeEach
	void makeFolders() {
		source = folder.resolve("stick");
		place = folder.resolve(".installed");
	}

	private void write(final EngineRecipe recipe, final Function<EngineJar, String> name) throws IOException {
		for (final EngineJar jar : recipe.jars()) {
			final Path file = source.resolve(name.apply(jar));
			Files.createDirectories(file.getParent());
			Files.write(file, LoopbackRepository.jar(jar.fileName(), 1000));
		}
	}

	private Path install(final EngineRecipe recipe) {
		return installer.installFrom(source, recipe, place, Progress.NONE);
	}

	private String failure() {
		return assertThrows(EngineException.class, () -> install(CPU)).getMessage();
	}

	private static List<String> names(final Path in) throws IOException {
		try (Stream<Path> files = Files.list(in)) {
			return files.map(file -> file.getFileName().toString()).sorted().toList();
		}
	}

	private void assertInstalled(final EngineRecipe recipe) throws IOException {
		final Path engine = place.resolve(recipe.name());
		assertEquals(recipe.jars().stream().map(EngineJar::fileName).sorted().toList(), names(engine).stream().filter(name -> name
			.endsWith(".jar")).toList());
		for (final EngineJar jar : recipe.jars())
			JarCheck.readWhole(engine.resolve(jar.fileName()), Progress.NONE);
		assertEquals(List.of(recipe.name(), recipe.name() + ".lock"), names(place));
	}

	private void assertNothingIsLeft() throws IOException {
		assertEquals(List.of(CPU.name() + ".lock"), names(place));
	}

	@Test
	void fromAFlatFolder() throws IOException {
		write(CPU, EngineJar::fileName);
		assertEquals(place.resolve(CPU.name()), install(CPU));
		assertInstalled(CPU);
	}

	@Test
	void fromAMavenRepository() throws IOException {
		write(CPU, EngineJar::path);
		install(CPU);
		assertInstalled(CPU);
	}

	@Test
	void fromACopyOfAnInstalledEngineWithItsChecksums() throws IOException {
		try (LoopbackRepository repository = new LoopbackRepository()) {
			new EngineInstaller(repository.url(), Duration.ofSeconds(20)).install(CPU, source, Progress.NONE);
		}
		install(CPU);
		assertInstalled(CPU);
		assertEquals(names(source.resolve(CPU.name())), names(place.resolve(CPU.name())));
	}

	@Test
	void ofMoreOnlyWhatIsNeededIsTaken() throws IOException {
		write(TestRecipes.gpu(Platform.LINUX_X86_64, true), EngineJar::fileName);
		write(TestRecipes.cpu(Platform.WINDOWS_X86_64), EngineJar::fileName);
		write(CPU, EngineJar::path);
		install(CPU);
		assertInstalled(CPU);
	}

	@Test
	void withNvidiasLibraries() throws IOException {
		final EngineRecipe gpu = TestRecipes.gpu(Platform.LINUX_X86_64, true);
		write(gpu, EngineJar::fileName);
		install(gpu);
		assertInstalled(gpu);
	}

	@Test
	void theSourceStaysAsItIs() throws IOException {
		write(CPU, EngineJar::fileName);
		final List<String> before = names(source);
		try (Mount readOnly = Mount.readOnly(source)) {
			install(CPU);
		}
		assertEquals(before, names(source));
	}

	@Test
	void allThatIsMissingIsNamedAtOnce() throws IOException {
		write(CPU, EngineJar::fileName);
		Files.delete(source.resolve("ndarray-1.0.0.jar"));
		Files.delete(source.resolve("javacpp-1.5.11.jar"));
		Files.move(source.resolve("protobuf-java-3.21.9.jar"), source.resolve("protobuf-java-3.5.1.jar"));
		final String message = failure();
		assertTrue(message.contains("these files are missing in " + source + ": ndarray-1.0.0.jar, javacpp-1.5.11.jar, " +
			"protobuf-java-3.21.9.jar. "), message);
		assertFalse(message.contains("The folder holds"), message);
		assertNothingIsLeft();
	}

	@Test
	void nativesOfAnotherPlatformOrKindAreSaidSo() throws IOException {
		write(TestRecipes.cpu(Platform.WINDOWS_X86_64), EngineJar::fileName);
		write(TestRecipes.gpu(Platform.LINUX_X86_64, false), EngineJar::fileName);
		final String message = failure();
		assertTrue(message.contains("For tensorflow-1.1.0-cpu on linux-x86_64, these files are missing in " + source +
			": tensorflow-core-native-1.1.0-linux-x86_64.jar. The folder holds tensorflow-core-native-1.1.0-linux-x86_64-gpu.jar, " +
			"tensorflow-core-native-1.1.0-windows-x86_64.jar, which is for another platform"), message);
	}

	@Test
	void allThatIsDamagedIsNamedAtOnce() throws IOException {
		write(CPU, EngineJar::fileName);
		final Path altered = source.resolve("ndarray-1.0.0.jar"), cut = source.resolve("javacpp-1.5.11.jar"), other = source.resolve(
			"protobuf-java-3.21.9.jar");
		Files.write(altered, LoopbackRepository.altered(Files.readAllBytes(altered)));
		Files.write(cut, List.of("cut"));
		Files.writeString(source.resolve("protobuf-java-3.21.9.jar.sha1"), "0".repeat(40));
		final String message = failure();
		assertTrue(message.startsWith("Files for the engine are damaged: "), message);
		for (final Path file : List.of(altered, cut, other))
			assertTrue(message.contains(file + " ("), message);
		assertTrue(message.contains("(differs from protobuf-java-3.21.9.jar.sha1)"), message);
		assertNothingIsLeft();
	}

	@Test
	void aFolderThatIsNotThere() {
		final String message = failure();
		assertTrue(message.startsWith("The folder " + source + " cannot be read: there is no such file or folder."), message);
	}

	@Test
	void anUnfinishedDownloadIsLeftToTheNextOneIfTheFolderIsOfNoUse() throws IOException {
		final Path kept = place.resolve(CPU.name() + ".part").resolve("downloads").resolve(".a.jar.part");
		Files.createDirectories(kept.getParent());
		Files.createDirectories(source);
		Files.writeString(kept, "half");
		failure();
		assertEquals("half", Files.readString(kept));
	}

	@Test
	void copyingCanBeCancelled() throws IOException {
		write(CPU, EngineJar::fileName);
		final Progress cancelled = new Progress() {

			@Override
			public void update(final String task, final long done, final long total) {}

			@Override
			public boolean isCancelled() {
				return Files.exists(place.resolve(CPU.name() + ".part").resolve("copy"));
			}
		};
		assertThrows(CancellationException.class, () -> installer.installFrom(source, CPU, place, cancelled));
		assertNothingIsLeft();
	}

	@Test
	void aDiskThatIsTooSmall() throws IOException {
		write(CPU, EngineJar::fileName);
		Files.createDirectories(place);
		try (Mount disk = Mount.disk(place, 1_000)) {
			final String message = failure();
			assertTrue(message.contains("683 MB unpacked), but only "), message);
			assertNothingIsLeft();
		}
	}
}
