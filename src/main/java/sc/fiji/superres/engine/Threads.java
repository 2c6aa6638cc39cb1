package sc.fiji.superres.engine;

/** How many threads compute. */
public final class Threads {

	/** TensorFlow starts as many as it is told to, whether the machine can bear them or not. */
	private static final int MOST = 1024;

	private static final String SLURM = "SLURM_CPUS_PER_TASK";

	private Threads() {}

	/**
	 * Reads {@code auto} (what SLURM gives to the task, else all processors) or a whole number from 1 to 1024.
	 *
	 * @throws IllegalArgumentException if it is neither
	 */
	public static int parse(final String text) {
		if (text.equals("auto")) return available(System.getenv(SLURM));
		if (isCount(text)) return Integer.parseInt(text);
		throw new IllegalArgumentException("threads is \"" + text + "\", but must be a whole number from 1 to " + MOST +
			", or auto.");
	}

	static int available(final String slurm) {
		return slurm != null && isCount(slurm) ? Integer.parseInt(slurm) : Runtime.getRuntime().availableProcessors();
	}

	private static boolean isCount(final String text) {
		return text.matches("[1-9][0-9]{0,3}") && Integer.parseInt(text) <= MOST;
	}
}
