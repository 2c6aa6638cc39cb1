package sc.fiji.superres.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import sc.fiji.superres.engine.Device;
import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.engine.Objective;
import sc.fiji.superres.engine.Precision;
import sc.fiji.superres.engine.Threads;
import sc.fiji.superres.engine.TrainingSetup;
import sc.fiji.superres.model.ModelPackage;
import sc.fiji.superres.network.Architecture;
import sc.fiji.superres.network.Architectures;
import sc.fiji.superres.network.Discriminator;
import sc.fiji.superres.network.Srgan;
import sc.fiji.superres.training.Degradation;
import sc.fiji.superres.training.Noise;
import sc.fiji.superres.training.Schedule;
import sc.fiji.superres.training.TrainingOptions;
import sc.fiji.superres.training.TrainingSet;

/** Trains a model on a folder of images. */
@Plugin(type = Command.class, name = "train", menuPath = "Plugins>Super-Resolution>Train Super-Resolution Model...",
	description = "Trains a model on a folder of images, or goes on with a training that was stopped.",
	initializer = SuperResolutionCommand.INIT, headless = true)
public final class TrainCommand extends SuperResolutionCommand {

	@Parameter(label = "High-resolution images",
		description = "folder with the high-resolution images, searched with its subfolders; 8, 16 or 32 bits or RGB, every " +
		"plane of a stack", style = "directory", persist = false)
	private File input;

	@Parameter(label = "Model to write",
		description = "model package to write", style = "save", persist = false)
	private File output;

	@Parameter(label = "Low-resolution images",
		description = "folder with low-resolution images of the same names; by default they are made from the " +
		"high-resolution ones", style = "directory", required = false, persist = false)
	private File lr;

	@Parameter(label = "Validation images",
		description = "folder with images to validate on; by default some of the others are held back", style = "directory",
		required = false, persist = false)
	private File validation;

	@Parameter(visibility = ItemVisibility.INVISIBLE,
		description = "folder for checkpoints and learning curve; by default the output's name with .training behind it. A " +
		"training goes on where it has checkpoints", style = "directory", required = false, persist = false)
	private File checkpoints;

	@Parameter(visibility = ItemVisibility.INVISIBLE,
		description = "model, by name or path, whose recipe is followed: all its trainings one after the other, with their " +
		"settings; none is given then but folders, device and words for the card", required = false, persist = false)
	private String recipe = "";

	@Parameter(label = "Architecture",
		description = "network to train; srgan is srresnet first, and then against a discriminator", choices = { "edsr",
		"srresnet", "srgan", "espcn", "srcnn" }, required = false, persist = false)
	private String architecture = "edsr";

	@Parameter(label = "Scale",
		description = "scale of the model", min = "2", max = "4", required = false, persist = false)
	private int scale = 2;

	@Parameter(label = "Channels",
		description = "channels of the network: auto (y for espcn and srcnn, rgb for the others), rgb, y (luma, of colour " +
		"images, too) or any (one channel of " +
		"anything)", choices = { AUTO, "rgb", "y", "any" }, required = false, persist = false)
	private String channels = AUTO;

	@Parameter(visibility = ItemVisibility.INVISIBLE,
		description = "residual blocks of edsr, srresnet and srgan", min = "1", max = "256", required = false, persist = false)
	private int blocks = 16;

	@Parameter(visibility = ItemVisibility.INVISIBLE,
		description = "feature maps of edsr, srresnet and srgan", min = "1", max = "1024", required = false, persist = false)
	private int filters = 64;

	@Parameter(visibility = ItemVisibility.INVISIBLE,
		description = "factor of a residual block's output, of edsr", min = "0.001", max = "1", required = false, persist = false)
	private double residual_scaling = 1;

	@Parameter(visibility = ItemVisibility.INVISIBLE,
		description = "side of the middle kernel of srcnn: 1, 3 or 5 pixels", min = "1", max = "5", required = false,
		persist = false)
	private int middle = 5;

	@Parameter(label = "Start from model",
		description = "model to start from, of the same architecture, or of another scale of it; srgan then leaves its first " +
		"phase out. By default random weights", required = false, persist = false)
	private String start = "";

	@Parameter(visibility = ItemVisibility.INVISIBLE,
		description = "steps that the model to start from has done: a whole number, or card to go on with step and learning " +
		"rate of its card", required = false, persist = false)
	private String start_step = "0";

	@Parameter(label = "Steps",
		description = "training steps in all; of srgan, of its first phase", min = "1", required = false, persist = false)
	private int steps = 30_000;

	@Parameter(visibility = ItemVisibility.INVISIBLE,
		description = "steps of srgan's second phase", min = "1", required = false, persist = false)
	private int steps_phase2 = 10_000;

	@Parameter(visibility = ItemVisibility.INVISIBLE,
		description = "patches of a step", min = "1", max = "1000", required = false, persist = false)
	private int batch = 16;

	@Parameter(visibility = ItemVisibility.INVISIBLE,
		description = "side of a patch in low-resolution pixels", min = "4", max = "1000", required = false, persist = false)
	private int patch = 32;

