package sc.fiji.superres.upscale;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

import sc.fiji.superres.engine.Engine;

/**
 * How a result was made, for its users.
 *
 * @param task what was done with each plane
 * @param engine asked for only by methods that need one
 * @param planes number of planes
 * @param plan the windows that went through
 * @param badPixels number of those in the region of all planes
 * @param consistency of all planes
 * @param seconds that it took
 */
record Facts(PlaneTask task, Supplier<Engine> engine, int planes, WindowPlan plan, IntensityMaps maps, long badPixels,
	Consistency consistency, double seconds)
{

	/** Texts by their names, in the order in which they are written. */
	Map<String, String> toMap() {
		final Map<String, String> facts = new LinkedHashMap<>(task.method().identity());
		facts.put("scale", String.valueOf(task.scale()));
		facts.put("windows", plan.count() + " of " + plan.width() + " x " + plan.height() + (planes == 1 ? "" : " in each of " +
			planes + " planes"));
		facts.put("halo", String.valueOf(plan.area().halo()));
		if (task.options().ensemble()) facts.put("ensemble", String.valueOf(Turn.ALL.size()));
		facts.put("intensity", maps.toString());
		if (badPixels > 0) facts.put("no_data", badPixels + (badPixels == 1 ? " pixel (" : " pixels (") + task.bad() + ")");
		if (consistency.isKnown()) facts.put("consistency", consistency.toString());
		if (task.method().inventsTexture()) facts.put("warning", Method.INVENTED);
		facts.putAll(task.method().computation(engine));
		facts.put("seconds", String.format(Locale.ROOT, "%.2f", seconds));
		return facts;
	}
}
