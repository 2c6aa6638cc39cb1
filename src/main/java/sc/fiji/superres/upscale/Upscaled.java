package sc.fiji.superres.upscale;

import java.util.Map;

import net.imglib2.img.Img;

/**
 * A super-resolved plane and how it was made.
 *
 * @param image the result, starting at (0, 0)
 * @param facts model, hash of its weights, scale, windows, halo, intensity, no_data (where there
 *          are such pixels), precision, device and seconds, in this order
 */
public record Upscaled<T>(Img<T> image, Map<String, String> facts) {}
