package sc.fiji.superres.upscale;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import net.imglib2.type.Type;

import sc.fiji.superres.engine.Progress;

/**
 * The intensity range of each channel over many images, so that their results stay comparable: the smallest and the largest
 * good value. 8-bit images and colours are used as they are and do not count.
 *
 * <pre>
 * CommonIntensity common = new CommonIntensity();
 * for (PlaneSeries&lt;?&gt; series : images)
 * 	common.add(series, NoData.NONE, 0, progress);
 * UpscaleOptions options = UpscaleOptions.defaults().intensity(common.intensity());
 * </pre>
 */
public final class CommonIntensity {

	private final SortedMap<Integer, Statistics> channels = new TreeMap<>();

	/** Whether images of a type are used as they are. */
	public static boolean isAsItIs(final Type<?> type) {
		return Intensity.AUTO.fixed(type, 0) != null;
	}

	/**
	 * Reads all planes of an image. Where it fails, nothing of the image counts.
	 *
	 * @param offset by how much its values are larger than those of the others
	 * @throws IllegalArgumentException if a channel has no good pixel, or the planes are unlike each other
	 * @throws java.util.concurrent.CancellationException if cancelled
	 * @throws IOException that of the series
	 */
	public <T extends Type<T>> void add(final PlaneSeries<T> series, final NoData noData, final double offset,
		final Progress progress) throws IOException
	{
		final SeriesReader<T> reader = new SeriesReader<>(series);
		if (isAsItIs(reader.type())) return;
		final BadValues bad = BadValues.of(reader.type(), noData.plus(offset));
		IntensityMaps.of(reader, Intensity.parse("min-max"), bad, progress).channels().forEach((channel, map) -> {
			final Statistics values = channels.computeIfAbsent(channel, index -> new Statistics());
			values.addToExtremes(map.low() - offset);
			values.addToExtremes(map.high() - offset);
		});
	}

	/** The range of each channel; {@link Intensity#AUTO} where all images are used as they are. */
	public Intensity intensity() {
		if (channels.isEmpty()) return Intensity.AUTO;
		final List<IntensityMap> ranges = new ArrayList<>();
		for (int channel = 0; channel <= channels.lastKey(); channel++)
			ranges.add(range(channels.getOrDefault(channel, channels.get(channels.firstKey())).minMax()));
		return Intensity.of(ranges);
	}

	/** One that can be written and read: where all values are equal, no map is needed. */
	private static IntensityMap range(final IntensityMap map) {
		return map.low() < map.high() ? map : new IntensityMap(map.low(), Math.max(map.low() + 1, Math.nextUp(map.low())));
	}
}
