package sc.fiji.superres.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import sc.fiji.superres.io.WholeFile;
import sc.fiji.superres.upscale.Intensity;
import sc.fiji.superres.upscale.TileSize;
import sc.fiji.superres.upscale.UpscaleOptions;

/**
 * What holds for all processes that share a batch, as the first of them settled it.
 *
 * @param settings what was asked for, by name
 * @param windowBytes of memory that a window takes where the tile size is automatic: so the windows are the same everywhere
 * @param intensity that was measured over all images; null where each image has its own
 * @param files names of the images, of which each shard takes its part
 */
public record Job(Map<String, String> settings, long windowBytes, Intensity intensity, List<String> files) {

	private static final String SETTINGS = "settings";
	private static final String WINDOW_BYTES = "window_bytes";
	private static final String INTENSITY = "intensity";
	private static final String FILES = "files";

	static Job read(final Path file) throws IOException {
		final Map<?, ?> values = Records.parse(Records.text(file)).orElse(Map.of());
		if (!(values.get(SETTINGS) instanceof Map<?, ?> settings) || !(values.get(WINDOW_BYTES) instanceof Number bytes) || bytes
			.longValue() < 1 || !(values.get(FILES) instanceof List<?> files))
			throw damaged(file, null);
		final Map<String, String> texts = new LinkedHashMap<>();
		settings.forEach((key, value) -> texts.put(String.valueOf(key), String.valueOf(value)));
		texts.putIfAbsent("device", "CPU"); // before it was written down, there was no other
		return new Job(texts, bytes.longValue(), intensity(values.get(INTENSITY), file), files.stream().map(String::valueOf)
			.toList());
	}

	private static Intensity intensity(final Object written, final Path file) throws IOException {
		try {
			return written == null ? null : Intensity.parse(String.valueOf(written));
		}
		catch (final IllegalArgumentException e) {
			throw damaged(file, e);
		}
	}

	private static IOException damaged(final Path file, final Exception cause) {
		return new IOException(file + " is damaged, so it cannot be told how the results beside it were made. Name another " +
			"output folder.", cause);
	}

	/**
	 * What was asked for.
	 *
	 * @throws IllegalArgumentException if it was not written down
	 */
	public String setting(final String name) {
		final String value = settings.get(name);
		if (value == null)
			throw new IllegalArgumentException("The record of the batch does not say its " + name + ", so it was changed or is " +
				"damaged. Run the batch again into another output folder.");
		return value;
	}

	void write(final Path file) throws IOException {
		final Map<String, Object> values = new LinkedHashMap<>();
		values.put(SETTINGS, settings);
		values.put(WINDOW_BYTES, windowBytes);
		if (intensity != null) values.put(INTENSITY, intensity.toString());
		values.put(FILES, files);
		WholeFile.write(file, part -> Files.writeString(part, Records.block(values)));
	}

	/**
	 * Whether results of other settings would come beside those that are there.
	 *
	 * @param output folder of the results
	 * @throws IllegalArgumentException if so
	 */
	public void check(final Map<String, String> wanted, final Path output) {
		final String differences = wanted.keySet().stream().filter(key -> !wanted.get(key).equals(settings.get(key)))
			.map(key -> key + "=" + settings.get(key) + ", not " + wanted.get(key)).collect(Collectors.joining("; "));
		if (!differences.isEmpty())
			throw new IllegalArgumentException("The results in " + output + " were made with " + differences +
				". Name another output folder, or use the settings of those results.");
	}

	/** The options of a run, with what was settled. */
	public UpscaleOptions settle(final UpscaleOptions options) {
		final TileSize tileSize = options.tileSize().isAuto() ? TileSize.within(windowBytes) : options.tileSize();
		return options.tileSize(tileSize).intensity(intensity != null ? intensity : options.intensity());
	}
}
