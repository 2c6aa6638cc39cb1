package sc.fiji.superres.batch;

import java.io.IOException;
import java.util.Map;

import sc.fiji.superres.upscale.PlaneReceiver;

/** The result of an image on its way to its file: it takes the planes as they are made, and keeps few in memory. */
public interface ResultFile<T> extends PlaneReceiver<T>, AutoCloseable {

	/**
	 * Completes the file, after all planes were taken.
	 *
	 * @param facts how the result was made, by name
	 * @throws IOException if it cannot be written; the message is for users
	 */
	void write(Map<String, String> facts) throws IOException;

	@Override
	void close() throws IOException;
}
