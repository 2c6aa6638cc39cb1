/**
 * Models and baselines on sets of images: PSNR, SSIM and sharpness against the truth, consistency with the input, seconds,
 * as tables.
 */
package sc.fiji.superres.evaluation;
