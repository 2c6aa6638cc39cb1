package sc.fiji.superres.training;

import sc.fiji.superres.network.Weights;

/**
 * What a training has come to.
 *
 * @param weights the best on the held-back images
 * @param bestStep after which they were found
 * @param steps done in all
 * @param psnr of the best weights on the held-back images, in dB
 * @param bicubic that of bicubic interpolation, in dB
 * @param seconds of training, over all its parts
 */
public record TrainingResult(Weights weights, long bestStep, long steps, double psnr, double bicubic, double seconds) {}
