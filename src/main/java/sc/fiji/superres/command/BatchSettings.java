package sc.fiji.superres.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import sc.fiji.superres.batch.Job;
import sc.fiji.superres.batch.OutputNames;
import sc.fiji.superres.imagej.ImageFolder;
import sc.fiji.superres.upscale.Halo;
import sc.fiji.superres.upscale.Intensity;
import sc.fiji.superres.upscale.NoData;
import sc.fiji.superres.upscale.TileSize;
import sc.fiji.superres.upscale.UpscaleOptions;

/** What a batch is asked for, as users write it: each component is the input of that name. */
record BatchSettings(String pattern, boolean recursive, String format, String naming, String intensity, String noData,
	String channels, String slices, String frames, boolean ensemble, String tileSize, String halo)
{

	/** One intensity range for all images of the folder. */
	private static final String FOLDER = "folder";

	boolean hasCommonIntensity() {
		return intensity.equals(FOLDER);
	}

	/** @throws IllegalArgumentException if one of the texts is not allowed */
	UpscaleOptions options() {
		return UpscaleOptions.defaults().tileSize(TileSize.parse(tileSize)).halo(Halo.parse(halo)).intensity(hasCommonIntensity()
			? Intensity.AUTO : parseIntensity()).noData(NoData.parse(noData)).ensemble(ensemble);
	}

	private Intensity parseIntensity() {
		try {
			return Intensity.parse(intensity);
		}
		catch (final IllegalArgumentException e) {
			throw new IllegalArgumentException(e.getMessage().replace("must be auto,", "must be auto, " + FOLDER + ","), e);
		}
	}

	ImageFolder source(final Path input) {
		return new ImageFolder(input, pattern, recursive, channels, slices, frames);
	}

	OutputNames names(final String model, final int scale) {
		return new OutputNames(format, naming, model, scale);
	}

	/** All by their names, but the model. */
	Map<String, String> toMap() {
		final Map<String, String> texts = new LinkedHashMap<>();
		texts.put("pattern", pattern);
		texts.put("recursive", String.valueOf(recursive));
		texts.put("format", format);
		texts.put("naming", naming);
		texts.put("intensity", intensity);
		texts.put("no_data", noData);
		texts.put("channels", channels);
		texts.put("slices", slices);
		texts.put("frames", frames);
		texts.put("ensemble", String.valueOf(ensemble));
		texts.put("tile_size", tileSize);
		texts.put("halo", halo);
		return texts;
	}

	/**
	 * What {@link #toMap} made.
	 *
	 * @throws IllegalArgumentException if a part of it is missing
	 */
	static BatchSettings of(final Job job) {
		return new BatchSettings(job.setting("pattern"), Boolean.parseBoolean(job.setting("recursive")), job.setting("format"),
			job.setting("naming"), job.setting("intensity"), job.setting("no_data"), job.setting("channels"), job.setting("slices"),
			job.setting("frames"), Boolean.parseBoolean(job.setting("ensemble")), job.setting("tile_size"), job.setting("halo"));
	}
}
