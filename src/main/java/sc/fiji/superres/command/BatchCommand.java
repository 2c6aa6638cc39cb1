package sc.fiji.superres.command;

import java.io.File;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import sc.fiji.superres.batch.Batch;
import sc.fiji.superres.batch.Job;
import sc.fiji.superres.batch.Plan;
import sc.fiji.superres.batch.Procedure;
import sc.fiji.superres.batch.ResultCheck;
import sc.fiji.superres.batch.Shard;
import sc.fiji.superres.batch.Speed;
import sc.fiji.superres.engine.Device;
import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.engine.EngineException;
import sc.fiji.superres.engine.Threads;
import sc.fiji.superres.model.ModelException;
import sc.fiji.superres.upscale.Method;
import sc.fiji.superres.upscale.Methods;

/** Upscales all images of a folder. */
@Plugin(type = Command.class, name = "batch", menuPath = "Plugins>Super-Resolution>Batch Super-Resolution...",
	description = "Upscales all images of a folder with a model or a baseline. What is done already is skipped, what fails " +
		"stands in a table, and a run that was stopped goes on where it was.", initializer = SuperResolutionCommand.INIT,
	headless = true)
public final class BatchCommand extends SuperResolutionCommand {

	private static final int QUICKLY_LISTED = 20_000;

	@Parameter(label = "Images", description = "folder with the images to upscale, all of each: selections that were saved " +
		"in them do not count", style = "directory", persist = false,
		callback = CHANGED)
	private File input;

	@Parameter(label = "Results", description = "folder for the results, the table superres-batch.csv, and a hidden journal; " +
		"it is made where it is missing", style = "directory", persist = false, callback = CHANGED)
	private File output;

	@Parameter(label = "Model", description = "model: auto (by the type of the image), a name, or the path of a model " +
		"package; it decides the scale. Baselines to compare with are bicubic-x2, lanczos-x2 ...",
		required = false, persist = false, callback = CHANGED)
	private String model = AUTO;

	@Parameter(label = "Name pattern", description = "which files: * (TIFF, PNG, JPEG, GIF, BMP, PGM, PPM, DICOM, FITS, " +
		"AVI), or a pattern of names such as *.tif, or of paths below the folder such as day1/*.tif",
		required = false, persist = false, callback = CHANGED)
	private String pattern = "*";

	@Parameter(label = "Subfolders", description = "whether to search the folder's subfolders, too", required = false,
		persist = false, callback = CHANGED)
	private boolean recursive = true;

	@Parameter(label = "Format", description = "format of the results: tif (anything), png or jpg (single planes of 8 bits " +
		"or RGB; png also 16 bits)", choices = { "tif", "png", "jpg" }, required = false, persist = false, callback = CHANGED)
	private String format = "tif";

	@Parameter(label = "Names of results", description = "name of a result, without extension: {name} is that of its image, " +
		"{file} the same with its extension, {model} the model and {scale} x2, x3 or x4", required = false, persist = false,
		callback = CHANGED)
	private String naming = "{name}";

	@Parameter(label = "Intensity range", description = "values that become black and white for the network: auto (8-bit " +
		"and RGB as they are, others from minimum to maximum of each channel of each image), folder (the same, but from minimum " +
		"to maximum over all images), type, min-max, percentile, LOW,HIGH, or for each channel LOW,HIGH;LOW,HIGH",
		required = false, persist = false, callback = CHANGED)
	private String intensity = AUTO;

	@Parameter(label = "No-data value", description = "value of pixels without a measurement, which are left out like NaN: " +
		"none, or a number", required = false, persist = false, callback = CHANGED)
	private String no_data = "none";

	@Parameter(label = "Channels", description = "channels of each image to upscale: all, or numbers and ranges such as 1-3,5",
		required = false, visibility = ItemVisibility.INVISIBLE, persist = false, callback = CHANGED)
	private String channels = ALL;

	@Parameter(label = "Slices", description = "slices of each image to upscale: all, or numbers and ranges such as 1-5,8",
		required = false, visibility = ItemVisibility.INVISIBLE, persist = false, callback = CHANGED)
	private String slices = ALL;

	@Parameter(label = "Frames", description = "frames of each image to upscale: all, or numbers and ranges such as 1-5,8",
		required = false, visibility = ItemVisibility.INVISIBLE, persist = false, callback = CHANGED)
	private String frames = ALL;

	@Parameter(label = "Ensemble", description = "whether to take the mean over eight flips and turns of each image: a " +
		"little better, and eight times as slow", required = false, persist = false, callback = CHANGED)
	private boolean ensemble = false;

	@Parameter(label = "True images", description = "folder with the truth of the images, by the same names: the table gets " +
		"the PSNR of each result", style = "directory", required = false, persist = false, callback = CHANGED)
	private File reference;

	@Parameter(label = "Shard", description = "part of the work that this run does, where several runs share it: I/N for the " +
		"I-th of N parts", required = false, visibility = ItemVisibility.INVISIBLE, persist = false, callback = CHANGED)
	private String shard = "1/1";

