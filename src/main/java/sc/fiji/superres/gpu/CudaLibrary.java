package sc.fiji.superres.gpu;

import java.nio.file.Path;

/**
 * A library that TensorFlow opens when it starts to compute on a graphics processor.
 *
 * @param name by which it is opened, such as {@code libcudnn.so.9}
 * @param place where it was found
 * @param file that was found; null where none was
 */
public record CudaLibrary(String name, Place place, Path file) {

	/** Where a library was found. */
	public enum Place {
		/** In a folder of the engine, which opens it by its path, or in a file from which the engine will unpack it. */
		ENGINE,
		/** Where programs look for libraries. */
		SEARCHED,
		/** In a folder where no program looks for it. */
		ELSEWHERE,
		/** There is one of another version only. */
		OTHER_VERSION,
		/** Nowhere. */
		MISSING
	}

	/** Whether TensorFlow will get it. */
	boolean isUsable() {
		return place == Place.ENGINE || place == Place.SEARCHED;
	}

	/** Such as {@code libcudnn.so.9: another version only, /usr/lib/libcudnn.so.8}. */
	@Override
	public String toString() {
		return name + ": " + switch (place) {
			case ENGINE -> "with the engine, " + file;
			case SEARCHED -> "found, " + file;
			case ELSEWHERE -> "not on the search path, " + file;
			case OTHER_VERSION -> "another version only, " + file;
			case MISSING -> "missing";
		};
	}
}
