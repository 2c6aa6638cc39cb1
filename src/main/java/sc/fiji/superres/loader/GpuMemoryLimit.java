package sc.fiji.superres.loader;

import sc.fiji.superres.engine.EngineException;

/**
 * How much of a graphics processor's memory TensorFlow may take. It takes what it needs and keeps it, up to what is free at
 * its first computation there, or up to this limit; TensorFlow settles that for the whole process. Where neither property nor
 * variable is set, the {@link EngineSettings} say it.
 */
public final class GpuMemoryLimit {

	/** A system property, for programs: it goes before the variable. */
	public static final String PROPERTY = "superres.gpu.memory";

	/** A variable, for users. */
	static final String VARIABLE = "SUPERRES_GPU_MEMORY";

	private GpuMemoryLimit() {}

	/**
	 * In megabytes; 0 for none.
	 *
	 * @throws EngineException if it is not a whole number
	 */
	public static int megabytes() {
		final String property = System.getProperty(PROPERTY), variable = System.getenv(VARIABLE);
		if (property != null) return parse(PROPERTY, property);
		return variable != null ? parse(VARIABLE, variable) : EngineSettings.read(EngineFolders.standard()).gpuMemory();
	}

	/**
	 * Reads a limit.
	 *
	 * @param name what the user knows it by
	 * @return megabytes; 0 for no limit, also where the text is blank
	 * @throws EngineException if it is not a whole number from 0 on
	 */
	public static int parse(final String name, final String text) {
		if (text.isBlank()) return 0;
		if (text.strip().matches("\\d{1,8}")) return Integer.parseInt(text.strip());
		throw new EngineException(name + " is \"" + text + "\", but must be a whole number of megabytes, or 0 for no limit.");
	}
}
