package sc.fiji.superres.network;

import java.util.Locale;

/** Which channels a network takes, and so what it does with images of other channels. */
public enum InputChannels {
	/** Red, green and blue; a grey plane is given three times, and the mean of the three results is taken. */
	RGB(3),
	/** Luma Y of ITU-R BT.601 in studio swing; Cb and Cr of a colour image are enlarged bicubically. */
	Y(1),
	/** One channel of anything; each channel of a colour image is taken by itself. */
	ANY(1);

	private final int count;

	InputChannels(final int count) {
		this.count = count;
	}

	/** Number of channels of the network's input. */
	public int count() {
		return count;
	}

	/** As a model's description has it: {@code rgb}, {@code y} or {@code any}. */
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}
}
