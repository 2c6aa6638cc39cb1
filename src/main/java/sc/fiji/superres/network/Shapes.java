package sc.fiji.superres.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The shapes of weights by their names, from which an architecture's settings can be told. */
final class Shapes {

	private final Map<String, List<Integer>> shapes = new HashMap<>();

	Shapes(final Weights weights) {
		weights.list().forEach(weight -> shapes.put(weight.name(), weight.shape()));
	}

	boolean has(final String name, final int dimensions) {
		return shapes.containsKey(name) && shapes.get(name).size() == dimensions;
	}

	List<Integer> of(final String name) {
		return shapes.get(name);
	}

	/** Number of residual blocks. */
	int blocks() {
		int blocks = 0;
		while (shapes.containsKey("block" + blocks + ".conv1.kernel"))
			blocks++;
		return blocks;
	}

	/** What networks of one channel take, and of three, as {@code conv_in.kernel} tells. */
	InputChannels channels() {
		return shapes.get("conv_in.kernel").get(2) == 1 ? InputChannels.ANY : InputChannels.RGB;
	}

	/** The factor of the shuffle behind a convolution: 3 or, if it is not that, 2. */
	int factor(final String kernel, final int filters) {
		return has(kernel, 4) && shapes.get(kernel).get(3) == 9 * filters ? 3 : 2;
	}
}
