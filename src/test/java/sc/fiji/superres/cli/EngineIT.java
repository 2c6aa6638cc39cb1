package sc.fiji.superres.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.superres.Links;
import sc.fiji.superres.Mount;
import sc.fiji.superres.cli.Superres.Run;
import sc.fiji.superres.command.TestInputs;
import sc.fiji.superres.install.EngineJars;
import sc.fiji.superres.install.EngineRecipe;
import sc.fiji.superres.install.TestRecipes;
import sc.fiji.superres.io.WholeFile;
import sc.fiji.superres.loader.CrashingEngine;
import sc.fiji.superres.loader.Platform;

/** {@code superres engine} of the assembled application, with engines that are added, broken, and that crash. */
class EngineIT {

	private static final EngineRecipe CPU = TestRecipes.cpu(Platform.current());
	private static final String OTHER = "tensorflow-9.0.0-cpu";
	private static final String HERE = "lib/" + Platform.current().folder() + "/super-resolution";

	@TempDir
	static Path shared;

	private static Path image;

	@TempDir
	Path folder;

	private Path engines;
	private Path home;
	private Launcher launcher;

	/** What is unpacked once is told only then. */
	@BeforeAll
	static void unpack() throws IOException {
		image = TestInputs.save(TestInputs.image(8, 20, 16), shared.resolve("in.tif"));
		assertEquals(0, Launcher.standard().run("engine", "--self_test").status());
		assertEquals(0, Launcher.standard().with("SUPERRES_CACHE", shared.resolve("cache").toString()).run("engine", "--self_test")
			.status());
	}

	@BeforeEach
	void makeFolders() throws IOException {
		engines = Files.createDirectory(folder.resolve("engines"));
		home = Files.createDirectory(folder.resolve("home"));
		final Path preferences = folder.resolve("preferences"); // Java says it where it makes them
		Files.createDirectories(preferences.resolve(".java/.userPrefs"));
		launcher = Launcher.standard().with("SUPERRES_ENGINES", engines.toString()).java("-Duser.home=" + home +
			" -Djava.util.prefs.userRoot=" + preferences);
	}

	/** A copy of the application, to be damaged; unpacked libraries come from elsewhere. */
	private Launcher copy() throws IOException {
		Links.copyTree(Launcher.app().toAbsolutePath(), folder.resolve("app"));
		return launcher.script(folder.resolve("app/superres")).with("SUPERRES_CACHE", shared.resolve("cache").toString());
	}

	private static Run install(final Launcher with) {
		return with.run("engine", "--install", "cpu", "--from", Launcher.app().resolve("lib"));
	}

	private static Run assertSays(final Run run, final String... parts) {
		assertEquals(0, run.status(), run.err());
		for (final String part : parts)
			assertTrue(run.out().contains(part), run.out());
		return run;
	}

	private Run enlarge(final Launcher with, final String model) throws IOException {
		final Path result = folder.resolve("out.tif");
		Files.deleteIfExists(result);
		return with.run("upscale", "--input", image, "--output", result, "--model", model);
	}

	private List<String> added() throws IOException {
		return names(engines);
	}

	private static List<String> names(final Path in) throws IOException {
		try (Stream<Path> files = Files.list(in)) {
			return files.map(file -> file.getFileName().toString()).sorted().toList();
		}
	}

	private static Path jar(final Path in, final String name) throws IOException {
		try (Stream<Path> files = Files.list(in)) {
			return files.filter(file -> file.getFileName().toString().startsWith(name)).findFirst().orElseThrow();
		}
	}

	@Test
	void anEngineFromAFolderIsTestedUsedAndRemoved() throws IOException {
		assertSays(install(launcher), "Installed " + CPU.name() + " (171 MB) in " + engines.resolve(CPU.name()) + ".", "The self-test of " +
			CPU.name() + " has passed: TensorFlow 2.18.0 computes on the CPU", CPU.name() + " (added): 171 MB in " + engines,
			"unpacked: 683 MB in " + engines, "(came with Super-Resolution): 171 MB");
		assertSays(launcher.run("engine", "--engine", CPU.name()).assertFine(), "Will use the engine " + CPU.name() + " and as much GPU");
		enlarge(launcher, "edsr-x2").assertFine();
		final Run removed = assertSays(launcher.run("engine", "--remove", CPU.name()).assertFine(), "Removed " + engines.resolve(CPU
			.name()));
		assertFalse(removed.out().contains("(added)"), removed.out());
		assertEquals(List.of("engine.properties", CPU.name() + ".lock"), added());
		enlarge(launcher, "edsr-x2").assertFine();
	}

