package sc.fiji.superres.gpu;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The one thing to do next, so that TensorFlow computes on a graphics processor.
 *
 * @param isReady whether nothing is left to do
 * @param text one sentence, for the user
 */
public record GpuAdvice(boolean isReady, String text) {

	/** Of CUDA 12 on Linux: NVIDIA, "CUDA Toolkit Release Notes", minor version compatibility. */
	static final String OLDEST_DRIVER = "525.60.13";

	/** @param gpuEngine whether TensorFlow's libraries for graphics processors are installed */
	public static GpuAdvice of(final Machine machine, final Gpus gpus, final boolean gpuEngine, final CudaLibraries libraries) {
		final String obstacle = obstacle(machine, gpus, gpuEngine, libraries);
		return obstacle == null ? new GpuAdvice(true, "All is there to compute on GPU 0 (" + gpus.describe(0) + ").")
			: new GpuAdvice(false, obstacle);
	}

	/** Null where there is none. */
	private static String obstacle(final Machine machine, final Gpus gpus, final boolean gpuEngine,
		final CudaLibraries libraries)
	{
		if (!machine.hasGpuBuild()) return "TensorFlow Java has no GPU libraries for " + machine.os() + " on " + machine.arch() +
			", only for Linux on x86-64, so networks are computed on the CPU.";
		final String driver = driver(gpus);
		if (driver != null) return driver;
		if (!gpuEngine) return "TensorFlow's GPU libraries are not installed: install the GPU engine by \"TensorFlow " +
			"Engine...\" (Install: gpu), or by superres engine.";
		return libraries.areComplete() ? null : libraries(machine, libraries);
	}

	private static String driver(final Gpus gpus) {
		if (!gpus.hasDriver()) return gpus.hasHardware() ? "There is an NVIDIA GPU, but no driver for it: install NVIDIA's " +
			"driver, version " + OLDEST_DRIVER + " or newer." : "No NVIDIA GPU was found, so networks are computed on the CPU.";
		if (!gpus.problem().isEmpty() && !gpus.hasHardware())
			return "No NVIDIA GPU was found (nvidia-smi says \"" + gpus.problem() + "\"), so networks are computed on the CPU.";
		if (!gpus.problem().isEmpty()) return "NVIDIA's driver does not work: nvidia-smi says \"" + gpus.problem() +
			"\". Start the machine again, or install the driver again.";
		if (isOlder(gpus.driver(), OLDEST_DRIVER)) return "NVIDIA's driver is " + gpus.driver() + ", but must be " +
			OLDEST_DRIVER + " or newer for CUDA 12: install a newer one.";
		return !gpus.areHidden() ? null
			: "The variable CUDA_VISIBLE_DEVICES hides all NVIDIA GPUs: unset it, or set it to the number of one.";
	}

	private static String libraries(final Machine machine, final CudaLibraries libraries) {
		final List<Path> folders = libraries.foldersToAdd();
		final boolean onlyThose = libraries.unusable().stream().allMatch(each -> each.place() == CudaLibrary.Place.ELSEWHERE);
		if (onlyThose) {
			final String before = machine.environment().getOrDefault("LD_LIBRARY_PATH", "");
			return "NVIDIA's libraries are where no program looks for them: set LD_LIBRARY_PATH=" + folders.stream().map(
				Path::toString).collect(Collectors.joining(":")) + (before.isBlank() ? "" : ":" + before) + " before ImageJ is started.";
		}
		if (libraries.unusable().stream().anyMatch(each -> each.name().equals(CudaLibraries.DRIVER) && each
			.place() != CudaLibrary.Place.ELSEWHERE)) return "The driver's library " + CudaLibraries.DRIVER +
				" is missing: install NVIDIA's driver again (in a container, let it see the driver, as docker run --gpus all does).";
		return "NVIDIA's CUDA 12 and cuDNN 9 are not complete (" + named(libraries.unusable()) + " missing or " +
			"of another version): install the GPU engine with NVIDIA's libraries by \"TensorFlow Engine...\", or by superres engine.";
	}

	/** The first one, and how many more: all stand in the report. */
	private static String named(final List<CudaLibrary> unusable) {
		return unusable.get(0).name() + (unusable.size() == 1 ? " is" : " and " + (unusable.size() - 1) + " more are");
	}

	/** Whether a version is known and below another. */
	static boolean isOlder(final String version, final String least) {
		if (!version.matches("\\d{1,6}(\\.\\d{1,6})*")) return false;
		final String[] found = version.split("\\."), needed = least.split("\\.");
		for (int i = 0; i < needed.length; i++) {
			final int part = i < found.length ? Integer.parseInt(found[i]) : 0;
			if (part != Integer.parseInt(needed[i])) return part < Integer.parseInt(needed[i]);
		}
		return false;
	}
}
