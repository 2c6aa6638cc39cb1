package sc.fiji.superres.loader;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Which of NVIDIA's libraries TensorFlow needs for a GPU, of those in the jar {@code org.bytedeco:cuda:…:linux-x86_64-redist}
 * (CUDA 12.6, cuDNN 9.5). The driver's {@code libcuda.so.1} is not among them: it comes with the driver.
 * <p>
 * The names are those of the jar's directory and what each depends on is read from its dynamic section. The jar also holds
 * NPP, NVJPEG, nvCOMP, NCCL, CUPTI and cuRAND, which one GPU that only computes does not need.
 */
public final class NvidiaLibraries {

	/** What they take when they are unpacked. */
	public static final long UNPACKED_BYTES = 2_304_961_320L;

	private static final String FOLDER = "org/bytedeco/cuda/linux-x86_64/";

	/**
	 * cuFFT and cuDNN's engines open nvrtc and nvJitLink while they run, cuDNN opens its parts: these have no such dependency
	 * in their files, but find them only if they are loaded.
	 */
	private static final List<String> LIBRARIES = List.of("libcudart.so.12", "libnvrtc-builtins.so.12.6", "libnvrtc.so.12",
		"libnvJitLink.so.12", "libcublasLt.so.12", "libcublas.so.12", "libcufft.so.11", "libcusparse.so.12",
		"libcusolver.so.11", "libcudnn.so.9", "libcudnn_graph.so.9", "libcudnn_ops.so.9", "libcudnn_cnn.so.9",
		"libcudnn_adv.so.9", "libcudnn_heuristic.so.9", "libcudnn_engines_runtime_compiled.so.9",
		"libcudnn_engines_precompiled.so.9");

	private NvidiaLibraries() {}

	/** The names of the libraries; each comes after those that it depends on. */
	static List<String> libraries() {
		return LIBRARIES;
	}

	/** The entries of the jar that hold them, in the same order. */
	static List<String> entries() {
		return LIBRARIES.stream().map(FOLDER::concat).toList();
	}

	/** Where they lie below the folder that the jar is unpacked to. */
	static Path folder(final Path unpacked) {
		return unpacked.resolve(FOLDER);
	}

	/**
	 * Loads them, so that TensorFlow, which asks the system for them by name, gets these.
	 *
	 * @param unpacked folder that the jar is unpacked to
	 * @param notice is told which one cannot be loaded; TensorFlow then does without a GPU
	 */
	static void load(final Path unpacked, final Consumer<String> notice) {
		for (final String library : LIBRARIES) {
			try {
				System.load(folder(unpacked).resolve(library).toString());
			}
			catch (final UnsatisfiedLinkError e) {
				notice.accept("NVIDIA's library " + library + " cannot be loaded: " + e.getMessage());
				return;
			}
		}
	}

	/** Whether a jar's file name is that of NVIDIA's libraries. */
	public static boolean isJar(final String fileName) {
		return fileName.matches("cuda-.+-linux-x86_64-redist\\.jar");
	}
}
