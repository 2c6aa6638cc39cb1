package sc.fiji.superres.command;

import ij.ImagePlus;

import org.scijava.command.Command;
import org.scijava.plugin.Plugin;

import sc.fiji.superres.model.ModelException;
import sc.fiji.superres.upscale.Methods;
import sc.fiji.superres.upscale.Outline;

/** Upscales an image with any model or baseline. */
@Plugin(type = Command.class, name = "upscale", menuPath = "Plugins>Super-Resolution>Upscale with Super-Resolution Model...",
	description = "Upscales an image with any model, or with a baseline to compare models with.",
	initializer = SuperResolutionCommand.INIT, headless = true)
public final class UpscaleCommand extends ModelCommand {

	@Override
	boolean offers(final Outline method) {
		return true;
	}

	@Override
	String automatic(final Methods methods, final ImagePlus image) throws ModelException {
		return AutomaticModel.of(methods, image);
	}
}
