package sc.fiji.superres.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.superres.Mount;
import sc.fiji.superres.engine.EngineException;

/** Engines side by side, which one is chosen, and where they are added. */
class EngineFoldersTest {

	private static final List<String> CLASSES = List.of("javacpp-1.5.11", "ndarray-1.0.0", "protobuf-java-3.21.9",
		"tensorflow-core-api-1.1.0", "tensorflow-core-native-1.1.0");
	private static final String NATIVES = "tensorflow-core-native-1.1.0-" + Platform.current().natives();

	@TempDir
	Path folder;

	private final List<String> notices = new ArrayList<>();
	private Path classes, platform, added, home;

	@BeforeEach
	void ship() throws IOException {
		classes = jars(folder.resolve("lib/super-resolution"), CLASSES);
		platform = jars(folder.resolve("lib/here/super-resolution"), List.of(NATIVES));
		added = platform.resolve(".engines");
		home = folder.resolve("home");
	}

	private static Path jars(final Path place, final List<String> names) throws IOException {
		Files.createDirectories(place);
		for (final String name : names)
			NativeJar.almostEmpty(place.resolve(name + ".jar"));
		return place;
	}

	private Path add(final Path place, final String name) throws IOException {
		final String natives = name.endsWith("gpu") ? NATIVES + "-gpu" : NATIVES;
		jars(place.resolve(name), CLASSES);
		return jars(place.resolve(name), List.of(natives));
	}

	private EngineFolders folders() {
		return new EngineFolders(classes, platform, Platform.current(), EngineFolders.places(platform, null, home.toString()));
	}

	private List<String> names() {
		return folders().list().stream().map(InstalledEngine::name).toList();
	}

	private String automatic(final boolean hasGpu) {
		return EngineChoice.automatic(folders().list(), () -> hasGpu).name();
	}

	@Test
	void theShippedOneHasItsClassesElsewhere() {
		final InstalledEngine shipped = folders().shipped();
		assertEquals("tensorflow-1.1.0-cpu", shipped.name());
		assertEquals("1.1.0", shipped.version());
		assertEquals(Optional.empty(), shipped.problem());
		assertEquals(platform.resolve(NATIVES + ".jar"), shipped.natives());
		assertEquals(CLASSES.size() + 1, shipped.jars().size());
		assertFalse(shipped.isGpu());
	}

	@Test
	void addedOnesStandBesideIt() throws IOException {
		add(added, "tensorflow-1.2.0-cpu");
		add(added, "tensorflow-1.1.0-gpu");
		add(home.resolve(".super-resolution/engines"), "tensorflow-1.0.0-cpu");
		Files.createDirectories(added.resolve("tensorflow-1.3.0-gpu.part"));
		Files.createDirectories(added.resolve("notes"));
		assertEquals(List.of("tensorflow-1.1.0-cpu", "tensorflow-1.1.0-gpu", "tensorflow-1.2.0-cpu", "tensorflow-1.0.0-cpu"), names());
		assertTrue(folders().named("tensorflow-1.1.0-gpu").isGpu());
		assertEquals(Optional.empty(), folders().named("tensorflow-1.1.0-gpu").problem());
		final String message = assertThrows(EngineException.class, () -> folders().named("theano")).getMessage();
		assertTrue(message.contains("\"theano\"") && message.contains("tensorflow-1.2.0-cpu"), message);
	}

	@Test
	void aGpuEngineIsTakenWhereThereIsAGpu() throws IOException {
		assertEquals("tensorflow-1.1.0-cpu", automatic(true));
		add(added, "tensorflow-1.9.0-gpu");
		add(added, "tensorflow-1.10.0-gpu");
		assertEquals("tensorflow-1.10.0-gpu", automatic(true));
		assertEquals("tensorflow-1.1.0-cpu", automatic(false));
	}

	@Test
	void aHalfDeletedOneIsNotTaken() throws IOException {
		final Path gpu = add(added, "tensorflow-1.1.0-gpu");
		Files.delete(gpu.resolve("ndarray-1.0.0.jar"));
		assertEquals("tensorflow-1.1.0-cpu", automatic(true));
		final String problem = folders().named("tensorflow-1.1.0-gpu").problem().orElseThrow();
		for (final String part : List.of("ndarray", "tensorflow-1.1.0-gpu", "TensorFlow Engine...", gpu.toString()))
			assertTrue(problem.contains(part), problem);
	}

	@Test
	void ofEqualNamesAWholeAddedOneIsMeant() throws IOException {
		final Path same = add(added, "tensorflow-1.1.0-cpu");
		assertEquals(same, folders().named("tensorflow-1.1.0-cpu").folder());
		assertEquals("tensorflow-1.1.0-cpu", automatic(false));
		Files.delete(same.resolve("ndarray-1.0.0.jar"));
		assertTrue(folders().named("tensorflow-1.1.0-cpu").shipped());
		folders().remove(folders().list().get(1));
		assertEquals(List.of("tensorflow-1.1.0-cpu"), names());
	}

	@Test
	void whatADownloadHasLeftIsNoEngine() throws IOException {
		final Path part = Files.createDirectories(added.resolve("tensorflow-1.3.0-gpu.part"));
		Files.createDirectories(added.resolve("notes.part"));
		assertEquals(List.of(part), folders().unfinished());
		assertEquals(List.of("tensorflow-1.1.0-cpu"), names());
	}

