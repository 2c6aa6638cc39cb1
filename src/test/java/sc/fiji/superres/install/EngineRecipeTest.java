package sc.fiji.superres.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.superres.engine.EngineException;
import sc.fiji.superres.loader.NvidiaLibraries;
import sc.fiji.superres.loader.Platform;

class EngineRecipeTest {

	@ParameterizedTest
	@CsvSource({ "LINUX_X86_64, linux-x86_64", "LINUX_ARM64, linux-arm64", "MACOS_ARM64, macosx-arm64",
		"WINDOWS_X86_64, windows-x86_64" })
	void theCpuEngineHasTheNativesOfItsPlatform(final Platform platform, final String classifier) {
		assertEquals(List.of("tensorflow-core-api-1.1.0.jar", "tensorflow-core-native-1.1.0-" + classifier + ".jar",
			"tensorflow-core-native-1.1.0.jar", "ndarray-1.0.0.jar", "javacpp-1.5.11.jar", "protobuf-java-3.21.9.jar"), TestRecipes
				.cpu(platform).jars().stream().map(EngineJar::fileName).toList());
	}

	@Test
	void theGpuEngineHasOtherNatives() {
		final EngineRecipe gpu = TestRecipes.gpu(Platform.LINUX_X86_64, false);
		assertEquals("tensorflow-core-native-1.1.0-linux-x86_64-gpu.jar", gpu.natives().fileName());
		assertEquals(6, gpu.jars().size());
	}

	@Test
	void nvidiasLibrariesAreOneJarMore() {
		final List<EngineJar> jars = TestRecipes.gpu(Platform.LINUX_X86_64, true).jars();
		assertEquals(7, jars.size());
		assertEquals(List.of("cuda-12.6-9.5-1.5.11-linux-x86_64-redist.jar"), jars.stream().map(EngineJar::fileName).filter(
			NvidiaLibraries::isJar).toList());
	}

	@Test
	void theFolderIsNamedAfterVersionAndKind() {
		assertEquals("tensorflow-1.1.0-cpu", TestRecipes.cpu(Platform.MACOS_ARM64).name());
		assertEquals("tensorflow-1.1.0-gpu", TestRecipes.gpu(Platform.LINUX_X86_64, true).name());
		assertEquals("tensorflow-1.0.0-cpu", new EngineRecipe("1.0.0", Platform.LINUX_X86_64, false, false).name());
	}

	@ParameterizedTest
	@EnumSource(value = Platform.class, names = "LINUX_X86_64", mode = EnumSource.Mode.EXCLUDE)
	void otherPlatformsHaveNoGpu(final Platform platform) {
		final String message = assertThrows(EngineException.class, () -> TestRecipes.gpu(platform, false)).getMessage();
		assertEquals("TensorFlow has no libraries for GPUs on " + platform.natives() + ", only on linux-x86_64. Install the engine " +
			"for the CPU.", message);
	}

	@Test
	void nvidiasLibrariesNeedTheGpuEngine() {
		assertThrows(EngineException.class, () -> new EngineRecipe("1.1.0", Platform.LINUX_X86_64, false, true));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "latest", "1.1.0-SNAPSHOT", "../1", "1..0", "[1,2)" })
	void aVersionIsNumbers(final String version) {
		final String message = assertThrows(EngineException.class, () -> new EngineRecipe(version, Platform.LINUX_X86_64, false,
			false)).getMessage();
		assertTrue(message.contains("\"" + version + "\"") && message.contains("1.1.0"), message);
	}

	@Test
	void whatOtherVersionsAreMadeOfIsNotKnownHere() {
		final EngineRecipe other = new EngineRecipe("1.0.0", Platform.LINUX_X86_64, false, false);
		final String message = assertThrows(EngineException.class, other::jars).getMessage();
		assertTrue(message.contains("1.0.0") && message.contains("choose version 1.1.0"), message);
	}

	@Test
	void aJarHasItsPlaceInMavenRepositories() {
		final EngineRecipe recipe = TestRecipes.cpu(Platform.WINDOWS_X86_64);
		assertEquals("org/tensorflow/tensorflow-core-native/1.1.0/tensorflow-core-native-1.1.0-windows-x86_64.jar", recipe.natives()
			.path());
		assertEquals("com/google/protobuf/protobuf-java/3.21.9/protobuf-java-3.21.9.jar", recipe.jars().get(5).path());
	}
}
