package sc.fiji.superres.upscale;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;

/**
 * A super-resolved plane and what tells how far to trust it. All images start at (0, 0).
 *
 * @param image the result, scale·width × scale·height pixels
 * @param consistency the result, shrunk again by MATLAB's bicubic, minus the input, width × height pixels in the image's
 *          values; of colours the root of the mean of the squared differences of R, G and B. NaN at bad pixels. Along the
 *          sides, 2 pixels also show that there is nothing beyond. Null unless asked for
 * @param deviation standard deviation of the eight results of the ensemble, scale·width × scale·height pixels in the
 *          image's values; of colours the root of the mean of the variances of R, G and B. NaN in the blocks of bad pixels,
 *          0 where a plane has one value only. Null unless asked for
 */
public record UpscaledPlane<T>(Img<T> image, Img<FloatType> consistency, Img<FloatType> deviation) {}