	@Test
	void whatIsNotSaidStaysAsItIs() throws IOException {
		CrashingEngine.add(engines, OTHER);
		assertSays(launcher.run("engine", "--gpu_memory", "4000").assertFine(), "Will use the engine auto and at most 4000 MB of GPU memory.",
			"GPU memory: at most 4000 MB");
		assertSays(launcher.run("engine", "--engine", OTHER).assertFine(), "Will use the engine " + OTHER + " and at most 4000 MB");
		assertFalse(launcher.run("engine", "--engine", OTHER).assertFine().out().contains("Will use"), "nothing changes");
		assertSays(launcher.run("engine").assertFine(), "will be loaded when it is needed (" + OTHER + ")", "GPU memory: at most 4000 MB");
		final Run removed = assertSays(launcher.run("engine", "--remove", OTHER).assertFine(), "Removed ", "Will use the engine auto " +
			"and at most 4000 MB", "will be loaded when it is needed (" + CPU.name());
		assertFalse(removed.out().contains("    " + OTHER), removed.out());
	}

	@Test
	void anEngineThatCrashesIsRememberedAndNotChosen() throws IOException {
		CrashingEngine.add(engines, OTHER);
		final Run test = launcher.run("engine", "--engine", OTHER, "--self_test");
		test.assertRefused(OTHER + " crashes: it ended the process that tested it (status " + CrashingEngine.STATUS + ").",
			"remove it, or install another engine");
		assertEquals(1, test.status());
		assertTrue(added().get(0).startsWith("crashed-" + OTHER), added().toString());
		assertEquals(List.of(OTHER), added().subList(1, added().size()), "nothing is settled");
		assertSays(launcher.run("engine").assertFine(), OTHER + " (added, crashed)", "Next: " + OTHER + " crashed on ");
		enlarge(launcher, "edsr-x2").assertFine();
		launcher.run("engine", "--remove", OTHER).assertFine();
		assertEquals(List.of(), added());
	}

	/** It is found by itself, as there seems to be a GPU. */
	@Test
	void aGpuEngineThatCrashesIsReplacedByTheShippedOne() throws IOException {
		final Path driver = Files.createDirectory(folder.resolve("driver"));
		final Path program = Files.writeString(driver.resolve("nvidia-smi"), "#!/bin/sh\necho '0, GPU-aaaa-1, NVIDIA A100-SXM4-40GB, " +
			"40960, 40000, 535.54.03'\n");
		assertTrue(program.toFile().setExecutable(true));
		final Launcher gpu = launcher.with("PATH", driver + ":" + System.getenv("PATH"));
		CrashingEngine.add(engines, "tensorflow-9.0.0-gpu");
		assertSays(gpu.run("engine").assertFine(), "will be loaded when it is needed (tensorflow-9.0.0-gpu)", "GPU: NVIDIA A100");
		assertEquals(CrashingEngine.STATUS, enlarge(gpu, "edsr-x2").status());
		for (int i = 0; i < 2; i++) {
			final Run run = assertSays(enlarge(gpu, "edsr-x2"));
			assertTrue(run.errors().get(0).contains("tensorflow-9.0.0-gpu crashed on ") && run.errors().get(0).endsWith(
				"The shipped engine is loaded instead."), run.err());
		}
		assertSays(gpu.run("engine").assertFine(), "will be loaded when it is needed (" + CPU.name() + ") and compute on the CPU",
			"Next: tensorflow-9.0.0-gpu crashed on ");
	}

	@Test
	void aHalfDeletedEngineIsListedAndNotUsed() throws IOException {
		Files.delete(jar(CrashingEngine.add(engines, OTHER).folder(), "ndarray"));
		assertSays(launcher.run("engine").assertFine(), "broken: TensorFlow is not installed as a whole: " + OTHER + " lacks ndarray.");
		launcher.run("engine", "--engine", OTHER).assertRefused(OTHER + " lacks ndarray.", "delete its folder " + engines);
		enlarge(launcher, "edsr-x2").assertFine();
	}

	@Test
	void aChosenEngineThatWasDeletedIsMissedUntilAnotherIsChosen() throws IOException {
		CrashingEngine.add(engines, OTHER);
		launcher.run("engine", "--engine", OTHER).assertFine();
		WholeFile.delete(engines.resolve(OTHER));
		final String sentence = "There is no engine \"" + OTHER + "\", but " + CPU.name() + ".";
		enlarge(launcher, "edsr-x2").assertRefused(sentence, "or auto");
		assertSays(launcher.run("engine").assertFine(), "Next: " + sentence, CPU.name() + " (came with Super-Resolution)");
		enlarge(launcher, "bicubic-x2").assertFine();
		assertSays(launcher.run("engine", "--engine", "auto").assertFine(), "Will use the engine auto");
		enlarge(launcher, "edsr-x2").assertFine();
	}

