package sc.fiji.superres.upscale;

import java.util.Map;

import net.imglib2.img.Img;

/**
 * A super-resolved plane and how it was made.
 *
 * @param plane the result, and what was asked for beside it
 * @param facts see {@link Upscaler#run(PlaneSeries, net.imglib2.Interval, PlaneReceiver)}
 */
public record Upscaled<T>(UpscaledPlane<T> plane, Map<String, String> facts) {

	/** The result, starting at (0, 0). */
	public Img<T> image() {
		return plane.image();
	}
}
