package sc.fiji.superres.metric;

import java.util.Objects;

/**
 * The convention of a metric: it alone moves a PSNR by about 2 dB, so it belongs to the result.
 *
 * <pre>
 * MetricOptions options = MetricOptions.defaults().range(4095).border(4);
 * </pre>
 *
 * @param range the peak value; {@link Range#AUTO} by default, which is 255 for 8-bit and RGB and refuses other images
 * @param border pixels left out at each of the four sides, at least 0; 0 by default
 * @param channels what becomes of the channels of a colour image; {@link Channels#JOINT} by default
 */
public record MetricOptions(Range range, int border, Channels channels) {

	/** @throws IllegalArgumentException if the border is below 0 */
	public MetricOptions {
		Objects.requireNonNull(range);
		Objects.requireNonNull(channels);
		if (border < 0)
			throw new IllegalArgumentException("border is " + border + " pixels; it must be 0 or more.");
	}

	public static MetricOptions defaults() {
		return new MetricOptions(Range.AUTO, 0, Channels.JOINT);
	}

	/**
	 * The convention of published super-resolution results on Set5, Set14, B100 and Urban100: Y, range 255, and as many
	 * pixels of border as the scale. It is meant for 8-bit and RGB images.
	 */
	public static MetricOptions benchmark(final int scale) {
		return new MetricOptions(Range.of(255), scale, Channels.Y);
	}

	public MetricOptions range(final Range newRange) {
		return new MetricOptions(newRange, border, channels);
	}

	/** @throws IllegalArgumentException if the number is not above 0 or not finite */
	public MetricOptions range(final double peak) {
		return range(Range.of(peak));
	}

	public MetricOptions border(final int pixels) {
		return new MetricOptions(range, pixels, channels);
	}

	public MetricOptions channels(final Channels newChannels) {
		return new MetricOptions(range, border, newChannels);
	}
}
