package sc.fiji.superres.loader;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;

import sc.fiji.superres.engine.EngineException;
import sc.fiji.superres.io.WholeFile;

/**
 * What a user has settled about engines, for all later starts.
 *
 * @param engine name of the engine to load, or {@value #AUTO}
 * @param gpuMemory most megabytes of a GPU's memory that are taken; 0 for no limit
 */
public record EngineSettings(String engine, int gpuMemory) {

	public static final String AUTO = "auto";

	private static final String FILE = "engine.properties";
	private static final String ENGINE = "engine";
	private static final String GPU_MEMORY = "gpu_memory";

	public EngineSettings {
		if (gpuMemory < 0)
			throw new IllegalArgumentException("gpu_memory is " + gpuMemory + ", but must be megabytes, or 0 for no limit.");
	}

	static EngineSettings defaults() {
		return new EngineSettings(AUTO, 0);
	}

	/**
	 * Those that were saved last.
	 *
	 * @throws EngineException if the file of them cannot be read
	 */
	public static EngineSettings read(final EngineFolders folders) {
		final Optional<Path> file = file(folders.settingsPlaces());
		if (file.isEmpty()) return defaults();
		final Properties properties = new Properties();
		try (Reader reader = Files.newBufferedReader(file.get())) {
			properties.load(reader);
			return new EngineSettings(properties.getProperty(ENGINE, AUTO).strip(), GpuMemoryLimit.parse(GPU_MEMORY, properties
				.getProperty(GPU_MEMORY, "0")));
		}
		catch (final IOException | IllegalArgumentException | EngineException e) {
			throw new EngineException(file.get() + " cannot be read (" + e.getMessage() +
				"). Delete it, and choose in \"TensorFlow Engine...\" again.", e);
		}
	}

	private static Optional<Path> file(final List<Path> places) {
		return places.stream().map(place -> place.resolve(FILE)).filter(Files::exists).findFirst();
	}

	/**
	 * Saves them.
	 *
	 * @param notice is told where they lie elsewhere than wished
	 * @throws EngineException if there is no place
	 * @throws IOException if they cannot be written
	 */
	public void write(final EngineFolders folders, final Consumer<String> notice) throws IOException {
		final Properties properties = new Properties();
		properties.setProperty(ENGINE, engine);
		properties.setProperty(GPU_MEMORY, String.valueOf(gpuMemory));
		WholeFile.write(folders.writable(notice).resolve(FILE), part -> {
			try (Writer writer = Files.newBufferedWriter(part)) {
				properties.store(writer, "Read when ImageJ starts; written by \"TensorFlow Engine...\"");
			}
		});
	}
}
