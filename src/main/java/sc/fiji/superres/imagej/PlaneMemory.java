package sc.fiji.superres.imagej;

import ij.ImageStack;
import ij.process.ImageProcessor;

/** Keeps the arrays of planes, without a copy. */
final class PlaneMemory implements PlaneStore {

	private final ImageProcessor[] planes;

	PlaneMemory(final int size) {
		planes = new ImageProcessor[size];
	}

	@Override
	public void write(final int plane, final ImageProcessor pixels) {
		planes[plane] = pixels;
	}

	@Override
	public ImageStack stack() {
		final ImageStack stack = new ImageStack(planes[0].getWidth(), planes[0].getHeight());
		for (final ImageProcessor plane : planes)
			stack.addSlice(null, plane.getPixels());
		return stack;
	}
}
