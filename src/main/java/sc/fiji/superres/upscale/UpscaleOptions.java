package sc.fiji.superres.upscale;

/**
 * How to upscale; the defaults suit any image.
 *
 * @param tileSize side of a window's core; by default as the memory allows
 * @param halo around it; by default exact
 * @param intensity map of the values; by default 8-bit and RGB as they are, other types from minimum to maximum
 * @param noData the value of pixels without a measurement; by default none
 * @param ensemble whether to take the mean over eight flips and turns, which is slower and a little better; by default not
 * @param consistencyMap whether to make {@link UpscaledPlane#consistency}; by default not
 * @param deviationMap whether to make {@link UpscaledPlane#deviation}, for which an ensemble is needed; by default not
 */
public record UpscaleOptions(TileSize tileSize, Halo halo, Intensity intensity, NoData noData, boolean ensemble,
	boolean consistencyMap, boolean deviationMap)
{

	public static UpscaleOptions defaults() {
		return new UpscaleOptions(TileSize.AUTO, Halo.EXACT, Intensity.AUTO, NoData.NONE, false, false, false);
	}

	public UpscaleOptions tileSize(final TileSize newTileSize) {
		return new UpscaleOptions(newTileSize, halo, intensity, noData, ensemble, consistencyMap, deviationMap);
	}

	public UpscaleOptions halo(final Halo newHalo) {
		return new UpscaleOptions(tileSize, newHalo, intensity, noData, ensemble, consistencyMap, deviationMap);
	}

	public UpscaleOptions intensity(final Intensity newIntensity) {
		return new UpscaleOptions(tileSize, halo, newIntensity, noData, ensemble, consistencyMap, deviationMap);
	}

	public UpscaleOptions noData(final NoData newNoData) {
		return new UpscaleOptions(tileSize, halo, intensity, newNoData, ensemble, consistencyMap, deviationMap);
	}

	public UpscaleOptions ensemble(final boolean newEnsemble) {
		return new UpscaleOptions(tileSize, halo, intensity, noData, newEnsemble, consistencyMap, deviationMap);
	}

	public UpscaleOptions consistencyMap(final boolean newConsistencyMap) {
		return new UpscaleOptions(tileSize, halo, intensity, noData, ensemble, newConsistencyMap, deviationMap);
	}

	public UpscaleOptions deviationMap(final boolean newDeviationMap) {
		return new UpscaleOptions(tileSize, halo, intensity, noData, ensemble, consistencyMap, newDeviationMap);
	}

	/** @throws IllegalArgumentException if they do not fit each other */
	void check() {
		if (deviationMap && !ensemble)
			throw new IllegalArgumentException("deviation_map is true, but there is no deviation where ensemble is false. " +
				"Set ensemble to true, or deviation_map to false.");
	}
}
