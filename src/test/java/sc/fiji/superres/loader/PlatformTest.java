package sc.fiji.superres.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.superres.engine.EngineException;

class PlatformTest {

	@ParameterizedTest
	@CsvSource({ "Linux, amd64, linux64, linux-x86_64", "Linux, x86_64, linux64, linux-x86_64",
		"Linux, aarch64, linux-arm64, linux-arm64", "Mac OS X, aarch64, macos-arm64, macosx-arm64",
		"macOS, aarch64, macos-arm64, macosx-arm64", "Windows 11, amd64, win64, windows-x86_64",
		"Windows Server 2022, amd64, win64, windows-x86_64" })
	void hasAFolderOfImageJAndOneOfTensorFlow(final String os, final String arch, final String folder, final String natives) {
		assertEquals(folder, Platform.of(os, arch).folder());
		assertEquals(natives, Platform.of(os, arch).natives());
	}

	@ParameterizedTest
	@CsvSource({ "Linux, i386", "Linux, x86", "Linux, arm", "Linux, riscv64", "Linux, ppc64le", "Linux, musl",
		"Windows 10, x86", "Windows 11, aarch64", "FreeBSD, amd64", "SunOS, sparcv9", "Darwin, aarch64", "Mac OS X, ppc",
		"'', ''" })
	void othersGetOnePlainSentence(final String os, final String arch) {
		final String message = assertThrows(EngineException.class, () -> Platform.of(os, arch)).getMessage();
		assertEquals("TensorFlow has no libraries for " + os + " on " + arch +
			"; it runs on Linux (x86-64, ARM64), macOS (ARM64) and Windows (x86-64). Baselines such as bicubic-x2 and the measurements " +
			"need no TensorFlow.", message);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Mac OS X", "macOS" })
	void macsWithIntelProcessorsGetOneOfTheirOwn(final String os) {
		final String message = assertThrows(EngineException.class, () -> Platform.of(os, "x86_64")).getMessage();
		assertEquals("TensorFlow Java has no libraries for Macs with Intel processors any more (its last ones are those of version " +
			"1.0.0): use another machine, or, if this Mac has an Apple processor, a Java for that. Baselines such as bicubic-x2 and " +
			"the measurements need no TensorFlow.", message);
	}

	@Test
	void onlyLinuxOnIntelHasLibrariesForGpus() {
		assertEquals(List.of(Platform.LINUX_X86_64), Stream.of(Platform.values()).filter(Platform::hasGpuLibraries).toList());
	}

	@Test
	void theLanguageOfTheUserDoesNotMatter() {
		final Locale before = Locale.getDefault();
		Locale.setDefault(Locale.forLanguageTag("tr")); // where I is not the capital of i
		try {
			assertEquals(Platform.WINDOWS_X86_64, Platform.of("WINDOWS 11", "amd64"));
			assertEquals(Platform.LINUX_X86_64, Platform.of("LINUX", "amd64"));
		}
		finally {
			Locale.setDefault(before);
		}
	}

	@Test
	void thisMachineIsOneOfThem() {
		assertTrue(Files.isDirectory(Installation.platformFolder(Platform.current())));
	}
}
