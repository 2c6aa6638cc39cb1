package sc.fiji.superres.gpu;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A machine in a folder: with the graphics processors, drivers and libraries that a test puts there. */
public final class FakeMachine {

	public static final String A100 = "0, GPU-aaaa-1, NVIDIA A100-SXM4-40GB, 40960, 40000, 535.54.03";

	private final Path root;
	private final Map<String, String> environment = new LinkedHashMap<>();

	public FakeMachine(final Path root) {
		this.root = root;
	}

	/** One with a graphics processor, its driver, and all libraries. */
	public static FakeMachine ready(final Path root) {
		return new FakeMachine(root).smi(A100).libraries("usr/lib64", CudaLibraries.NAMES.toArray(String[]::new));
	}

	public FakeMachine with(final String variable, final String value) {
		environment.put(variable, value);
		return this;
	}

	public FakeMachine file(final String path, final String text) {
		try {
			Files.createDirectories(root.resolve(path).getParent());
			Files.writeString(root.resolve(path), text);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
		return this;
	}

	/** An nvidia-smi that prints these lines. */
	public FakeMachine smi(final String... lines) {
		return script("cat <<'END'\n" + String.join("\n", lines) + "\nEND\n");
	}

	/** An nvidia-smi that does this. */
	public FakeMachine script(final String commands) {
		file("usr/bin/nvidia-smi", "#!/bin/sh\n" + commands);
		root.resolve("usr/bin/nvidia-smi").toFile().setExecutable(true);
		return this;
	}

	public FakeMachine libraries(final String folder, final String... names) {
		for (final String name : names)
			file(folder + "/" + name, "");
		return this;
	}

	/** A display adapter of NVIDIA's in a slot. */
	public FakeMachine hardware() {
		return file("sys/bus/pci/devices/0000:01:00.0/vendor", "0x10de\n").file("sys/bus/pci/devices/0000:01:00.0/class",
			"0x030000\n");
	}

	public Path path(final String path) {
		return root.resolve(path);
	}

	public Machine linux() {
		return on("Linux", "amd64");
	}

	public Machine on(final String os, final String arch) {
		return new Machine(root, environment, os, arch);
	}
}
