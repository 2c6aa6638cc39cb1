package sc.fiji.superres.imagej;

import java.util.ArrayList;
import java.util.List;

import ij.ImagePlus;
import ij.VirtualStack;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

/** A virtual stack of 16 bits that writes down which planes are read; all pixels of a plane are its index. */
final class CountingStack extends VirtualStack {

	final List<Integer> read = new ArrayList<>();

	private CountingStack(final int width, final int height, final int planes) {
		super(width, height, planes, "16-bit");
	}

	/** An image with such a stack; what ImageJ reads to show it is forgotten. */
	static ImagePlus image(final int width, final int height, final int planes) {
		final CountingStack stack = new CountingStack(width, height, planes);
		final ImagePlus image = new ImagePlus("long", stack);
		stack.read.clear();
		return image;
	}

	static List<Integer> read(final ImagePlus image) {
		return ((CountingStack) image.getImageStack()).read;
	}

	@Override
	public ImageProcessor getProcessor(final int n) {
		read.add(n);
		final ShortProcessor plane = new ShortProcessor(getWidth(), getHeight());
		plane.set(n);
		return plane;
	}

	@Override
	public String getSliceLabel(final int n) {
		return "slice " + n;
	}
}
