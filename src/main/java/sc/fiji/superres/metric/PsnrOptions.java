package sc.fiji.superres.metric;

import java.util.Objects;

/**
 * The convention of a PSNR: it alone moves the number by about 2 dB, so it belongs to the result.
 *
 * <pre>
 * PsnrOptions options = PsnrOptions.defaults().range(4095).border(4);
 * </pre>
 *
 * @param range the peak value; {@link Range#AUTO} by default, which is 255 for 8-bit and RGB and refuses other images
 * @param border pixels left out at each of the four sides, at least 0; 0 by default
 * @param channels what becomes of the channels of a colour image; {@link Channels#JOINT} by default
 */
public record PsnrOptions(Range range, int border, Channels channels) {

	/** @throws IllegalArgumentException if the border is below 0 */
	public PsnrOptions {
		Objects.requireNonNull(range);
		Objects.requireNonNull(channels);
		if (border < 0)
			throw new IllegalArgumentException("border is " + border + " pixels; it must be 0 or more.");
	}

	public static PsnrOptions defaults() {
		return new PsnrOptions(Range.AUTO, 0, Channels.JOINT);
	}

	/**
	 * The convention of published super-resolution results on Set5, Set14, B100 and Urban100: Y, range 255, and as many
	 * pixels of border as the scale. It is meant for 8-bit and RGB images.
	 */
	public static PsnrOptions benchmark(final int scale) {
		return new PsnrOptions(Range.of(255), scale, Channels.Y);
	}

	public PsnrOptions range(final Range newRange) {
		return new PsnrOptions(newRange, border, channels);
	}

	/** @throws IllegalArgumentException if the number is not above 0 or not finite */
	public PsnrOptions range(final double peak) {
		return range(Range.of(peak));
	}

	public PsnrOptions border(final int pixels) {
		return new PsnrOptions(range, pixels, channels);
	}

	public PsnrOptions channels(final Channels newChannels) {
		return new PsnrOptions(range, border, newChannels);
	}
}
