package sc.fiji.superres.upscale;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.model.Model;

/**
 * How a result was made, for its users.
 *
 * @param planes number of planes
 * @param plan the windows that went through
 * @param badPixels number of those in the region of all planes
 * @param seconds that it took
 */
record Facts(Model model, Engine engine, int planes, WindowPlan plan, IntensityMaps maps, BadValues bad, long badPixels,
	double seconds)
{

	/** Texts by their names, in the order in which they are written. */
	Map<String, String> toMap() {
		final Map<String, String> facts = new LinkedHashMap<>();
		facts.put("model", model.name() + " (" + model.path() + ")");
		facts.put("weights", model.hash());
		facts.put("scale", String.valueOf(model.network().scale()));
		facts.put("windows", plan.count() + " of " + plan.width() + " x " + plan.height() + (planes == 1 ? "" : " in each of " +
			planes + " planes"));
		facts.put("halo", String.valueOf(plan.area().halo()));
		facts.put("intensity", maps.toString());
		if (badPixels > 0) facts.put("no_data", badPixels + (badPixels == 1 ? " pixel (" : " pixels (") + bad + ")");
		facts.put("precision", "float32");
		facts.put("device", engine.device() + ", " + engine.name());
		facts.put("seconds", String.format(Locale.ROOT, "%.2f", seconds));
		return facts;
	}
}
