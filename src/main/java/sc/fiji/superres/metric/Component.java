package sc.fiji.superres.metric;

import java.util.List;
import java.util.function.ToDoubleFunction;

import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;

/**
 * What a metric takes a pixel for: a real number, in float64.
 *
 * @param name of what is measured, as it stands in a result
 * @param value of a pixel
 */
record Component<T>(String name, ToDoubleFunction<T> value) {

	static final Component<RealType<?>> GREY = new Component<>("grey", RealType::getRealDouble);
	static final Component<ARGBType> RED = new Component<>("R", pixel -> ARGBType.red(pixel.get()));
	static final Component<ARGBType> GREEN = new Component<>("G", pixel -> ARGBType.green(pixel.get()));
	static final Component<ARGBType> BLUE = new Component<>("B", pixel -> ARGBType.blue(pixel.get()));

	/** {@link Luma}, not rounded. */
	static final Component<ARGBType> LUMA = new Component<>("Y", pixel -> Luma.of(pixel.get()));

	/** Those of a colour image that a metric is measured on one by one. */
	static List<Component<ARGBType>> ofColour(final Channels channels) {
		return channels == Channels.Y ? List.of(LUMA) : List.of(RED, GREEN, BLUE);
	}

	/** How far a pixel lies above its reference: test − reference. */
	double difference(final T reference, final T test) {
		return value.applyAsDouble(test) - value.applyAsDouble(reference);
	}

	/** The squared difference of a pixel from its reference. */
	double square(final T reference, final T test) {
		final double difference = difference(reference, test);
		return difference * difference;
	}

	/** The mean of the squared differences of R, G and B. */
	static double meanSquare(final ARGBType reference, final ARGBType test) {
		return (RED.square(reference, test) + GREEN.square(reference, test) + BLUE.square(reference, test)) / 3;
	}
}
