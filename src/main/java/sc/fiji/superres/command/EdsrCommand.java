package sc.fiji.superres.command;

import ij.ImagePlus;

import org.scijava.command.Command;
import org.scijava.plugin.Plugin;

import sc.fiji.superres.model.ModelException;
import sc.fiji.superres.upscale.Baseline;
import sc.fiji.superres.upscale.Methods;
import sc.fiji.superres.upscale.Outline;

/** Super-resolves an image with an EDSR model. */
@Plugin(type = Command.class, name = "edsr", menuPath = "Plugins>Super-Resolution>EDSR Super-Resolution...",
	description = "Super-resolves an image with EDSR.", initializer = SuperResolutionCommand.INIT, headless = true)
public final class EdsrCommand extends ModelCommand {

	@Override
	boolean offers(final Outline method) {
		return method instanceof Baseline || method.kind().equals("EDSR");
	}

	@Override
	String automatic(final Methods methods, final ImagePlus image) throws ModelException {
		return AutomaticModel.of(methods, image);
	}
}
