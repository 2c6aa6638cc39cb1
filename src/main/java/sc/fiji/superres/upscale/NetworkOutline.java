package sc.fiji.superres.upscale;

import net.imglib2.type.Type;

import sc.fiji.superres.engine.MemoryEstimate;
import sc.fiji.superres.network.Network;

/**
 * A model without its weights.
 *
 * @param name of the model, or the path of its package
 * @param network that it computes
 */
record NetworkOutline(String name, Network network) implements Outline {

	@Override
	public String kind() {
		return network.architecture().title();
	}

	@Override
	public int scale() {
		return network.scale();
	}

	@Override
	public boolean inventsTexture() {
		return network.architecture().inventsTexture();
	}

	@Override
	public boolean takesOneChannel() {
		return network.channels() == 1;
	}

	@Override
	public int radius(final Type<?> type) {
		return of(type).radius();
	}

	@Override
	public long memory(final Type<?> type, final long pixels) {
		return MemoryEstimate.inference(of(type), pixels);
	}

	/** The network for planes of a type. */
	Network of(final Type<?> type) {
		return network.forPlanes(PlaneSource.channels(type));
	}
}
