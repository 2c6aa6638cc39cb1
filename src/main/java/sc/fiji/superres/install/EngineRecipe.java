package sc.fiji.superres.install;

import java.util.ArrayList;
import java.util.List;

import sc.fiji.superres.engine.EngineException;
import sc.fiji.superres.loader.NvidiaLibraries;
import sc.fiji.superres.loader.Platform;

/**
 * What an engine is made of.
 *
 * @param version of TensorFlow Java
 * @param platform that it is to run on
 * @param gpu whether with the libraries that compute on a GPU, which exist for Linux on x86-64 only; they compute on the CPU
 *          too
 * @param nvidia whether with NVIDIA's CUDA and cuDNN, for machines that have only NVIDIA's driver: {@value #NVIDIA_MEGABYTES}
 *          MB, under NVIDIA's licence, which the user must have agreed to
 */
public record EngineRecipe(String version, Platform platform, boolean gpu, boolean nvidia) {

	/** What NVIDIA's libraries add to the download (CUDA 12.6 and cuDNN 9.5). */
	public static final int NVIDIA_MEGABYTES = 2027;

	private static final String TENSORFLOW = "org.tensorflow", NATIVES = "tensorflow-core-native";

	/** @throws EngineException if there is no such engine */
	public EngineRecipe {
		if (gpu && !platform.hasGpuLibraries())
			throw new EngineException("TensorFlow has no libraries for GPUs on " + platform.natives() + ", only on " +
				Platform.LINUX_X86_64.natives() + ". Install the engine for the CPU.");
		if (nvidia && !gpu)
			throw new EngineException("NVIDIA's libraries belong to the engine for GPUs: install that one, or leave them out.");
		if (!version.matches("\\d+(\\.\\d+)*"))
			throw new EngineException("The version of TensorFlow Java is \"" + version + "\", but must be numbers with dots, such as " +
				defaultVersion() + ".");
	}

	/** The version of TensorFlow Java that this software is built with. */
	public static String defaultVersion() {
		return Versions.of("tensorflow");
	}

	/** The name of the engine's folder, such as {@code tensorflow-1.1.0-gpu}. */
	public String name() {
		return "tensorflow-" + version + (gpu ? "-gpu" : "-cpu");
	}

	/**
	 * All its jars, in the versions that TensorFlow Java's own descriptions name.
	 *
	 * @throws EngineException if it is not of the version that this software is built with: those of others are known to the
	 *           repository only
	 */
	List<EngineJar> jars() {
		if (!version.equals(defaultVersion()))
			throw new EngineException("What TensorFlow Java " + version + " is made of is known to Maven Central only. Install it " +
				"from there, or choose version " + defaultVersion() + ".");
		final List<EngineJar> jars = new ArrayList<>(roots());
		jars.addAll(List.of(new EngineJar(TENSORFLOW, NATIVES, version), new EngineJar(TENSORFLOW, "ndarray", Versions.of(
			"ndarray")), new EngineJar("org.bytedeco", "javacpp", Versions.of("javacpp")), new EngineJar("com.google.protobuf",
				"protobuf-java", Versions.of("protobuf"))));
		return List.copyOf(jars);
	}

	/** The jars from which all others follow by the descriptions in the repository; the first one names the version. */
	List<EngineJar> roots() {
		final List<EngineJar> roots = new ArrayList<>(List.of(new EngineJar(TENSORFLOW, "tensorflow-core-api", version),
			natives()));
		if (nvidia) roots.add(new EngineJar("org.bytedeco", "cuda", Versions.of("cuda"), "linux-x86_64-redist"));
		return List.copyOf(roots);
	}

	/** The jar with the native libraries. */
	EngineJar natives() {
		return new EngineJar(TENSORFLOW, NATIVES, version, platform.natives() + (gpu ? "-gpu" : ""));
	}

	/** About what is to be downloaded, in bytes; measured with 1.1.0. What it really is, the repository says. */
	public long downloadBytes() {
		final int megabytes = gpu ? 537 : switch (platform) {
			case LINUX_X86_64 -> 171;
			case LINUX_ARM64 -> 168;
			case MACOS_ARM64 -> 144;
			case WINDOWS_X86_64 -> 264;
		};
		return (megabytes + (nvidia ? NVIDIA_MEGABYTES : 0)) * 1_000_000L;
	}

	/** About what its native libraries take when they are unpacked, beside the jars, in bytes; measured with 1.1.0. */
	public long unpackedBytes() {
		final int megabytes = gpu ? 1252 : switch (platform) {
			case LINUX_X86_64 -> 683;
			case LINUX_ARM64 -> 768;
			case MACOS_ARM64 -> 656;
			case WINDOWS_X86_64 -> 958;
		};
		return megabytes * 1_000_000L + (nvidia ? NvidiaLibraries.UNPACKED_BYTES : 0);
	}
}
