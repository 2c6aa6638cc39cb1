package sc.fiji.superres.command;

import ij.ImagePlus;

import java.io.IOException;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import sc.fiji.superres.engine.Threads;
import sc.fiji.superres.imagej.Planes;
import sc.fiji.superres.upscale.Halo;
import sc.fiji.superres.upscale.Intensity;
import sc.fiji.superres.upscale.NoData;
import sc.fiji.superres.upscale.TileSize;
import sc.fiji.superres.upscale.UpscaleOptions;

/** Super-resolves an image with an EDSR model. */
@Plugin(type = Command.class, name = "edsr", menuPath = "Plugins>Super-Resolution>EDSR Super-Resolution...",
	description = "Super-resolves an image with EDSR.", headless = true)
public final class EdsrCommand extends SuperResolutionCommand {

	/** What {@code auto} stands for. */
	private static final String DEFAULT_MODEL = "edsr-x2";

	@Parameter(description = "image to upscale: one plane, 8-bit, 16-bit, 32-bit or RGB", persist = false)
	private ImagePlus input;

	@Parameter(description = "model: auto, a name, or the path of a model package; it decides the scale", required = false,
		persist = false)
	private String model = "auto";

	@Parameter(description = "side of a tile in pixels: auto (as the memory allows), or a whole number from 1 on", required = false,
		persist = false)
	private String tile_size = "auto";

	@Parameter(description = "pixels around a tile that are computed and thrown away: auto or exact (the result does not depend " +
		"on the tiles), or a whole number from 0 on", required = false, persist = false)
	private String halo = "auto";

	@Parameter(description = "values that become black and white for the network: auto (8-bit and RGB as they are, others from " +
		"minimum to maximum), type, min-max, percentile, or LOW,HIGH", required = false, persist = false)
	private String intensity = "auto";

	@Parameter(description = "processor threads: auto (all there are, or what SLURM gives), or a whole number from 1 on",
		required = false, persist = false)
	private String threads = "auto";

	@Parameter(type = ItemIO.OUTPUT, description = "the upscaled image")
	private ImagePlus output;

	@Override
	void execute() throws IOException {
		final UpscaleOptions options = new UpscaleOptions(TileSize.parse(tile_size), Halo.parse(halo), Intensity.parse(intensity),
			NoData.NONE);
		final int count = Threads.parse(threads);
		Planes.of(input); // what cannot be upscaled is refused before TensorFlow is loaded
		output = new ImageUpscaling(engine(count), options, progress()).upscale(input, model.equals("auto") ? DEFAULT_MODEL : model);
	}
}
