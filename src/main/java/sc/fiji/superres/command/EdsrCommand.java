package sc.fiji.superres.command;

import java.io.IOException;

import ij.ImagePlus;

import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import sc.fiji.superres.engine.Threads;
import sc.fiji.superres.imagej.ImageInUse;
import sc.fiji.superres.imagej.PlaneSelection;
import sc.fiji.superres.upscale.Halo;
import sc.fiji.superres.upscale.Intensity;
import sc.fiji.superres.upscale.NoData;
import sc.fiji.superres.upscale.TileSize;
import sc.fiji.superres.upscale.UpscaleOptions;

/** Super-resolves an image with an EDSR model. */
@Plugin(type = Command.class, name = "edsr", menuPath = "Plugins>Super-Resolution>EDSR Super-Resolution...",
	description = "Super-resolves an image with EDSR.", initializer = SuperResolutionCommand.INIT, headless = true)
public final class EdsrCommand extends SuperResolutionCommand {

	/** What {@code auto} stands for. */
	private static final String DEFAULT_MODEL = "edsr-x2";

	@Parameter(description = "image to upscale: a plane, a stack or a hyperstack, 8-bit, 16-bit, 32-bit or RGB; where it has a " +
		"selection, the rectangle around that", persist = false)
	private ImagePlus input;

	@Parameter(label = "Model", description = "model: auto, a name, or the path of a model package; it decides the scale",
		required = false, persist = false, callback = CHANGED)
	private String model = AUTO;

	@Parameter(label = "Channels", description = "channels to upscale: all, or numbers and ranges such as 1-3,5", required = false,
		persist = false, callback = CHANGED)
	private String channels = ALL;

	@Parameter(label = "Slices", description = "slices to upscale: all, or numbers and ranges such as 1-5,8", required = false,
		persist = false, callback = CHANGED)
	private String slices = ALL;

	@Parameter(label = "Frames", description = "frames to upscale: all, or numbers and ranges such as 1-5,8", required = false,
		persist = false, callback = CHANGED)
	private String frames = ALL;

	@Parameter(label = "Intensity range", description = "values that become black and white for the network: auto (8-bit and RGB as " +
		"they are, others from minimum to maximum of each channel in the chosen slices and frames), type, min-max, percentile, or " +
		"LOW,HIGH", required = false,
		persist = false, callback = CHANGED)
	private String intensity = AUTO;

	@Parameter(label = "No-data value", description = "value of pixels without a measurement, which are left out like NaN: none, or a " +
		"number", required = false, persist = false, callback = CHANGED)
	private String no_data = "none";

	@Parameter(label = "Tile size", description = "side of a tile in pixels: auto (as the memory allows), or a whole number from 1 on",
		required = false, persist = false, callback = CHANGED)
	private String tile_size = AUTO;

	@Parameter(label = "Halo", description = "pixels around a tile that are computed and thrown away: auto or exact (the result does " +
		"not depend on the tiles), or a whole number from 0 on", required = false, persist = false, callback = CHANGED)
	private String halo = AUTO;

	@Parameter(label = "Threads", description = "processor threads: auto (all there are, or what SLURM gives), or a whole number from " +
		"1 to 1024", required = false, persist = false, callback = CHANGED)
	private String threads = AUTO;

	@Parameter(label = " ", description = "what will happen", visibility = ItemVisibility.MESSAGE, required = false, persist = false)
	private String message = "";

	@Parameter(type = ItemIO.OUTPUT, description = "the upscaled image")
	private ImagePlus output;

	@Override
	void prepare() {
		ModelChoices.offer(getInfo().getMutableInput("model", String.class));
		if (input != null) applies("channels", input.getNChannels() > 1);
		if (input != null) applies("slices", input.getNSlices() > 1);
		if (input != null) applies("frames", input.getNFrames() > 1);
		if (input != null) applies("no_data", input.getBitDepth() != 24);
		changed();
	}

	@Override
	String describe() throws IOException {
		Threads.parse(threads);
		return upscaling().describe();
	}

	@Override
	void execute() throws IOException {
		final int count = Threads.parse(threads);
		try (ImageInUse use = ImageInUse.of(input)) {
			final Upscaling upscaling = upscaling();
			plan("output", upscaling.resultSize());
			output = upscaling.run(engine(count), whileOpen(use));
			model = modelName(); // for the recorder: a replay never changes
		}
	}

	private Upscaling upscaling() throws IOException {
		final UpscaleOptions options = UpscaleOptions.defaults().tileSize(TileSize.parse(tile_size)).halo(Halo.parse(halo))
			.intensity(Intensity.parse(intensity)).noData(NoData.parse(no_data));
		return new Upscaling(input, PlaneSelection.of(input, channels, slices, frames), modelName(), options);
	}

	private String modelName() {
		return model.equals(AUTO) ? DEFAULT_MODEL : model;
	}
}
