package sc.fiji.superres.engine;

/**
 * What a user wants to compute on.
 *
 * @param kind of device
 * @param number of the graphics processor, as TensorFlow counts the visible ones; {@link #ANY} for the first
 */
public record Device(Kind kind, int number) {

	/** What decides. */
	public enum Kind {
		/** A graphics processor where TensorFlow finds one, else the CPU. */
		AUTO,
		/** The CPU, whatever else there is. */
		CPU,
		/** A graphics processor; its lack is an error. */
		GPU
	}

	/** Whichever is the first. */
	public static final int ANY = -1;

	public static final Device AUTO = new Device(Kind.AUTO, ANY);
	public static final Device CPU = new Device(Kind.CPU, ANY);
	public static final Device GPU = new Device(Kind.GPU, ANY);

	/**
	 * Reads {@code auto}, {@code cpu}, {@code gpu} or {@code gpu:N}.
	 *
	 * @throws IllegalArgumentException if it is none of them
	 */
	public static Device parse(final String text) {
		if (text.equals("auto")) return AUTO;
		if (text.equals("cpu")) return CPU;
		if (text.equals("gpu")) return GPU;
		if (text.matches("gpu:\\d{1,3}")) return new Device(Kind.GPU, Integer.parseInt(text.substring("gpu:".length())));
		throw new IllegalArgumentException("device is \"" + text + "\", but must be auto, cpu, gpu, or gpu:N with the number of " +
			"a GPU, counted from 0.");
	}

	/** As users write it. */
	@Override
	public String toString() {
		return switch (kind) {
			case AUTO -> "auto";
			case CPU -> "cpu";
			case GPU -> number == ANY ? "gpu" : "gpu:" + number;
		};
	}
}
