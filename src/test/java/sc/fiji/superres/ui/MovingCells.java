package sc.fiji.superres.ui;

import java.awt.Rectangle;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.WindowManager;
import ij.process.ImageProcessor;

/** A hyperstack of 3 channels, 4 slices and 5 frames. */
final class MovingCells {

	private static final int STEP = 8;

	private MovingCells() {}

	/** Parts of the sample, moved a little down from frame to frame and darker from slice to slice. */
	static ImagePlus of(final String sampleTitle, final Rectangle first) {
		IJ.run(sampleTitle);
		final ImagePlus sample = WindowManager.getImage(sampleTitle);
		final ImageStack stack = new ImageStack(first.width, first.height);
		for (int frame = 0; frame < 5; frame++)
			for (int slice = 0; slice < 4; slice++)
				for (int channel = 1; channel <= 3; channel++) {
					final ImageProcessor plane = sample.getStack().getProcessor(channel);
					plane.setRoi(first.x, first.y + STEP * frame, first.width, first.height);
					final ImageProcessor part = plane.crop();
					part.multiply(1 - 0.2 * slice);
					stack.addSlice(sample.getStack().getSliceLabel(channel), part);
				}
		final ImagePlus image = new ImagePlus("moving cells", stack);
		image.setDimensions(3, 4, 5);
		image.setOpenAsHyperStack(true);
		final CompositeImage composite = new CompositeImage(image, CompositeImage.COMPOSITE);
		composite.setLuts(sample.getLuts());
		composite.setCalibration(sample.getCalibration());
		IJ.run("Close All");
		return composite;
	}
}