	/** This machine's would have the same names. */
	@Test
	void enginesForAnotherPlatformAreAddedToTheInstallationAlone() {
		for (final Platform platform : Platform.values()) {
			if (platform == Platform.current()) continue;
			assertEquals(List.of(Installation.platformFolder(platform).resolve(".engines")), EngineFolders.of(platform).settingsPlaces());
		}
	}

	@Test
	void withoutAShippedOneAnAddedOneIsTaken() throws IOException {
		Files.delete(platform.resolve(NATIVES + ".jar"));
		assertEquals("tensorflow-1.1.0-cpu", automatic(false));
		assertTrue(folders().list().get(0).problem().orElseThrow().contains("Install Super-Resolution again"));
		add(added, "tensorflow-1.0.0-cpu");
		assertEquals("tensorflow-1.0.0-cpu", automatic(false));
	}

	@Test
	void librariesOfAnotherPlatformDoNotCount() throws IOException {
		final Path foreign = jars(added.resolve("tensorflow-1.2.0-cpu"), CLASSES);
		jars(foreign, List.of("tensorflow-core-native-1.2.0-beos-m68k"));
		final String problem = folders().named("tensorflow-1.2.0-cpu").problem().orElseThrow();
		assertTrue(problem.contains("libraries for " + Platform.current().natives() + " are missing in " + foreign), problem);
	}

	@Test
	void aUserNamesThePlaceForEngines() {
		assertEquals(List.of(home), EngineFolders.places(platform, home.toString(), "/home/x"));
		assertEquals(List.of(added, Path.of("/home/x/.super-resolution/engines")), EngineFolders.places(platform, " ", "/home/x"));
		assertEquals(List.of(added), EngineFolders.places(platform, null, "?"));
		final String message = assertThrows(EngineException.class, () -> EngineFolders.places(platform, "a\0b", null)).getMessage();
		assertTrue(message.contains("SUPERRES_ENGINES is \"a\0b\", but must be the name of a folder"), message);
	}

	@Test
	void enginesAreAddedBelowTheShippedOneWhereThatCanBe() {
		assertEquals(added, folders().writable(notices::add));
		assertEquals(List.of(), notices);
	}

	@Test
	void elseBelowTheHomeFolderWithANotice() {
		try (Mount readOnly = Mount.readOnly(platform)) {
			assertEquals(home.resolve(".super-resolution/engines"), folders().writable(notices::add));
			assertEquals(1, notices.size());
			for (final String part : List.of(added.toString(), "instead", "SUPERRES_ENGINES"))
				assertTrue(notices.get(0).contains(part), notices.get(0));
			try (Mount homeToo = Mount.readOnly(home)) {
				final String message = assertThrows(EngineException.class, () -> folders().writable(notices::add)).getMessage();
				assertTrue(message.contains("cannot be written") && message.contains("SUPERRES_ENGINES"), message);
			}
		}
	}

	@Test
	void whatIsSettledIsReadAgain() throws IOException {
		assertEquals(new EngineSettings("auto", 0), EngineSettings.read(folders()));
		new EngineSettings("tensorflow-1.2.0-gpu", 4000).write(folders(), notices::add);
		assertEquals(new EngineSettings("tensorflow-1.2.0-gpu", 4000), EngineSettings.read(folders()));
		assertEquals(List.of("engine.properties"), Trees.list(added));
	}

	@ParameterizedTest
	@CsvSource({ "gpu_memory=much", "gpu_memory=-1", "engine=\\u00" })
	void aDamagedFileOfSettingsIsNamed(final String line) throws IOException {
		Files.createDirectories(added);
		Files.writeString(added.resolve("engine.properties"), line);
		final String message = assertThrows(EngineException.class, () -> EngineSettings.read(folders())).getMessage();
		assertTrue(message.contains(added.resolve("engine.properties").toString()) && message.contains("Delete it"), message);
	}

	@Test
	void aCutJarIsNamed() throws IOException {
		final Path jar = add(added, "tensorflow-1.1.0-gpu").resolve("ndarray-1.0.0.jar");
		final byte[] bytes = Files.readAllBytes(jar);
		Files.write(jar, Arrays.copyOf(bytes, bytes.length / 2));
		final String problem = folders().named("tensorflow-1.1.0-gpu").problem().orElseThrow();
		assertTrue(problem.contains(jar + " is damaged: it is cut off") && problem.contains("TensorFlow Engine..."), problem);
		assertEquals("tensorflow-1.1.0-cpu", automatic(true));
	}

	/** Others have settled something for all; a user may settle something else. */
	@Test
	void aUsersOwnSettingsCountMoreThanThoseOfAReadOnlyInstallation() throws IOException {
		new EngineSettings("auto", 100).write(folders(), notices::add);
		try (Mount readOnly = Mount.readOnly(platform)) {
			assertEquals(100, EngineSettings.read(folders()).gpuMemory());
			new EngineSettings("auto", 7).write(folders(), notices::add);
			assertEquals(7, EngineSettings.read(folders()).gpuMemory());
			folders().crashes().remember("tensorflow-1.1.0-cpu");
			assertTrue(folders().crash(folders().shipped()).isPresent(), "not remembered where it can be");
		}
	}

	@Test
	void aRelativePlaceIsMadeAbsolute() {
		assertEquals(List.of(Path.of("engines").toAbsolutePath()), EngineFolders.places(platform, "engines", null));
		assertEquals(List.of(Path.of("cache").toAbsolutePath()), NativeFolders.places(platform, "cache", null));
	}
}
