package sc.fiji.superres.metric;

import java.util.Locale;

/**
 * What a metric does with the channels of a colour image. For a one-channel image the three are the same, but
 * {@link #Y} is for 8 bits only.
 */
public enum Channels {

	/** Each channel by itself, and the mean of the results. */
	EACH,

	/** One mean squared error over the pixels of all channels; SSIM has none, and does as with {@link #EACH}. */
	JOINT,

	/**
	 * Luma after ITU-R BT.601 in studio swing, the benchmark convention: 16 + (65.481 R + 128.553 G + 24.966 B) / 255 with
	 * R, G, B in 0..255, not rounded. The values of an 8-bit one-channel image are taken as Y as they are;
	 * the same image as RGB with three equal channels gives 20 log10(255/219) = 1.32 dB more.
	 */
	Y;

	/**
	 * Reads {@code each}, {@code joint} or {@code y}, in any case of letters.
	 *
	 * @throws IllegalArgumentException for any other text
	 */
	public static Channels parse(final String text) {
		for (final Channels channels : values())
			if (channels.toString().equals(text.trim().toLowerCase(Locale.ROOT))) return channels;
		throw new IllegalArgumentException("channels is '" + text + "'; it must be each, joint or y.");
	}

	/** As {@link #parse} reads it: {@code each}, {@code joint} or {@code y}. */
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}
}
