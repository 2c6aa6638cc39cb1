package sc.fiji.superres.upscale;

import net.imglib2.Interval;
import net.imglib2.type.Type;

import sc.fiji.superres.engine.Placement;

/**
 * How large a run would be, known without its engine and weights.
 *
 * @param width of a plane of the result in pixels
 * @param height of a plane of the result in pixels
 * @param windows of each plane
 * @param windowWidth in LR pixels, halo included
 * @param windowHeight in LR pixels, halo included
 */
public record RunSize(long width, long height, long windows, int windowWidth, int windowHeight) {

	/**
	 * The choice that a run would make now.
	 *
	 * @param placement where the run is expected to be computed
	 * @param type of the planes' pixels: the planes of the result take memory, too
	 * @param plane 2-D: the interval of the planes
	 * @param region the part of it to upscale
	 * @throws IllegalArgumentException as the run would throw it: if the plane is not 2-D, empty or too large, the region not
	 *           a part of it, the options do not fit each other, or the memory is too small for the windows
	 */
	public static RunSize of(final Outline method, final Placement placement, final UpscaleOptions options,
		final Type<?> type, final Interval plane, final Interval region)
	{
		options.check();
		final int scale = method.scale();
		final Area area = Area.of(plane, region, scale, options.halo().of(method.radius(type)));
		final WindowPlan plan = WindowChoice.now(area, method, placement, options, type, pixels -> method.memory(type, pixels))
			.choose(options.tileSize());
		return new RunSize(scale * region.dimension(0), scale * region.dimension(1), plan.count(), plan.width(), plan.height());
	}
}
