package sc.fiji.superres.upscale;

import java.io.IOException;

/** Receives the upscaled planes, in order. */
public interface PlaneReceiver<T> {

	/**
	 * Takes a plane, which is then no longer kept here. Called by a thread of its own while the next plane is computed.
	 *
	 * @param plane its index in the series
	 * @throws IOException if it cannot be kept; it ends the run as it is
	 */
	void accept(int plane, UpscaledPlane<T> upscaled) throws IOException;
}
