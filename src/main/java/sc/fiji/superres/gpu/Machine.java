package sc.fiji.superres.gpu;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Where this room looks.
 *
 * @param root of the file system; another one for tests
 * @param environment variables by their names
 * @param os name of the operating system, as Java says it
 * @param arch name of the processor's architecture, as Java says it
 */
public record Machine(Path root, Map<String, String> environment, String os, String arch) {

	/** The one that we run on. */
	public static Machine current() {
		return new Machine(Path.of("/"), System.getenv(), System.getProperty("os.name"), System.getProperty("os.arch"));
	}

	boolean isLinux() {
		return os.startsWith("Linux");
	}

	boolean isWindows() {
		return os.startsWith("Windows");
	}

	/** Whether TensorFlow Java has libraries that compute on NVIDIA's graphics processors here. */
	boolean hasGpuBuild() {
		return isLinux() && (arch.equals("amd64") || arch.equals("x86_64"));
	}

	/** @param path with slashes, below the root or not */
	Path path(final String path) {
		return root.resolve(path.replaceFirst("^/+", ""));
	}

	/** The folders of a variable such as {@code PATH}. */
	List<Path> folders(final String variable) {
		final List<Path> folders = new ArrayList<>();
		for (final String folder : environment.getOrDefault(variable, "").split(isWindows() ? ";" : ":")) {
			try {
				if (!folder.isBlank()) folders.add(Path.of(folder));
			}
			catch (final InvalidPathException e) {
				continue; // nothing can lie there
			}
		}
		return folders;
	}

	/** The files of a pattern such as {@code usr/local/cuda*&#47;lib64}, sorted, those that begin with a dot left out. */
	List<Path> files(final String pattern) {
		List<Path> found = List.of(root);
		for (final String name : Arrays.stream(pattern.split("/")).filter(each -> !each.isEmpty()).toList())
			found = found.stream().flatMap(folder -> matches(folder, name).stream()).toList();
		return found;
	}

	private static List<Path> matches(final Path folder, final String name) {
		if (!name.contains("*") && !name.contains("?")) return Files.exists(folder.resolve(name)) ? List.of(folder.resolve(name))
			: List.of();
		final List<Path> found = new ArrayList<>();
		try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, name)) {
			files.forEach(found::add);
		}
		catch (final IOException | DirectoryIteratorException e) {
			return List.of(); // what cannot be read is of no use
		}
		return found.stream().filter(file -> !file.getFileName().toString().startsWith(".")).sorted().toList();
	}

	/** Empty where a file cannot be read. */
	static String text(final Path file) {
		try {
			return Files.readString(file, StandardCharsets.ISO_8859_1);
		}
		catch (final IOException e) {
			return "";
		}
	}
}
