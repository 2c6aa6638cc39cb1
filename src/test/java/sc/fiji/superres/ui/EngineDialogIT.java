package sc.fiji.superres.ui;


import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.superres.ForkedJvm;
import sc.fiji.superres.install.EngineJars;
import sc.fiji.superres.install.EngineRecipe;
import sc.fiji.superres.install.TestRecipes;
import sc.fiji.superres.loader.Platform;

/** The dialog of the engines in a real plain ImageJ, in the states that a machine may be in. */
class EngineDialogIT {

	private static final EngineRecipe GPU = TestRecipes.gpu(Platform.LINUX_X86_64, false);

	/** Copying so much takes seconds. */
	private static final long LARGE = 3L << 30;

	@TempDir
	static Path shared;

	private static PlayedImageJ imagej;

	@TempDir
	Path home;

	private Path engines;

	@BeforeAll
	static void install() throws IOException {
		imagej = new PlayedImageJ(shared, EngineScenarios.class);
	}

	@AfterAll
	static void stop() throws InterruptedException {
		if (imagej != null) imagej.close();
	}

	@BeforeEach
	void makeFolder() throws IOException {
		engines = Files.createDirectory(home.resolve("engines"));
	}

	private ForkedJvm.Start jvm() throws IOException {
		return imagej.jvm(home).environment("SUPERRES_CACHE", shared.resolve("cache")).environment("SUPERRES_ENGINES", engines);
	}

	private void play(final ForkedJvm.Start jvm, final String scenario, final Object... others) {
		final List<Object> arguments = new ArrayList<>(List.of(engines));
		arguments.addAll(List.of(others));
		imagej.play(jvm, EngineScenarios.class, scenario, arguments);
	}

	@Test
	void withoutAGpu() throws IOException {
		play(jvm(), "cpu");
	}

	@Test
	void aGpuWithoutCuda() throws IOException {
		play(GpuWithoutCuda.pretend(jvm(), home.resolve("driver"), engines), "missing");
	}

	@Test
	void anInstallationThatIsStopped() throws IOException {
		play(jvm(), "installing", EngineJars.writeLarge(GPU, home.resolve("stick"), LARGE));
	}

	@Test
	void aCrashOfTheLastStart() throws IOException {
		final String machine = ManagementFactory.getRuntimeMXBean().getName().replaceFirst("^[0-9]+", "");
		Files.createFile(engines.resolve("crashed-tensorflow-1.1.0-cpu" + machine));
		play(jvm(), "crashed");
	}
}
