package sc.fiji.superres.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.superres.Requirements.require;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.superres.command.TestInputs;
import sc.fiji.superres.imagej.ImageFiles;

/** The assembled application on machines that TensorFlow does not run on, as far as Java can be told so. */
class PlatformsIT {

	private static final String REST = "Baselines such as bicubic-x2 and the measurements need no TensorFlow.";

	@TempDir
	private Path folder;

	/** Java's own preferences would ask for classes of the other system. */
	private static Launcher on(final String os, final String architecture) {
		return Launcher.standard().java("-Dos.name=" + os + " -Dos.arch=" + architecture +
			" -Djava.util.prefs.PreferencesFactory=java.util.prefs.FileSystemPreferencesFactory");
	}

	private Path image() throws IOException {
		return TestInputs.save(TestInputs.image(8, 30, 20), folder.resolve("in.tif"));
	}

	@Test
	void whatNeedsNoTensorFlowRunsOnAMacWithAnIntelProcessor() throws IOException {
		final Launcher mac = on("macOS", "x86_64");
		final Path truth = folder.resolve("hr/truth.tif");
		final Path cells = folder.resolve("cells.tif");
		final Path result = folder.resolve("result.tif");
		Files.createDirectory(truth.getParent());
		mac.run("sample", "--output", cells, "--reference", truth).assertFine();
		mac.run("upscale", "--input", cells, "--output", result, "--model", "bicubic-x2").assertFine();
		assertEquals(2 * ImageFiles.open(cells).getWidth(), ImageFiles.open(result).getWidth());
		assertTrue(mac.run("psnr", "--reference", truth, "--test", result).assertFine().lastLine().matches("\\d+\\.\\d{6} dB PSNR.*"));
		assertTrue(mac.run("evaluate", "--models", "bicubic-x2,lanczos-x2", "--hr", truth.getParent()).assertFine().out().contains(
			"| lanczos-x2 | 3"));
		assertTrue(mac.run("models").assertFine().out().contains("| edsr-x2 "));
		assertEquals(0, mac.run("batch", "--input", truth.getParent(), "--output", folder.resolve("out"), "--model", "ibp-x2").status());
		assertTrue(Files.exists(folder.resolve("out/truth.tif")));
	}

	@Test
	void networksAreRefusedOnAMacWithAnIntelProcessor() throws IOException {
		final Launcher mac = on("macOS", "x86_64");
		final String sentence = "TensorFlow Java has no libraries for Macs with Intel processors any more";
		mac.run("edsr", "--input", image(), "--output", folder.resolve("out.tif")).assertRefused(sentence, REST);
		final Path images = TestInputs.images(folder.resolve("images"), 2, 40);
		mac.run("train", "--input", images, "--output", folder.resolve("model")).assertRefused(sentence, REST);
		assertEquals(2, TestInputs.names(folder).size(), "nothing is left");
	}

	@ParameterizedTest
	@CsvSource({ "Windows, aarch64", "Windows, x86", "Linux, i386", "Linux, riscv64", "FreeBSD, amd64" })
	void networksAreRefusedOnOtherMachines(final String os, final String architecture) throws IOException {
		on(os, architecture).run("edsr", "--input", image(), "--output", folder.resolve("out.tif")).assertRefused(
			"TensorFlow has no libraries for " + os + " on " + architecture, REST);
	}

	/** TensorFlow itself would end the process. */
	@Test
	void aProcessorWithoutAvxIsRefused() throws IOException {
		final Launcher old = Launcher.standard().script(withCpuInfo("model name : Pentium G3420\nflags : fpu sse4_2\n"));
		old.run("edsr", "--input", image(), "--output", folder.resolve("out.tif")).assertRefused(
			"TensorFlow needs a processor with AVX, which this one (Pentium G3420) has not", REST);
		old.run("upscale", "--input", image(), "--output", folder.resolve("out.tif"), "--model", "bicubic-x2").assertFine();
	}

	/** The launcher in a mount namespace of its own, where the system tells of another processor. */
	private Path withCpuInfo(final String text) throws IOException {
		final Path information = Files.writeString(folder.resolve("cpuinfo"), text);
		final String mounted = "unshare -m sh -c 'mount --bind " + information + " /proc/cpuinfo && exec \"$@\"' sh";
		final Path script = Files.writeString(folder.resolve("superres-there"), "#!/bin/sh\n[ \"$1\" = probe ] && exec " + mounted +
			" true\nexec " + mounted + " " + Launcher.app().resolve("superres") + " \"$@\"\n");
		Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
		require(Launcher.standard().script(script).run("probe").status() == 0, "Needs to be root, and allowed to mount.");
		return script;
	}
}
