package sc.fiji.superres.upscale;

import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ObjDoubleConsumer;
import java.util.stream.Collectors;

import net.imglib2.type.Type;
import net.imglib2.type.numeric.RealType;

import sc.fiji.superres.engine.Progress;

/**
 * The intensity map of each channel of a series.
 *
 * @param channels the maps of the channels that the series has
 */
record IntensityMaps(SortedMap<Integer, IntensityMap> channels) {

	/**
	 * Measures them in one pass over the series (two for percentiles of more than 16 bits), or in none where nothing has to
	 * be measured.
	 *
	 * @throws IllegalArgumentException if the wish does not fit the type, or a channel has no good pixel
	 */
	static <T extends Type<T>> IntensityMaps of(final SeriesReader<T> series, final Intensity intensity, final BadValues bad,
		final Progress progress) throws IOException
	{
		final SortedMap<Integer, Statistics> statistics = new TreeMap<>();
		for (int plane = 0; plane < series.size(); plane++)
			statistics.computeIfAbsent(series.channel(plane), channel -> new Statistics());
		final SortedMap<Integer, IntensityMap> maps = new TreeMap<>();
		statistics.keySet().forEach(channel -> maps.put(channel, intensity.fixed(series.type(), channel)));
		if (!maps.containsValue(null)) return new IntensityMaps(maps);
		measure(series, statistics, intensity, bad, progress);
		statistics.forEach((channel, values) -> maps.put(channel, intensity.of(values)));
		return new IntensityMaps(maps);
	}

	private static <T extends Type<T>> void measure(final SeriesReader<T> series,
		final SortedMap<Integer, Statistics> statistics, final Intensity intensity, final BadValues bad,
		final Progress progress) throws IOException
	{
		final T type = series.type();
		final boolean atOnce = intensity.isPercentile() && Statistics.hasOwnBins(type);
		if (atOnce) statistics.values().forEach(channel -> channel.makeBins(type));
		pass(series, statistics, bad, progress, atOnce ? (channel, value) -> {
			channel.addToExtremes(value);
			channel.addToHistogram(value);
		} : Statistics::addToExtremes);
		statistics.forEach((channel, values) -> {
			if (values.isEmpty()) throw new IllegalArgumentException("All pixels of " + (statistics.size() == 1 ? "the image"
				: "channel " + (channel + 1)) + " are " + bad + ", so there is nothing to upscale.");
		});
		if (!intensity.isPercentile() || atOnce) return;
		statistics.values().forEach(channel -> channel.makeBins(type));
		pass(series, statistics, bad, progress, Statistics::addToHistogram);
	}

	/** Adds all good pixels to the statistics of their channels. */
	private static <T extends Type<T>> void pass(final SeriesReader<T> series, final SortedMap<Integer, Statistics> statistics,
		final BadValues bad, final Progress progress, final ObjDoubleConsumer<Statistics> add) throws IOException
	{
		for (int plane = 0; plane < series.size(); plane++) {
			progress.update("Measuring intensities" + (series.size() == 1 ? "" : ", plane " + (plane + 1) + " of " + series.size()),
				0, 0);
			final Statistics channel = statistics.get(series.channel(plane));
			Pixels.visit(series.read(plane), progress, (x, y, pixel) -> {
				final double value = ((RealType<?>) pixel).getRealDouble();
				if (!bad.contain(value)) add.accept(channel, value);
				return true;
			});
		}
	}

	IntensityMap of(final int channel) {
		return channels.get(channel);
	}

	/** For users: {@code 0,255}, or {@code 100,4000 (channel 1); 20,300 (channel 2)}. */
	@Override
	public String toString() {
		if (channels.values().stream().distinct().count() == 1) return channels.get(channels.firstKey()).toString();
		return channels.entrySet().stream().map(entry -> entry.getValue() + " (channel " + (entry.getKey() + 1) + ")").collect(
			Collectors.joining("; "));
	}
}