	@Parameter(label = "Tile size", description = "side of a tile in pixels: auto (as the memory of the first run allows), " +
		"or a whole number from 1 on", required = false, persist = false, callback = CHANGED)
	private String tile_size = AUTO;

	@Parameter(label = "Halo", description = "pixels around a tile that are computed and thrown away: auto or exact (the " +
		"result does not depend on the tiles), or a whole number from 0 on", required = false,
		visibility = ItemVisibility.INVISIBLE, persist = false, callback = CHANGED)
	private String halo = AUTO;

	@Parameter(label = "Device", description = "what computes: auto (as in the first run of the batch, which takes a GPU " +
		"where TensorFlow finds one), cpu, gpu or gpu:N (an error where it is missing)", required = false, persist = false,
		callback = CHANGED)
	private String device = AUTO;

	@Parameter(label = "Threads", description = "processor threads: auto (all there are, or what SLURM gives), or a whole " +
		"number from 1 to 1024", required = false, visibility = ItemVisibility.INVISIBLE, persist = false, callback = CHANGED)
	private String threads = AUTO;

	@Parameter(label = "List only", description = "whether only to list what would be done: each file with the size of its " +
		"result, megabytes and time", required = false, persist = false, callback = CHANGED)
	private boolean list_only = false;

	@Parameter(label = " ", description = "what will happen", visibility = ItemVisibility.MESSAGE, required = false,
		persist = false)
	private String message = "";

	@Override
	void prepare() {
		try {
			getInfo().getMutableInput("model", String.class).setChoices(OfferedModels.of(Methods.standard(), method -> true));
		}
		catch (final ModelException | EngineException e) {
			return; // said when the model is opened
		}
		finally {
			changed();
		}
	}

	/** Called at each key: a user who types a path begins with the whole disk. */
	@Override
	String describe() throws IOException {
		if (!settings().source(Given.folder("input", input, "images").toPath()).isWithin(QUICKLY_LISTED))
			return input + " holds more than " + QUICKLY_LISTED + " files and folders, which are listed when the batch begins.";
		return job().describe();
	}

	private BatchJob job() throws IOException {
		Threads.parse(threads);
		Given.folder("reference", reference, "images");
		return new BatchJob(Given.folder("input", input, "images").toPath(), output.toPath(), model, settings(), Shard.parse(shard),
			Device.parse(device));
	}

	private BatchSettings settings() {
		return new BatchSettings(pattern, recursive, format, naming, intensity, no_data, channels, slices, frames, ensemble,
			tile_size, halo);
	}

	@Override
	void execute() throws IOException {
		final int count = Threads.parse(threads);
		final BatchJob job = job();
		withThreads(count, () -> {
			final Supplier<Engine> engine = engine(job, count);
			final Method method = job.method(engine);
			if (list_only) list(job, method, engine);
			else run(job, method, engine, count);
			return null;
		});
		model = job.model(); // for the recorder: a replay never changes
	}

	private Supplier<Engine> engine(final BatchJob job, final int count) throws IOException {
		final Device wanted = job.device();
		return new EngineOnDemand(() -> {
			try {
				return engine(count, wanted);
			}
			catch (final EngineException e) {
				throw job.explain(wanted, e);
			}
		});
	}

	private void list(final BatchJob job, final Method method, final Supplier<Engine> engine) throws IOException {
		final Optional<Job> settled = job.existing(method, engine);
		final Plan plan = job.batch(settled).plan(job.scale(), progress());
		final Speed speed = speed(plan, job.procedure(method, engine, settled, ResultCheck.NONE));
		BatchReport.addRows(plan, speed);
		report(BatchReport.of(plan, speed));
	}

	private Speed speed(final Plan plan, final Procedure procedure) {
		return plan.next().map(item -> Speed.of(procedure, item.size() != null && item.size().bitDepth() == 24, progress()))
			.orElse(null);
	}

	private void run(final BatchJob job, final Method method, final Supplier<Engine> first, final int count)
		throws IOException
	{
		final Optional<Job> settled = Optional.of(job.settled(method, first, progress()));
		final Supplier<Engine> engine = engine(job, count); // another process may have settled its device meanwhile
		final Batch batch = job.batch(settled);
		final ResultCheck check = reference == null ? ResultCheck.NONE
			: new ReferenceFolder(reference.toPath(), job.scale(), progress());
		final Procedure procedure = job.procedure(method, engine, settled, check);
		final Plan plan = batch.plan(job.scale(), progress());
		notice(plan.summary(speed(plan, procedure)));
		try {
			batch.run(plan, procedure, progress());
		}
		finally {
			// also where the user has stopped it
			if (!batch.table().rows().isEmpty()) report(BatchReport.publish(batch.table(), job.folder(), job.shard()));
		}
		if (plan.items().isEmpty()) report("No image falls to shard " + job.shard() + ".");
		else BatchReport.checkHasResult(batch.table());
		partly(!batch.table().isComplete());
	}
}
