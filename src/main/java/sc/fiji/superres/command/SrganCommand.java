package sc.fiji.superres.command;

import ij.ImagePlus;

import org.scijava.command.Command;
import org.scijava.plugin.Plugin;

import sc.fiji.superres.upscale.Baseline;
import sc.fiji.superres.upscale.Methods;
import sc.fiji.superres.upscale.Outline;

/** Super-resolves an image with an SRGAN or SRResNet model. */
@Plugin(type = Command.class, name = "srgan", menuPath = "Plugins>Super-Resolution>SRGAN Super-Resolution...",
	description = "Super-resolves an image with SRGAN, whose texture is invented, or with SRResNet.",
	initializer = SuperResolutionCommand.INIT, headless = true)
public final class SrganCommand extends ModelCommand {

	@Override
	boolean offers(final Outline method) {
		return method instanceof Baseline || method.inventsTexture() || method.kind().equals("SRResNet");
	}

	@Override
	String automatic(final Methods methods, final ImagePlus image) {
		return AutomaticModel.GENERATIVE;
	}
}
