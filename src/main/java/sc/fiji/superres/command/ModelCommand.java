package sc.fiji.superres.command;

import ij.ImagePlus;

import java.io.IOException;
import java.util.function.Supplier;

import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;

import sc.fiji.superres.engine.Device;
import sc.fiji.superres.engine.EngineException;
import sc.fiji.superres.engine.Placement;
import sc.fiji.superres.engine.Threads;
import sc.fiji.superres.imagej.ImageInUse;
import sc.fiji.superres.imagej.PlaneSelection;
import sc.fiji.superres.loader.ExpectedDevice;
import sc.fiji.superres.model.ModelException;
import sc.fiji.superres.upscale.Halo;
import sc.fiji.superres.upscale.Intensity;
import sc.fiji.superres.upscale.Methods;
import sc.fiji.superres.upscale.NoData;
import sc.fiji.superres.upscale.Outline;
import sc.fiji.superres.upscale.TileSize;
import sc.fiji.superres.upscale.UpscaleOptions;

/** What the commands that upscale an image with a model share: all but which models they offer, and which first. */
abstract class ModelCommand extends SuperResolutionCommand {

	@Parameter(description = "image to upscale: a plane, a stack or a hyperstack, 8-bit, 16-bit, 32-bit or RGB; where it " +
		"has a selection, the rectangle around that", persist = false)
	private ImagePlus input;

	@Parameter(label = "Model", description = "model: auto (by the type of the image), a name, or the path of a model " +
		"package; it decides the scale. Baselines to compare with are bicubic-x2, lanczos-x2 ...",
		required = false, persist = false, callback = CHANGED)
	private String model = AUTO;

	@Parameter(label = "Channels", description = "channels to upscale: all, or numbers and ranges such as 1-3,5",
		required = false, persist = false, callback = CHANGED)
	private String channels = ALL;

	@Parameter(label = "Slices", description = "slices to upscale: all, or numbers and ranges such as 1-5,8", required = false,
		persist = false, callback = CHANGED)
	private String slices = ALL;

	@Parameter(label = "Frames", description = "frames to upscale: all, or numbers and ranges such as 1-5,8", required = false,
		persist = false, callback = CHANGED)
	private String frames = ALL;

	@Parameter(label = "Intensity range", description = "values that become black and white for the network: auto (8-bit " +
		"and RGB as they are, others from minimum to maximum of each channel in the chosen slices and frames), type, " +
		"min-max, percentile, LOW,HIGH, or for each channel LOW,HIGH;LOW,HIGH", required = false, persist = false,
		callback = CHANGED)
	private String intensity = AUTO;

	@Parameter(label = "No-data value", description = "value of pixels without a measurement, which are left out like NaN: " +
		"none, or a number", required = false, persist = false, callback = CHANGED)
	private String no_data = "none";

	@Parameter(label = "Ensemble", description = "whether to take the mean over eight flips and turns of the image: a " +
		"little better, and eight times as slow", required = false, persist = false, callback = CHANGED)
	private boolean ensemble = false;

	@Parameter(label = "Consistency map", description = "whether to make an image of how the result, shrunk again, differs " +
		"from the input",
		required = false, persist = false, callback = CHANGED)
	private boolean consistency_map = false;

	@Parameter(label = "Deviation map", description = "whether to make an image of how far the eight results of the " +
		"ensemble lie apart",
		required = false, persist = false, callback = CHANGED)
	private boolean deviation_map = false;

	@Parameter(label = "Tile size", description = "side of a tile in pixels: auto (as the memory allows), or a whole " +
		"number from 1 on",
		required = false, persist = false, callback = CHANGED)
	private String tile_size = AUTO;

	@Parameter(label = "Halo", description = "pixels around a tile that are computed and thrown away: auto or exact (the " +
		"result does not depend on the tiles), or a whole number from 0 " +
		"on", required = false, persist = false, callback = CHANGED)
	private String halo = AUTO;

