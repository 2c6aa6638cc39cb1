package sc.fiji.superres.evaluation;

/**
 * How a method did on an image.
 *
 * @param model name of the method
 * @param image name of the image
 * @param psnr of the result against the truth, in dB
 * @param ssim of the result against the truth
 * @param consistency PSNR of the result, shrunk again, against what was upscaled, in dB
 * @param sharpness of the result against the truth; 1 is as sharp
 * @param seconds that it took to upscale
 */
public record Score(String model, String image, double psnr, double ssim, double consistency, double sharpness,
	double seconds)
{

	/** The same of a method by another name: packages in different folders may have one. */
	public Score of(final String newModel) {
		return new Score(newModel, image, psnr, ssim, consistency, sharpness, seconds);
	}
}
