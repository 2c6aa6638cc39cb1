package sc.fiji.superres.network;

import java.util.Collections;

/** What the architectures have in common: limits of their settings, and ranges of their values. */
final class Settings {

	private static final int MAX_BLOCKS = 256;
	private static final int MAX_FILTERS = 1024;
	private static final double HALF_RANGE = 127.5;

	private Settings() {}

	static void checkScale(final String title, final int scale) {
		if (scale < 2 || scale > 4)
			throw new IllegalArgumentException(title + "'s scale is 2, 3 or 4, not " + scale + ".");
	}

	static void checkDepth(final String title, final int blocks, final int filters) {
		if (blocks < 1 || blocks > MAX_BLOCKS)
			throw new IllegalArgumentException(title + " has 1 to " + MAX_BLOCKS + " blocks, not " + blocks + ".");
		if (filters < 1 || filters > MAX_FILTERS)
			throw new IllegalArgumentException(title + " has 1 to " + MAX_FILTERS + " filters, not " + filters + ".");
	}

	/** 0..255 becomes −1..1: around 0, shallow networks learn many times faster than from 0..1. */
	static Affine centred(final int channels) {
		return Affine.normalise(Collections.nCopies(channels, HALF_RANGE), HALF_RANGE);
	}

	/** −1..1 becomes 0..255. */
	static Affine toGreyLevels(final int channels) {
		return Affine.denormalise(Collections.nCopies(channels, HALF_RANGE), HALF_RANGE);
	}
}
