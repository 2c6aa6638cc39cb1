package sc.fiji.superres.engine;

/**
 * Where an engine computes.
 *
 * @param gpu number of the graphics processor, as TensorFlow counts the visible ones; {@link #CPU_ONLY} for the CPU
 * @param text for users, such as {@code CPU} or {@code GPU 0 (NVIDIA A100-SXM4-40GB, 40960 MB)}
 * @param gpuBytes that may be taken of the graphics processor's memory; 0 on the CPU
 */
public record Placement(int gpu, String text, long gpuBytes) {

	private static final int CPU_ONLY = -1;

	public static final Placement CPU = new Placement(CPU_ONLY, "CPU", 0);

	/** @param description name and memory */
	public static Placement gpu(final int number, final String description, final long bytes) {
		return new Placement(number, "GPU " + number + " (" + description + ")", bytes);
	}

	public boolean isGpu() {
		return gpu != CPU_ONLY;
	}

	/** {@code CPU} or {@code GPU}: results of one kind of device are alike, those of two differ in their last digits. */
	public String kind() {
		return isGpu() ? "GPU" : "CPU";
	}

	/** Bytes that may be taken now of the memory that windows are computed in: the device's own, or the machine's. */
	public long freeBytes() {
		return isGpu() ? gpuBytes : AvailableMemory.bytes();
	}
}
