package sc.fiji.superres.command;

import ij.ImagePlus;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.engine.Precision;
import sc.fiji.superres.engine.Progress;
import sc.fiji.superres.engine.Threads;
import sc.fiji.superres.imagej.ImageFiles;
import sc.fiji.superres.imagej.Planes;
import sc.fiji.superres.model.ModelPackage;
import sc.fiji.superres.network.Edsr;
import sc.fiji.superres.training.Schedule;
import sc.fiji.superres.training.Trainer;
import sc.fiji.superres.training.TrainingOptions;
import sc.fiji.superres.training.TrainingResult;
import sc.fiji.superres.training.TrainingSet;

/** Trains an EDSR model on a folder of images. */
@Plugin(type = Command.class, name = "train", menuPath = "Plugins>Super-Resolution>Train Super-Resolution Model...",
	description = "Trains an EDSR model on a folder of images, or goes on with a training that was stopped.",
	initializer = SuperResolutionCommand.INIT, headless = true)
public final class TrainCommand extends SuperResolutionCommand {

	@Parameter(description = "folder with the high-resolution images, searched with its subfolders", style = "directory", persist = false)
	private File input;

	@Parameter(description = "model package to write", style = "save", persist = false)
	private File output;

	@Parameter(description = "folder for checkpoints and learning curve; by default the output's name with .training behind it. A " +
		"training goes on where it has checkpoints", style = "directory", required = false, persist = false)
	private File checkpoints;

	@Parameter(description = "scale of the model", min = "2", max = "4", required = false, persist = false)
	private int scale = 2;

	@Parameter(description = "residual blocks of the network", min = "1", max = "256", required = false, persist = false)
	private int blocks = 16;

	@Parameter(description = "feature maps of the network", min = "1", max = "1024", required = false, persist = false)
	private int filters = 64;

	@Parameter(description = "factor of a residual block's output", min = "0.001", max = "1", required = false, persist = false)
	private double residual_scaling = 1;

	@Parameter(description = "training steps in all", min = "1", required = false, persist = false)
	private int steps = 30_000;

	@Parameter(description = "patches of a step", min = "1", max = "1000", required = false, persist = false)
	private int batch = 16;

	@Parameter(description = "side of a patch in low-resolution pixels", min = "4", max = "1000", required = false, persist = false)
	private int patch = 32;

	@Parameter(description = "learning rate of the first step", min = "0.0000001", max = "0.1", required = false, persist = false)
	private double learning_rate = 4e-4;

	@Parameter(description = "steps after which the learning rate is halved, again and again", min = "1", required = false,
		persist = false)
	private int halve_every = 6_000;

	@Parameter(description = "steps between two validations, each with a checkpoint", min = "1", required = false, persist = false)
	private int validate_every = 500;

	@Parameter(description = "seed of the first weights and of the patches", required = false, persist = false)
	private long seed = 1;

	@Parameter(description = "number format of the convolutions: auto (bfloat16 where the processor gains from it), float32 or " +
		"bfloat16", choices = { "auto", "float32", "bfloat16" }, required = false, persist = false)
	private String precision = "auto";

	@Parameter(description = "who trains, for the model's card", required = false, persist = false)
	private String author = "not stated";

	@Parameter(description = "licence of the model, as it follows from the images", required = false, persist = false)
	private String licence = "not stated";

	@Parameter(description = "the images in words, for the model's card; by default the name of their folder", required = false,
		persist = false)
	private String trained_on = "";

	@Parameter(description = "anything else for the model's card, such as scores on other images", required = false, persist = false)
	private String notes = "";

	@Parameter(description = "processor threads: auto (all there are, or what SLURM gives), or a whole number from 1 to 1024",
		required = false, persist = false)
	private String threads = "auto";

	private String report;

	@Override
	void execute() throws IOException {
		final Path folder = checkpoints != null ? checkpoints.toPath() : Path.of(output + ".training");
		ModelPackage.checkWritable(output.toPath(), Trainer.isBegun(folder));
		final int count = Threads.parse(threads);
		final TrainingSet set = read(progress());
		final Engine engine = engine(count);
		final TrainingOptions options = new TrainingOptions(new Edsr(scale, blocks, filters, residual_scaling), steps, batch, patch,
			new Schedule(learning_rate, halve_every), seed, validate_every, precision(engine));
		final TrainingResult result = new Trainer(engine, options, set, folder).train(progress());
		ModelPackage.write(output.toPath(), options.architecture().network(), result.weights(), TrainedCard.of(options, set, result,
			trained_on.isBlank() ? "folder " + input.getName() : trained_on, author, licence, notes), engine);
		report = String.format(Locale.ROOT, "%.3f dB on %d held-back images (bicubic %.3f dB) after %d of %d steps%s: %s", result.psnr(),
			set.heldBack().size(), result.bicubic(), result.bestStep(), result.steps(), leftOut(set), output);
	}

	private Precision precision(final Engine engine) {
		if (precision.equals("auto")) return engine.fastestTraining();
		return Precision.valueOf(precision.toUpperCase(Locale.ROOT));
	}

	private TrainingSet read(final Progress progress) throws IOException {
		final TrainingSet set = new TrainingSet(scale, patch);
		final List<Path> files = ImageFiles.list(input.toPath());
		for (int i = 0; i < files.size(); i++) {
			progress.checkCancelled();
			progress.update("Reading " + files.get(i).getFileName(), i, files.size());
			set.add(input.toPath().relativize(files.get(i)).toString(), colours(files.get(i)));
		}
		set.check();
		return set;
	}

	private static Img<ARGBType> colours(final Path file) throws IOException {
		final ImagePlus image = ImageFiles.open(file);
		try {
			return Planes.colours(image);
		}
		catch (final IllegalArgumentException e) {
			throw new IllegalArgumentException(file + " cannot be learned from. " + e.getMessage(), e);
		}
	}

	private static String leftOut(final TrainingSet set) {
		return set.tooSmall().isEmpty() ? "" : ", without " + set.tooSmall().size() + " images smaller than a patch";
	}

	@Override
	public String report() {
		return report;
	}
}