	@Parameter(label = "Device", description = "what computes: auto (a GPU where TensorFlow finds one), cpu, gpu or gpu:N " +
		"(an error where it is missing)", required = false, persist = false, callback = CHANGED)
	private String device = AUTO;

	@Parameter(label = "Threads", description = "processor threads: auto (all there are, or what SLURM gives), or a whole " +
		"number from 1 to 1024", required = false, persist = false, callback = CHANGED)
	private String threads = AUTO;

	@Parameter(label = " ", description = "what will happen", visibility = ItemVisibility.MESSAGE, required = false,
		persist = false)
	private String message = "";

	// before the result: the last output becomes the current image
	@Parameter(type = ItemIO.OUTPUT, description = "the consistency map: the result shrunk again, minus the input",
		required = false, attrs = @Attr(name = Outputs.MADE_IF, value = "consistency_map"))
	private ImagePlus consistency;

	@Parameter(type = ItemIO.OUTPUT, description = "the deviation map: standard deviation of the ensemble", required = false,
		attrs = @Attr(name = Outputs.MADE_IF, value = "deviation_map"))
	private ImagePlus deviation;

	@Parameter(type = ItemIO.OUTPUT, description = "the upscaled image")
	private ImagePlus output;

	/** Whether the dialog offers a method; macros may name any. */
	abstract boolean offers(Outline method);

	/** What {@code auto} stands for, for an image. */
	abstract String automatic(Methods methods, ImagePlus image) throws ModelException;

	@Override
	void prepare() {
		offerModels();
		if (input != null) applies("channels", input.getNChannels() > 1);
		if (input != null) applies("slices", input.getNSlices() > 1);
		if (input != null) applies("frames", input.getNFrames() > 1);
		if (input != null) applies("no_data", input.getBitDepth() != 24);
		changed();
	}

	private void offerModels() {
		try {
			getInfo().getMutableInput("model", String.class).setChoices(OfferedModels.of(Methods.standard(), this::offers));
		}
		catch (final ModelException | EngineException e) {
			return; // said when the model is opened
		}
	}

	@Override
	String describe() throws IOException {
		Threads.parse(threads);
		final Device wanted = Device.parse(device);
		final String will = upscaling(() -> ExpectedDevice.of(wanted)).describe();
		return model.equals(AUTO) ? will + " auto is " + modelName() + "." : will;
	}

	@Override
	void execute() throws IOException {
		final int count = Threads.parse(threads);
		try (ImageInUse use = ImageInUse.of(input)) {
			final Device wanted = Device.parse(device);
			final Upscaling upscaling = upscaling(() -> ExpectedDevice.assumed(wanted));
			final EngineOnDemand engine = new EngineOnDemand(() -> engine(count, wanted));
			plan("output", upscaling.resultSize());
			if (consistency_map) plan("consistency", upscaling.consistencySize());
			if (deviation_map) plan("deviation", upscaling.deviationSize());
			final UpscaledImages images = withThreads(count, () -> upscaling.run(engine, whileOpen(use)));
			output = images.result();
			consistency = images.consistency();
			deviation = images.deviation();
			model = modelName(); // for the recorder: a replay never changes
		}
	}

	private Upscaling upscaling(final Supplier<Placement> expected) throws IOException {
		final UpscaleOptions options = UpscaleOptions.defaults().tileSize(TileSize.parse(tile_size)).halo(Halo.parse(halo))
			.intensity(Intensity.parse(intensity)).noData(NoData.parse(no_data)).ensemble(ensemble).consistencyMap(consistency_map)
			.deviationMap(deviation_map);
		return new Upscaling(input, PlaneSelection.of(input, channels, slices, frames), modelName(), expected, options);
	}

	private String modelName() throws ModelException {
		return model.equals(AUTO) ? automatic(Methods.standard(), input) : model;
	}
}
