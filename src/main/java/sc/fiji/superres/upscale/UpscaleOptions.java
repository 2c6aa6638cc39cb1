package sc.fiji.superres.upscale;

/**
 * How to upscale; the defaults suit any image.
 *
 * @param tileSize side of a window's core; by default as the memory allows
 * @param halo around it; by default exact
 * @param intensity map of the values; by default 8-bit and RGB as they are, other types from minimum to maximum
 * @param noData the value of pixels without a measurement; by default none
 */
public record UpscaleOptions(TileSize tileSize, Halo halo, Intensity intensity, NoData noData) {

	public static UpscaleOptions defaults() {
		return new UpscaleOptions(TileSize.AUTO, Halo.EXACT, Intensity.AUTO, NoData.NONE);
	}

	public UpscaleOptions tileSize(final TileSize newTileSize) {
		return new UpscaleOptions(newTileSize, halo, intensity, noData);
	}

	public UpscaleOptions halo(final Halo newHalo) {
		return new UpscaleOptions(tileSize, newHalo, intensity, noData);
	}

	public UpscaleOptions intensity(final Intensity newIntensity) {
		return new UpscaleOptions(tileSize, halo, newIntensity, noData);
	}

	public UpscaleOptions noData(final NoData newNoData) {
		return new UpscaleOptions(tileSize, halo, intensity, newNoData);
	}
}