	@Parameter(label = "Learning rate",
		description = "learning rate of the first step", min = "0.0000001", max = "0.1", required = false, persist = false)
	private double learning_rate = 4e-4;

	@Parameter(visibility = ItemVisibility.INVISIBLE,
		description = "learning rate of the first step of srgan's second phase", min = "0.0000001", max = "0.1", required = false,
		persist = false)
	private double rate_phase2 = 1e-4;

	@Parameter(visibility = ItemVisibility.INVISIBLE,
		description = "steps after which the learning rate is halved, again and again", min = "1", required = false,
		persist = false)
	private int halve_every = 6_000;

	@Parameter(visibility = ItemVisibility.INVISIBLE,
		description = "steps between two validations, each with a checkpoint", min = "1", required = false, persist = false)
	private int validate_every = 500;

	@Parameter(visibility = ItemVisibility.INVISIBLE,
		description = "seed of the first weights and of the patches", required = false, persist = false)
	private long seed = 1;

	@Parameter(visibility = ItemVisibility.INVISIBLE,
		description = "number format of the convolutions: auto (bfloat16 where the processor gains from it), float32 or " +
		"bfloat16", choices = { AUTO, "float32", "bfloat16" }, required = false, persist = false)
	private String precision = AUTO;

	@Parameter(visibility = ItemVisibility.INVISIBLE,
		description = "how much of the running average of the weights a step keeps, which becomes the model; 0 for no average",
		min = "0", max = "0.99999", required = false, persist = false)
	private double ema = 0.999;

	@Parameter(visibility = ItemVisibility.INVISIBLE,
		description = "largest norm of all gradients, to which larger ones are scaled down; 0 for no limit", min = "0",
		required = false, persist = false)
	private double clip_norm = 0;

	@Parameter(visibility = ItemVisibility.INVISIBLE,
		description = "loss on pixels: auto (l1 for edsr, mse for the others), l1 or mse", choices = { AUTO, "l1", "mse" },
		required = false, persist = false)
	private String loss = AUTO;

	@Parameter(visibility = ItemVisibility.INVISIBLE,
		description = "weight of the loss on pixels: auto (1; in srgan's second phase that of the " +
		"paper, or 0 with vgg from its fourth block on), or a number from 0 on", required = false, persist = false)
	private String pixel_weight = AUTO;

	@Parameter(label = "VGG19 weights",
		description = "safetensors file with the weights of VGG19, for content and texture loss; without it there is only " +
		"the loss on pixels", required = false, persist = false)
	private File vgg;

	@Parameter(visibility = ItemVisibility.INVISIBLE,
		description = "layer of VGG19 whose feature maps are compared: conv2_2 before, relu2_2 after its activation",
		required = false, persist = false)
	private String vgg_layer = "relu2_2";

	@Parameter(visibility = ItemVisibility.INVISIBLE,
		description = "weight of the content loss: auto (in srgan's second phase with vgg 1, or 0.0001 up to the third " +
		"block; else 0), or a number from 0 on",
		required = false, persist = false)
	private String content_weight = AUTO;

	@Parameter(visibility = ItemVisibility.INVISIBLE,
		description = "weight of the texture loss, of Gram matrices", min = "0", required = false, persist = false)
	private double texture_weight = 0;

	@Parameter(visibility = ItemVisibility.INVISIBLE,
		description = "weight of the adversarial loss in srgan's second phase", min = "0.0000001", required = false,
		persist = false)
	private double adversarial_weight = 1e-3;

	@Parameter(label = "PSF sigma (HR pixels)",
		description = "standard deviation of a Gaussian point spread function, in high-resolution pixels, that makes the " +
		"low-resolution images; 0 for MATLAB's bicubic", min = "0", max = "100", required = false, persist = false)
	private double psf_sigma = 0;

	@Parameter(label = "Photons of white",
		description = "photons that white stands for in low-resolution images, for Poisson noise; 0 for none", min = "0",
		required = false, persist = false)
	private double photons = 0;

	@Parameter(label = "Noise (grey levels)",
		description = "standard deviation of Gaussian noise of low-resolution images, in grey levels 0..255; 0 for none",
		min = "0", required = false, persist = false)
	private double noise = 0;

	@Parameter(visibility = ItemVisibility.INVISIBLE,
		description = "author of the model", required = false, persist = false)
	private String author = "not stated";

	@Parameter(visibility = ItemVisibility.INVISIBLE,
		description = "licence of the model, as it follows from the images", required = false, persist = false)
	private String licence = "not stated";

	@Parameter(visibility = ItemVisibility.INVISIBLE,
		description = "the images in words, for the model's card; by default the name of their folder", required = false,
		persist = false)
	private String trained_on = "";

	@Parameter(visibility = ItemVisibility.INVISIBLE,
		description = "anything else for the model's card, such as scores on other images", required = false, persist = false)
	private String notes = "";

	@Parameter(visibility = ItemVisibility.INVISIBLE,
		description = "what computes: auto (a GPU where TensorFlow finds one), cpu, gpu or gpu:N (an error where it is missing)",
		required = false, persist = false)
	private String device = AUTO;

