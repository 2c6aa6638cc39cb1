package sc.fiji.superres.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import sc.fiji.superres.batch.Batch;
import sc.fiji.superres.batch.BatchFolder;
import sc.fiji.superres.batch.FolderIntensity;
import sc.fiji.superres.batch.ImageSize;
import sc.fiji.superres.batch.Job;
import sc.fiji.superres.batch.Procedure;
import sc.fiji.superres.batch.ResultCheck;
import sc.fiji.superres.batch.Shard;
import sc.fiji.superres.engine.Device;
import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.engine.EngineException;
import sc.fiji.superres.engine.Placement;
import sc.fiji.superres.engine.Progress;
import sc.fiji.superres.imagej.ImageFolder;
import sc.fiji.superres.loader.ExpectedDevice;
import sc.fiji.superres.upscale.Baseline;
import sc.fiji.superres.upscale.Method;
import sc.fiji.superres.upscale.Methods;
import sc.fiji.superres.upscale.Outline;
import sc.fiji.superres.upscale.TileSize;
import sc.fiji.superres.upscale.Upscaler;

/**
 * A batch as a command is asked for it: what can be refused is refused here, before anything is read or written.
 */
final class BatchJob {

	/** The setting that says on what kind of device the results were made. */
	private static final String DEVICE = "device";

	private final Path input;
	private final BatchFolder folder;
	private final BatchSettings settings;
	private final Shard shard;
	private final Device device;
	private final ImageFolder source;
	private final String model;
	private final Outline outline;

	/**
	 * @param input folder that exists
	 * @param model {@code auto}, a name, or the path of a package
	 * @throws IllegalArgumentException if the folders, the model or the settings cannot be used
	 */
	BatchJob(final Path input, final Path output, final String model, final BatchSettings settings, final Shard shard,
		final Device device) throws IOException
	{
		this.input = real(input);
		this.settings = settings;
		this.shard = shard;
		this.device = device;
		folder = new BatchFolder(output);
		checkApart(this.input, real(output));
		source = settings.source(input);
		source.names(); // which refuses that there are none
		settings.options();
		this.model = model.equals(SuperResolutionCommand.AUTO) ? automatic() : model;
		outline = Methods.standard().describe(this.model);
		settings.names(this.model, outline.scale());
	}

	/** Without links, also of a folder that is not there yet. */
	private static Path real(final Path folder) throws IOException {
		final Path absolute = folder.toAbsolutePath().normalize();
		Path existing = absolute;
		while (!Files.exists(existing)) existing = existing.getParent();
		return existing.toRealPath().resolve(existing.relativize(absolute));
	}

	private static void checkApart(final Path input, final Path output) {
		if (output.startsWith(input))
			throw new IllegalArgumentException("output is " + output + ", which is " + (output.equals(input)
				? "the folder of the images"
				: "inside the folder of the images, so that its results would be images of the next run") +
				". Name a folder beside it.");
		if (Files.exists(output) && !Files.isDirectory(output))
			throw new IllegalArgumentException("output is " + output + ", which is a file. Name a folder.");
	}

	/** By the first image whose header says its kind. */
	private String automatic() throws IOException {
		return AutomaticModel.of(Methods.standard(), isColour());
	}

	private boolean isColour() throws IOException {
		final Optional<ImageSize> size = source.firstSize();
		return size.isPresent() && size.get().bitDepth() == 24;
	}

	/** What {@code auto} became. */
	String model() {
		return model;
	}

	BatchFolder folder() {
		return folder;
	}

	Shard shard() {
		return shard;
	}

	/** What to compute on: where that is left to us, the kind of device that the results in the folder were made on. */
	Device device() throws IOException {
		final Optional<Job> job = isFree() ? folder.job() : Optional.empty();
		return job.isEmpty() ? device : Device.parse(job.get().setting(DEVICE).toLowerCase(Locale.ROOT));
	}

	private boolean isFree() {
		return device.equals(Device.AUTO);
	}

	/** What to say where that device is missing. */
	EngineException explain(final Device missing, final EngineException e) {
		return missing.equals(device) || missing.equals(Device.CPU) ? e : new EngineException("The results in " + folder
			.output() + " are made on a GPU, from which those of a CPU would differ in their last digits, but TensorFlow finds " +
			"none here. Go on where there is one, or name another output folder.", e);
	}

	/** What will happen, in a line. */
	String describe() throws IOException {
		final int images = source.names().size();
		return images + (images == 1 ? " image" : " images") + " by " + outline.title() +
			(shard.isAll() ? "" : ", shard " + shard) + device(outline) + ", to " + folder.output() + "." +
			(outline.inventsTexture() ? " " + Method.INVENTED : "");
	}

	/** Nothing of baselines, which compute on the CPU. */
	private String device(final Outline method) throws IOException {
		if (method instanceof Baseline) return "";
		final Placement placement = ExpectedDevice.of(device());
		return placement.isGpu() ? ", on " + placement.text() : ", on the CPU";
	}

	/** The images of the shard, as the first run of the job cut them. */
	Batch batch(final Optional<Job> job) throws IOException {
		final List<String> files = job.isPresent() && !shard.isAll() ? job.get().files() : source.names();
		final Map<String, String> outputs = settings.names(model, outline.scale()).of(files);
		outputs.keySet().retainAll(shard.of(files));
		return new Batch(source, outputs, folder, shard);
	}

	int scale() {
		return outline.scale();
	}

	/** Opens the method. */
	Method method(final Supplier<Engine> engine) throws IOException {
		return Methods.standard().open(model, engine);
	}

	/** The job whose results are in the folder, if there are any. */
	Optional<Job> existing(final Method method, final Supplier<Engine> engine) throws IOException {
		final Optional<Job> job = folder.job();
		if (job.isPresent()) job.get().check(asked(texts(method, engine)), folder.output());
		return job;
	}

	/** The same, or else a new one, which is settled now. */
	Job settled(final Method method, final Supplier<Engine> engine, final Progress progress) throws IOException {
		final Map<String, String> texts = texts(method, engine);
		return folder.job(asked(texts), () -> {
			final List<String> files = source.names();
			settings.names(model, outline.scale()).of(files); // which refuses two of one name
			return new Job(texts, TileSize.automaticBytes(method.placement(engine)), settings.hasCommonIntensity()
				? FolderIntensity.of(source, files, settings.options().noData(), progress) : null, files);
		}, progress);
	}

	/** Everything that the pixels and names of the results depend on. */
	private Map<String, String> texts(final Method method, final Supplier<Engine> engine) {
		final Map<String, String> texts = new LinkedHashMap<>();
		texts.put("input", input.toString());
		texts.put("model", model);
		texts.put("scale", String.valueOf(method.scale()));
		texts.put("weights", method.identity().getOrDefault("weights", "none"));
		texts.put("precision", method.computation(engine).get("precision"));
		texts.put(DEVICE, method.placement(engine).kind());
		texts.putAll(settings.toMap());
		return texts;
	}

	/** Those that must be as in the first run: a device that is left to us follows it. */
	private Map<String, String> asked(final Map<String, String> texts) {
		final Map<String, String> asked = new LinkedHashMap<>(texts);
		if (isFree()) asked.remove(DEVICE);
		return asked;
	}

	Procedure procedure(final Method method, final Supplier<Engine> engine, final Optional<Job> job, final ResultCheck check) {
		final boolean common = job.isPresent() && job.get().intensity() != null;
		return new Procedure(Upscaler.of(method).engine(engine), job.map(each -> each.settle(settings.options())).orElse(settings
			.options()), common, check);
	}
}
