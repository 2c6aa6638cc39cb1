package sc.fiji.superres.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import sc.fiji.superres.ForkedJvm;
import sc.fiji.superres.install.EngineJars;
import sc.fiji.superres.install.EngineRecipe;
import sc.fiji.superres.install.TestRecipes;
import sc.fiji.superres.loader.Platform;

/** What a machine looks like that has a GPU of NVIDIA's, its driver and an engine for it, but no CUDA. */
final class GpuWithoutCuda {

	private GpuWithoutCuda() {}

	/**
	 * Lets a JVM find it so.
	 *
	 * @param driver folder for driver and programs, which is made
	 * @param engines folder of added engines
	 */
	static ForkedJvm.Start pretend(final ForkedJvm.Start jvm, final Path driver, final Path engines) throws IOException {
		final EngineRecipe gpu = TestRecipes.gpu(Platform.LINUX_X86_64, false);
		EngineJars.write(gpu, engines.resolve(gpu.name()));
		Files.createFile(Files.createDirectory(driver).resolve("libcuda.so.1"));
		final Path program = Files.writeString(driver.resolve("nvidia-smi"), "#!/bin/sh\necho '0, GPU-aaaa-1, NVIDIA " +
			"A100-SXM4-40GB, 40960, 40000, 535.54.03'\n");
		if (!program.toFile().setExecutable(true)) throw new IOException(program + " cannot be made executable.");
		return jvm.environment("PATH", driver).environment("LD_LIBRARY_PATH", driver);
	}
}