	@Parameter(visibility = ItemVisibility.INVISIBLE,
		description = "processor threads: auto (all there are, or what SLURM gives), or a whole number from 1 to 1024",
		required = false, persist = false)
	private String threads = AUTO;

	/**
	 * What came of it.
	 *
	 * @param report for the user
	 * @param complete whether all its steps are done
	 */
	record Trained(String report, boolean complete) {}

	@Override
	void execute() throws IOException {
		report((recipe.isBlank() ? train() : new RecipeRun(this, recipe).run()).report());
	}

	/** Trains with the settings as they are. */
	Trained train() throws IOException {
		final Path folder = checkpoints().toPath();
		final int count = Threads.parse(threads);
		final Device wanted = Device.parse(device);
		final Architecture network = network();
		final Degradation degradation = degradation();
		final TrainingLosses losses = new TrainingLosses(loss, pixel_weight, vgg, vgg_layer, content_weight, texture_weight);
		final Engine engine = engine(count, wanted);
		final StartModel model = StartModel.open(start, start_step, engine);
		final TrainingPlan plan = new TrainingPlan(phases(network, losses, degradation, model, engine, folder),
			model.weights(network, seed));
		ModelPackage.checkWritable(output.toPath(), plan.isBegun(folder));
		if (!losses.report(network).isEmpty()) notice(losses.report(network).strip());
		final TrainingSet set = withThreads(count, () -> new TrainingImages(network, patch, degradation).read(input, lr,
			validation, progress()));
		final TrainingPlan.Outcome outcome = withThreads(count, () -> plan.run(engine, set, progress()));
		final TrainedCard card = new TrainedCard(author, licence, trained_on.isBlank() ? "folder " + input.getName() : trained_on,
			notes);
		ModelPackage.write(output.toPath(), outcome.options().architecture().network(), outcome.result().weights(),
			card.of(outcome, plan.start(), set), new TrainedAttachments(this, model, plan).of(outcome, engine), engine);
		if (outcome.result().diverged() != null)
			throw new IllegalStateException(outcome.result().diverged().getMessage() + " The model from before lies in " +
				output + ".");
		return new Trained(losses.report(network) + new TrainingReport(set, outcome).text(output), outcome.complete() && outcome
			.result().steps() >= outcome.options().steps());
	}

	/** The folder of checkpoints. */
	File checkpoints() {
		return checkpoints != null ? checkpoints : new File(output + ".training");
	}

	private Degradation degradation() {
		if (lr == null) return new Degradation(psf_sigma, new Noise(photons, noise));
		if (psf_sigma > 0 || photons > 0 || noise > 0)
			throw new IllegalArgumentException("lr is " + lr + ", so low-resolution images are not made, and psf_sigma, photons " +
				"and noise must be 0. Leave lr or them out.");
		if (validation != null)
			throw new IllegalArgumentException("lr is " + lr + " and validation is " + validation + ", but low-resolution images " +
				"for the latter are made, unlike those of lr. Leave validation out: some pairs are held back.");
		return Degradation.seen("folder " + lr.getName());
	}

	private Architecture network() {
		final Map<String, Object> settings = new HashMap<>();
		for (final String key : List.of("architecture", "scale", "blocks", "filters", "residual_scaling", "middle"))
			settings.put(key, getInput(key));
		final boolean luma = architecture.equals("espcn") || architecture.equals("srcnn");
		settings.put("channels", channels.equals(AUTO) ? luma ? "y" : "rgb" : channels);
		return Architectures.of(settings);
	}

	/** SRGAN has two phases, but only the second where it starts from a model. */
	private List<TrainingPhase> phases(final Architecture network, final TrainingLosses losses, final Degradation degradation,
		final StartModel model, final Engine engine, final Path folder)
	{
		if (!(network instanceof Srgan srgan))
			return List.of(TrainingPhase.only(folder, options(network, losses.of(network), steps, model.firstStep(network),
				model.schedule(learning_rate, halve_every), degradation, engine)));
		final Discriminator discriminator = new Discriminator(scale * patch, filters, network.channels().count());
		final TrainingPhase second = TrainingPhase.adversarial(folder, options(network, losses.adversarial(srgan, discriminator,
			adversarial_weight), steps_phase2, model.firstStep(network), model.schedule(rate_phase2, halve_every), degradation,
			engine));
		if (!model.isRandom()) return List.of(second);
		return List.of(TrainingPhase.pretraining(folder, options(srgan.pretrained(), losses.pretraining(srgan), steps, 0,
			new Schedule(learning_rate, halve_every), degradation, engine)), second);
	}

	private TrainingOptions options(final Architecture network, final Objective objective, final int wanted,
		final int firstStep, final Schedule schedule, final Degradation degradation, final Engine engine)
	{
		final Precision format = precision.equals(AUTO) ? engine.fastestTraining() : Precision.valueOf(precision.toUpperCase(
			Locale.ROOT));
		return new TrainingOptions(network, new TrainingSetup(batch, patch, format, objective, ema, clip_norm), wanted, firstStep,
			schedule, seed, validate_every, degradation);
	}
}
