package sc.fiji.superres.gpu;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import sc.fiji.superres.gpu.CudaLibrary.Place;

/**
 * NVIDIA's libraries that TensorFlow 2.18 needs, and which of them a Linux machine has. TensorFlow opens them by their names
 * when it starts; where one is missing, it computes on the CPU.
 *
 * @param all in the order of {@link #NAMES}
 */
public record CudaLibraries(List<CudaLibrary> all) {

	/** Comes with the driver, the others with CUDA and cuDNN. */
	static final String DRIVER = "libcuda.so.1";

	/** As TensorFlow 2.18 opens them: CUDA 12 and cuDNN 9. */
	static final List<String> NAMES = List.of(DRIVER, "libcudart.so.12", "libcublas.so.12", "libcublasLt.so.12",
		"libcudnn.so.9", "libcufft.so.11", "libcusolver.so.11", "libcusparse.so.12");

	/** Where CUDA's installers, distributions, WSL and Conda put them. */
	private static final List<String> USUAL = List.of("usr/local/cuda*/lib64", "usr/local/cuda*/targets/x86_64-linux/lib",
		"opt/cuda*/lib64", "usr/lib/x86_64-linux-gnu", "usr/lib64", "usr/lib", "usr/lib/wsl/lib", "usr/lib/nvidia*",
		"usr/lib/x86_64-linux-gnu/nvidia/current");

	/**
	 * Looks for them.
	 *
	 * @param engineFolders folders from which the engine itself opens libraries
	 */
	public static CudaLibraries of(final Machine machine, final List<Path> engineFolders) {
		return of(machine, engineFolders, Map.of());
	}

	/**
	 * The same where the engine will bring some along.
	 *
	 * @param packed files that hold libraries, by the names of these
	 */
	public static CudaLibraries of(final Machine machine, final List<Path> engineFolders, final Map<String, Path> packed) {
		final LoaderPath searched = new LoaderPath(machine);
		final List<Path> elsewhere = new ArrayList<>();
		USUAL.forEach(pattern -> elsewhere.addAll(machine.files(pattern)));
		machine.folders("CONDA_PREFIX").forEach(folder -> elsewhere.add(folder.resolve("lib")));
		return new CudaLibraries(NAMES.stream().map(name -> packed.containsKey(name) ? new CudaLibrary(name, Place.ENGINE,
			packed.get(name)) : find(name, engineFolders, searched, elsewhere)).toList());
	}

	private static CudaLibrary find(final String name, final List<Path> engineFolders, final LoaderPath searched,
		final List<Path> elsewhere)
	{
		final Optional<Path> engine = first(engineFolders, name);
		if (engine.isPresent()) return new CudaLibrary(name, Place.ENGINE, engine.get());
		final Optional<Path> found = searched.find(name);
		if (found.isPresent()) return new CudaLibrary(name, Place.SEARCHED, found.get());
		final Optional<Path> other = first(elsewhere, name);
		if (other.isPresent()) return new CudaLibrary(name, Place.ELSEWHERE, other.get());
		return Stream.of(engineFolders, searched.folders(), elsewhere).flatMap(List::stream).flatMap(folder -> versions(folder,
			name).stream()).findFirst().map(file -> new CudaLibrary(name, Place.OTHER_VERSION, file)).orElse(new CudaLibrary(name,
				Place.MISSING, null));
	}

	private static Optional<Path> first(final List<Path> folders, final String name) {
		return folders.stream().map(folder -> folder.resolve(name)).filter(Files::isRegularFile).findFirst();
	}

	/** Files of the same library with one number behind it; {@code libcudnn.so.8.9.7} is what {@code libcudnn.so.8} means. */
	private static List<Path> versions(final Path folder, final String name) {
		final List<Path> found = new ArrayList<>();
		final String stem = name.substring(0, name.lastIndexOf('.') + 1);
		try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, stem + "*")) {
			files.forEach(found::add);
		}
		catch (final IOException | DirectoryIteratorException e) {
			return List.of(); // no such folder
		}
		return found.stream().filter(file -> file.getFileName().toString().substring(stem.length()).matches("\\d+") && Files
			.isRegularFile(file)).sorted().toList();
	}

	/** Whether TensorFlow will get all of them. */
	boolean areComplete() {
		return all.stream().allMatch(CudaLibrary::isUsable);
	}

	/** Those that TensorFlow will not get. */
	List<CudaLibrary> unusable() {
		return all.stream().filter(library -> !library.isUsable()).toList();
	}

	/** Folders that hold what no program looks for there. */
	List<Path> foldersToAdd() {
		return all.stream().filter(library -> library.place() == Place.ELSEWHERE).map(library -> library.file().getParent())
			.distinct().toList();
	}
}
