package sc.fiji.superres.imagej;

import java.io.IOException;

import ij.ImageStack;
import ij.process.ImageProcessor;

/**
 * Where the planes of a result are kept, all of one size and type.
 */
interface PlaneStore {

	/**
	 * Keeps the pixels of a plane.
	 *
	 * @param plane its place, from 0, in any order
	 * @throws IOException if they cannot be kept; the message is for users
	 */
	void write(int plane, ImageProcessor pixels) throws IOException;

	/** All planes, without labels. */
	ImageStack stack();
}