	@Test
	void aHalfDeletedShippedEngineIsSaidSoAndReplaced() throws IOException {
		final Launcher copy = copy();
		Files.delete(jar(folder.resolve("app/lib/super-resolution"), "tensorflow-core-api"));
		enlarge(copy, "edsr-x2").assertRefused(CPU.name() + " lacks tensorflow-core-api. Install Super-Resolution again.");
		assertSays(copy.run("engine").assertFine(), "Next: TensorFlow is not installed as a whole", "broken: ");
		enlarge(copy, "bicubic-x2").assertFine();
		assertSays(install(copy), "has passed");
		enlarge(copy, "edsr-x2").assertFine();
	}

	@Test
	void shippedLibrariesThatAreCutOffAreSaidSoAndReplaced() throws IOException {
		final Launcher copy = copy().with("SUPERRES_CACHE", folder.resolve("cache").toString());
		final Path natives = jar(folder.resolve("app").resolve(HERE), "tensorflow-core-native");
		Files.delete(natives);
		Files.write(natives, new byte[1000]);
		enlarge(copy, "edsr-x2").assertRefused(natives + " is damaged: it is cut off", "Install ");
		enlarge(copy, "bicubic-x2").assertFine();
		assertSays(install(copy), "has passed");
		copy.run("engine", "--engine", CPU.name()).assertFine();
		enlarge(copy, "edsr-x2").assertFine();
	}

	@Test
	void librariesOfAnotherPlatformAreSaidSo() throws IOException {
		final Platform foreign = Platform.current() == Platform.WINDOWS_X86_64 ? Platform.LINUX_X86_64 : Platform.WINDOWS_X86_64;
		EngineJars.write(TestRecipes.cpu(foreign), engines.resolve(OTHER));
		final String sentence = "TensorFlow's libraries for " + Platform.current().natives() + " are missing in " + engines.resolve(
			OTHER) + ".";
		assertSays(launcher.run("engine").assertFine(), "broken: " + sentence);
		launcher.run("engine", "--engine", OTHER).assertRefused(sentence);
		launcher.run("engine", "--install", "cpu", "--from", engines.resolve(OTHER)).assertRefused("these files are missing in " + engines
			.resolve(OTHER), "which is for another platform");
		enlarge(launcher, "edsr-x2").assertFine();
	}

	/** It stands in the ImageJ folder that the machines share, not among this machine's engines. */
	@Test
	void anEngineForAnotherPlatformIsNotTested() throws IOException {
		final Platform foreign = Platform.current() == Platform.WINDOWS_X86_64 ? Platform.LINUX_X86_64 : Platform.WINDOWS_X86_64;
		final Path jars = EngineJars.write(TestRecipes.cpu(foreign), folder.resolve("stick"));
		final Run run = assertSays(copy().run("engine", "--install", "cpu", "--platform", foreign.folder(), "--from", jars).assertFine(),
			"Installed " + CPU.name());
		assertFalse(run.out().contains("self-test"), run.out());
		assertEquals(List.of(CPU.name(), CPU.name() + ".lock"), names(folder.resolve("app/lib").resolve(foreign.folder()).resolve(
			"super-resolution/.engines")));
		assertEquals(List.of(), added());
	}

	@Test
	void aReadOnlyInstallationInstallsIntoTheHomeFolderAndSaysSo() throws IOException {
		final Launcher copy = copy().with("SUPERRES_ENGINES", null);
		try (Mount readOnly = Mount.readOnly(folder.resolve("app"))) {
			assertSays(copy.run("engine").assertFine(), "(came with Super-Resolution)");
			assertEquals(List.of(), names(home));
			final Run run = assertSays(install(copy), "Installed " + CPU.name() + " (171 MB) in " + home, "has passed");
			assertTrue(run.err().contains("cannot be written. Engines are kept in " + home), run.err());
			assertSays(copy.run("engine", "--remove", CPU.name()).assertFine(), "Removed " + home);
		}
	}

	@Test
	void twoInstallAtOnce() throws IOException, InterruptedException {
		final Process[] both = new Process[2];
		for (int i = 0; i < 2; i++)
			both[i] = launcher.start(folder.resolve("out" + i), folder.resolve("err" + i), "engine", "--install", "cpu", "--from", Launcher
				.app().resolve("lib"));
		for (int i = 0; i < 2; i++) {
			assertTrue(both[i].waitFor(3, TimeUnit.MINUTES), "hangs");
			assertEquals(0, both[i].exitValue(), Files.readString(folder.resolve("err" + i)));
			assertTrue(Files.readString(folder.resolve("out" + i)).contains("has passed"));
		}
		assertEquals(List.of(CPU.name(), CPU.name() + ".lock"), added());
	}

	@Test
	void aDiskThatIsTooSmall() throws IOException {
		try (Mount disk = Mount.disk(engines, 1000)) {
			install(launcher).assertRefused("The engine needs ", "MB are free. Free some");
			assertEquals(List.of(CPU.name() + ".lock"), added());
		}
	}
}
