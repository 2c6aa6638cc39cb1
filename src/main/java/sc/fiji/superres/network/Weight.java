package sc.fiji.superres.network;

import java.util.Arrays;
import java.util.List;

/**
 * Name and shape of one weight of a network; its values are in {@link Weights}.
 *
 * @param name such as {@code block3.conv1.kernel}
 * @param shape kernels: height, width, inputs, outputs; biases: outputs
 */
public record Weight(String name, List<Integer> shape) {

	public Weight(final String name, final int... shape) {
		this(name, Arrays.stream(shape).boxed().toList());
	}

	public Weight {
		shape = List.copyOf(shape);
	}

	/** Number of values. */
	public int size() {
		return Math.toIntExact(shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact));
	}
}
