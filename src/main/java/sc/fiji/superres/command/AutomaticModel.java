package sc.fiji.superres.command;

import ij.ImagePlus;

import sc.fiji.superres.imagej.ImagePlanes;
import sc.fiji.superres.model.ModelException;
import sc.fiji.superres.upscale.Methods;

/** What {@code model=auto} stands for. */
final class AutomaticModel {

	private static final String NATURAL = "edsr-x2";
	private static final String MICROSCOPY = "edsr-microscopy-x2";

	static final String GENERATIVE = "srgan-x4";

	private AutomaticModel() {}

	/** For RGB and palettes the model of photographs; for others the one of microscopes, where there is one. */
	static String of(final Methods methods, final ImagePlus image) throws ModelException {
		return of(methods, ImagePlanes.of(image).bitDepth() == 24);
	}

	/** The same for images that are RGB, or of one channel. */
	static String of(final Methods methods, final boolean colour) throws ModelException {
		return !colour && methods.names().contains(MICROSCOPY) ? MICROSCOPY : NATURAL;
	}
}
