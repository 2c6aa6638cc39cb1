package sc.fiji.superres.training;

import sc.fiji.superres.network.Weights;

/**
 * What a training has come to.
 *
 * @param weights the best on the validation images; with a discriminator, the last that was balanced
 * @param bestStep after which they were found
 * @param steps done in all
 * @param psnr of these weights on the validation images, in dB
 * @param ssim of these weights on the validation images
 * @param bicubic PSNR of bicubic interpolation, in dB
 * @param seconds of training, over all its parts
 * @param balance of network and discriminator; null without one
 * @param diverged why it ended before its last step; null where it did not diverge
 */
public record TrainingResult(Weights weights, long bestStep, long steps, double psnr, double ssim, double bicubic,
	double seconds, Balance balance, DivergedException diverged)
{

	/** The same, where a later phase has come to nothing. */
	public TrainingResult endedBy(final DivergedException later) {
		return new TrainingResult(weights, bestStep, steps, psnr, ssim, bicubic, seconds, balance, later);
	}
}
