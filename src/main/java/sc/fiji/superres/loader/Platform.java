package sc.fiji.superres.loader;

import java.util.Locale;

import sc.fiji.superres.engine.EngineException;

/** The platforms that TensorFlow Java has native libraries for. */
public enum Platform {

	LINUX_X86_64("linux64", "linux-x86_64"),
	LINUX_ARM64("linux-arm64", "linux-arm64"),
	MACOS_ARM64("macos-arm64", "macosx-arm64"),
	WINDOWS_X86_64("win64", "windows-x86_64");

	/** What a message ends with that refuses TensorFlow. */
	static final String WITHOUT_TENSORFLOW = "Baselines such as bicubic-x2 and the measurements need no TensorFlow.";

	/** A Java for Intel processors runs on the other Macs, too, and does not know. */
	private static final String INTEL_MAC = "TensorFlow Java has no libraries for Macs with Intel processors any more (its " +
		"last ones are those of version 1.0.0): use another machine, or, if this Mac has an Apple processor, a Java for that. ";

	private final String folder;
	private final String natives;

	Platform(final String folder, final String natives) {
		this.folder = folder;
		this.natives = natives;
	}

	/** ImageJ's name of the platform, a folder of {@code lib}. */
	public String folder() {
		return folder;
	}

	/** TensorFlow's name of the platform, the folder of the native libraries inside their jar. */
	public String natives() {
		return natives;
	}

	/** Whether TensorFlow Java has libraries for it that compute on a GPU. */
	public boolean hasGpuLibraries() {
		return this == LINUX_X86_64;
	}

	/** @throws EngineException if there are no native libraries for this machine */
	public static Platform current() {
		return of(System.getProperty("os.name"), System.getProperty("os.arch"));
	}

	static Platform of(final String osName, final String osArch) {
		final String os = osName.toLowerCase(Locale.ROOT);
		final boolean intel = isIntel(osArch);
		final boolean arm = osArch.equals("aarch64");
		if (os.startsWith("linux") && intel) return LINUX_X86_64;
		if (os.startsWith("linux") && arm) return LINUX_ARM64;
		if (os.startsWith("mac") && arm) return MACOS_ARM64;
		if (os.startsWith("windows") && intel) return WINDOWS_X86_64;
		throw new EngineException((os.startsWith("mac") && intel ? INTEL_MAC : "TensorFlow has no libraries for " + osName +
			" on " + osArch + "; it runs on Linux (x86-64, ARM64), macOS (ARM64) and Windows (x86-64). ") + WITHOUT_TENSORFLOW);
	}

	/** Whether a processor, as Java names it, is a 64-bit one of Intel's kind. */
	static boolean isIntel(final String osArch) {
		return osArch.equals("amd64") || osArch.equals("x86_64");
	}
}
