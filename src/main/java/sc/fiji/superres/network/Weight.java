package sc.fiji.superres.network;

import java.util.Arrays;
import java.util.List;

/**
 * Name and shape of one weight of a network; its values are in {@link Weights}.
 *
 * @param name such as {@code block3.conv1.kernel}
 * @param shape kernels: height, width, inputs, outputs (of a dense layer: inputs, outputs); all others: channels
 * @param kind what it does in its layer; a file does not tell, and what is read from one counts as kernels
 */
public record Weight(String name, List<Integer> shape, Kind kind) {

	/** What a weight does in its layer, and what it is before the first step. */
	public enum Kind {
		/** Random at first. */
		KERNEL(Double.NaN, true),
		/** Summand of a channel. */
		BIAS(0, true),
		/** Factor of a channel. */
		GAIN(1, true),
		/** Of a PReLU (He et al. 2015, section 2.1). */
		SLOPE(0.25, true),
		/** Of what went through. */
		MEAN(0, false),
		/** Of what went through. */
		VARIANCE(1, false);

		private final double initial;
		private final boolean learned;

		Kind(final double initial, final boolean learned) {
			this.initial = initial;
			this.learned = learned;
		}

		/** The value of all of them before the first step; NaN where they are random. */
		double initial() {
			return initial;
		}
	}

	/** A kernel, or as a file has it. */
	public Weight(final String name, final int... shape) {
		this(name, Arrays.stream(shape).boxed().toList());
	}

	/** A kernel, or as a file has it. */
	public Weight(final String name, final List<Integer> shape) {
		this(name, shape, Kind.KERNEL);
	}

	Weight(final String name, final Kind kind, final int channels) {
		this(name, List.of(channels), kind);
	}

	public Weight {
		shape = List.copyOf(shape);
	}

	/** Whether it follows its gradient; the others are statistics, which follow what goes through. */
	public boolean learned() {
		return kind.learned;
	}

	/** Number of values. */
	public int size() {
		return Math.toIntExact(shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact));
	}
}
