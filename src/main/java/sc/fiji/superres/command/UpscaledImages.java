package sc.fiji.superres.command;

import ij.ImagePlus;

/**
 * The images of a run.
 *
 * @param result the upscaled image
 * @param consistency the result shrunk again, minus the input; null unless asked for
 * @param deviation standard deviation of the ensemble; null unless asked for
 */
record UpscaledImages(ImagePlus result, ImagePlus consistency, ImagePlus deviation) {}
