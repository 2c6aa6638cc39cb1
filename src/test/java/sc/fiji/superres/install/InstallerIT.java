package sc.fiji.superres.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.superres.ForkedJvm;
import sc.fiji.superres.loader.Platform;

/** The installer in the plugin's jar, where the resolver library bears a name of ours and has no native libraries. */
class InstallerIT {

	private static final EngineRecipe CPU = TestRecipes.cpu(Platform.LINUX_X86_64);

	@TempDir
	Path folder;

	private LoopbackRepository repository;
	private Path home, temporary, place;

	@BeforeEach
	void start() throws IOException {
		repository = new LoopbackRepository();
		home = Files.createDirectory(folder.resolve("home"));
		temporary = Files.createDirectory(folder.resolve("tmp"));
		place = folder.resolve(".installed");
	}

	@AfterEach
	void stop() {
		repository.close();
	}

	private static Path pluginJar() throws IOException {
		try (Stream<Path> files = Files.list(Path.of(System.getProperty("superres.app"), "plugins"))) {
			return files.findFirst().orElseThrow().toAbsolutePath();
		}
	}

	/** With nothing on the class path but the plugin and the tests. */
	private ForkedJvm.Start jvm() throws IOException {
		return ForkedJvm.with(List.of(pluginJar(), ForkedJvm.source(getClass()))).environment("HOME", home).property("user.home",
			home).property("java.io.tmpdir", temporary);
	}

	private void assertInstalled() throws IOException {
		for (final EngineJar jar : CPU.jars())
			assertEquals(-1, Files.mismatch(place.resolve(CPU.name()).resolve(jar.fileName()), Files.write(folder.resolve("expected"),
				repository.content(jar))), jar.fileName());
		assertEquals(1, repository.downloads(CPU.natives().path()).size());
		for (final Path empty : List.of(home, temporary))
			assertEquals(List.of(), list(empty));
	}

	/** The JVM's own folder for its measurements is none of ours. */
	private static List<Path> list(final Path in) throws IOException {
		try (Stream<Path> files = Files.list(in)) {
			return files.filter(file -> !file.getFileName().toString().startsWith("hsperfdata")).toList();
		}
	}

	@Test
	void theRelocatedLibraryInstallsAndWritesNothingElse() throws IOException {
		final Path classes = folder.resolve("classes.txt");
		assertEquals(List.of("INSTALLED " + place.resolve(CPU.name())), jvm().loadedClasses(classes).run(InstallOnce.class, repository
			.url(), place).lines());
		assertInstalled();
		final String loaded = Files.readString(classes);
		assertTrue(loaded.contains("sc.fiji.superres.shaded.coursierapi.Cache "));
		assertFalse(loaded.lines().anyMatch(line -> line.startsWith("coursierapi") || line.startsWith("scala")));
	}

	@Test
	void twoProcessesAtOnceInstallOnce() throws IOException {
		final ForkedJvm one = jvm().run(InstallOnce.class, repository.url(), place);
		final ForkedJvm other = jvm().run(InstallOnce.class, repository.url(), place);
		assertEquals(one.lines(), other.lines());
		assertInstalled();
	}

	/** What the build resolves for itself is what is installed; a build over an older layout may hold jars twice. */
	@Test
	void theShippedEngineHasTheSameJars() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of(System.getProperty("superres.app"), "lib"))) {
			assertEquals(TestRecipes.cpu(Platform.current()).jars().stream().map(EngineJar::fileName).sorted().toList(), files.map(
				file -> file.getFileName().toString()).filter(name -> name.endsWith(".jar")).distinct().sorted().toList());
		}
	}

	@Test
	void thePluginHoldsNoNativeLibraryAndNoClassUnderAForeignName() throws IOException {
		try (ZipFile zip = new ZipFile(pluginJar().toFile())) {
			assertEquals(List.of(), zip.stream().map(ZipEntry::getName).filter(name -> name.matches(
				".*\\.(so|dll|dylib|jnilib)") || name.endsWith(".class") && !name.startsWith("sc/fiji/superres/")).toList());
		}
	}
}
