package sc.fiji.superres.upscale;

/**
 * The affine map between an image's values and the grey levels 0..255 of the networks: {@code low} becomes 0, {@code high}
 * becomes 255, nothing is clipped.
 *
 * @param low value of the image
 * @param high value of the image, at least {@code low}; where both are equal, every grey level becomes {@code low}
 */
record IntensityMap(double low, double high) {

	/** Grey levels as they are. */
	static final IntensityMap IDENTITY = new IntensityMap(0, 255);

	void toGreyLevels(final float[] values) {
		if (equals(IDENTITY)) return;
		final double gain = high == low ? 0 : 255 / (high - low);
		for (int i = 0; i < values.length; i++)
			values[i] = (float) ((values[i] - low) * gain);
	}

	double toValue(final double greyLevel) {
		return greyLevel * ((high - low) / 255) + low;
	}

	@Override
	public String toString() {
		return Setting.number(low) + "," + Setting.number(high);
	}
}
