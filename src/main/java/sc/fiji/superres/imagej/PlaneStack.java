package sc.fiji.superres.imagej;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

import ij.VirtualStack;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

/**
 * A virtual stack of ImageJ whose planes are read from elsewhere, one each time that one is asked for. It shows them as a
 * stack in memory would, and keeps labels; pixels that are changed are not kept.
 */
final class PlaneStack extends VirtualStack {

	private final PlanePixels pixels;
	private final String[] labels;
	private double min = Double.MAX_VALUE; // none
	private double max;

	/**
	 * @param bitDepth 8, 16, 32 or, for RGB, 24
	 * @param pixels whose arrays are made anew each time
	 */
	PlaneStack(final int width, final int height, final int planes, final int bitDepth, final PlanePixels pixels) {
		super(width, height, planes, bitDepth == 24 ? "RGB" : bitDepth + "-bit");
		this.pixels = pixels;
		labels = new String[planes];
	}

	/**
	 * The pixels of a plane.
	 *
	 * @param index from 1
	 * @throws IOException if they cannot be read; the message is for users
	 */
	Object read(final int index) throws IOException {
		return pixels.read(translate(index));
	}

	/** The file that the planes are read from. */
	Path file() {
		return pixels.file();
	}

	/** @throws UncheckedIOException if it cannot be read: ImageJ's own stacks would make up an empty plane */
	@Override
	public ImageProcessor getProcessor(final int index) {
		final ImageProcessor plane;
		try {
			plane = Planes.processor(Planes.wrap(read(index), getWidth(), getHeight()));
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e.getMessage(), e);
		}
		if (!(plane instanceof ColorProcessor)) {
			if (getColorModel() != null) plane.setColorModel(getColorModel());
			if (min != Double.MAX_VALUE) plane.setMinAndMax(min, max);
		}
		if (cTable != null) plane.setCalibrationTable(cTable);
		plane.setSliceNumber(index);
		return plane;
	}

	@Override
	public void update(final ImageProcessor shown) {
		super.update(shown);
		if (shown == null) return;
		min = shown.getMin();
		max = shown.getMax();
	}

	@Override
	public String getSliceLabel(final int index) {
		return labels[index - 1];
	}

	@Override
	public void setSliceLabel(final String label, final int index) {
		labels[index - 1] = label;
	}
}
