package sc.fiji.superres.upscale;

import java.io.IOException;

import net.imglib2.img.Img;

/** Receives the upscaled planes, in order. */
public interface PlaneReceiver<T> {

	/**
	 * Takes a plane, which is then no longer kept here. Called by a thread of its own while the next plane is computed.
	 *
	 * @param plane its index in the series
	 * @param hr the result, starting at (0, 0)
	 * @throws IOException if it cannot be kept; it ends the run as it is
	 */
	void accept(int plane, Img<T> hr) throws IOException;
}
