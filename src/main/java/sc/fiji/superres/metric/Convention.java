package sc.fiji.superres.metric;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a number was measured, as one line for humans, the same in every locale.
 */
final class Convention {

	private Convention() {}

	/**
	 * @param range the peak value
	 * @param colour whether the images have three channels
	 * @param rgb how R, G and B become one number
	 * @param method what else there is to say of the metric
	 */
	static String line(final MetricOptions options, final double range, final boolean colour, final String rgb,
		final String... method)
	{
		final Stream<String> start = Stream.of("range " + Range.format(range), "border " + options.border(),
			colour ? colour(options, rgb) : grey(options));
		final Stream<String> end = Stream.concat(Stream.of(method), Stream.of("no rounding"));
		return Stream.concat(start, end).collect(Collectors.joining(", "));
	}

	private static String grey(final MetricOptions options) {
		return options.channels() == Channels.Y ? "grey values taken as Y" : "one channel";
	}

	private static String colour(final MetricOptions options, final String rgb) {
		return options.channels() == Channels.Y ? "Y of ITU-R BT.601 (studio swing)" : rgb;
	}
}
