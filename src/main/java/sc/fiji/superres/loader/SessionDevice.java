package sc.fiji.superres.loader;

/**
 * A device as TensorFlow lists it.
 *
 * @param type {@code CPU} or {@code GPU}
 * @param bytes of memory that TensorFlow may take there
 */
public record SessionDevice(String type, long bytes) {

	boolean isGpu() {
		return type.equals("GPU");
	}
}
