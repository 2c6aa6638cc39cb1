package sc.fiji.superres.batch;

import sc.fiji.superres.upscale.Preparation;
import sc.fiji.superres.upscale.UpscaleOptions;
import sc.fiji.superres.upscale.Upscaler;

/**
 * How each image of a batch is done.
 *
 * @param upscaler what upscales
 * @param options with which, as they were settled
 * @param commonIntensity whether the intensity range of the options was measured over all images, so that it does not hold
 *          for those that are used as they are
 * @param check what its results are measured by
 */
public record Procedure(Upscaler upscaler, UpscaleOptions options, boolean commonIntensity, ResultCheck check) {

	/** The same for images that may be alike. */
	Procedure keeping(final Preparation preparation) {
		return new Procedure(upscaler.keeping(preparation), options, commonIntensity, check);
	}
}
