package sc.fiji.superres.upscale;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import net.imglib2.type.Type;

import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.engine.Inference;
import sc.fiji.superres.engine.Placement;
import sc.fiji.superres.model.Model;

/** Upscales with a model. */
public record ModelMethod(Model model) implements Method {

	private NetworkOutline outline() {
		return new NetworkOutline(model.name(), model.network());
	}

	@Override
	public String name() {
		return model.name();
	}

	@Override
	public String kind() {
		return outline().kind();
	}

	@Override
	public int scale() {
		return outline().scale();
	}

	@Override
	public boolean inventsTexture() {
		return outline().inventsTexture();
	}

	@Override
	public boolean takesOneChannel() {
		return outline().takesOneChannel();
	}

	@Override
	public int radius(final Type<?> type) {
		return outline().radius(type);
	}

	@Override
	public long memory(final Type<?> type, final long pixels) {
		return outline().memory(type, pixels);
	}

	@Override
	public boolean takesGreyLevels() {
		return true;
	}

	@Override
	public Inference open(final Supplier<Engine> engine, final Type<?> type, final boolean rounded, final int height,
		final int width)
	{
		return engine.get().inference(outline().of(type), model.weights(), height, width);
	}

	@Override
	public long memory(final Supplier<Engine> engine, final Type<?> type, final long pixels) {
		return engine.get().memory(outline().of(type), pixels);
	}

	@Override
	public Placement placement(final Supplier<Engine> engine) {
		return engine.get().placement();
	}

	@Override
	public Map<String, String> identity() {
		final Map<String, String> facts = new LinkedHashMap<>();
		facts.put("model", model.name() + " (" + model.path() + ")");
		facts.put("weights", model.hash());
		return facts;
	}

	@Override
	public Map<String, String> computation(final Supplier<Engine> engine) {
		final Map<String, String> facts = new LinkedHashMap<>();
		facts.put("precision", "float32");
		facts.put("device", engine.get().device() + ", " + engine.get().name());
		return facts;
	}
}
