package sc.fiji.superres.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import sc.fiji.superres.engine.Device;
import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.engine.Progress;
import sc.fiji.superres.engine.Threads;
import sc.fiji.superres.evaluation.Evaluation;
import sc.fiji.superres.evaluation.EvaluationImage;
import sc.fiji.superres.evaluation.EvaluationOptions;
import sc.fiji.superres.evaluation.EvaluationTable;
import sc.fiji.superres.evaluation.Score;
import sc.fiji.superres.io.WholeFile;
import sc.fiji.superres.loader.ExpectedDevice;
import sc.fiji.superres.metric.Channels;
import sc.fiji.superres.metric.Range;
import sc.fiji.superres.upscale.Baseline;
import sc.fiji.superres.upscale.Method;
import sc.fiji.superres.upscale.Methods;

/** Measures models and baselines on a folder of images. */
@Plugin(type = Command.class, name = "evaluate", menuPath = "Plugins>Super-Resolution>Evaluate Super-Resolution Model...",
	description = "Measures models and baselines on a folder of images: PSNR and SSIM against the truth, consistency with " +
		"the input, seconds.", initializer = SuperResolutionCommand.INIT, headless = true)
public final class EvaluateCommand extends SuperResolutionCommand {

	@Parameter(label = "Models", description = "models and baselines to compare, with commas between, such as " +
		"bicubic-x2,edsr-x2; with a + behind it, as in edsr-x2+, one is measured with self-ensemble",
		persist = false, callback = CHANGED)
	private String models = "";

	@Parameter(label = "High-resolution images", description = "folder with the true images, searched with its subfolders",
		style = "directory", persist = false, callback = CHANGED)
	private File hr;

	@Parameter(label = "Low-resolution images", description = "folder with images of the same names to upscale; by default " +
		"MATLAB's bicubic makes them of the true ones, for methods of one channel from Y as SRCNN's demo " +
		"does", style = "directory",
		required = false, persist = false, callback = CHANGED)
	private File lr;

	@Parameter(label = "Output", description = "CSV file to write, with the columns model, image, psnr, ssim, consistency, " +
		"seconds",
		style = "save", required = false, persist = false, callback = CHANGED)
	private File output;

	@Parameter(label = "Channels", description = "channels of a colour image: y (luma), each (mean of the three) or joint " +
		"(one error of all)", choices = { "y", "each", "joint" }, required = false, persist = false, callback = CHANGED)
	private String channels = "y";

	@Parameter(label = "Border", description = "pixels left out at each side: auto (as many as the scale), or a whole " +
		"number from 0 on",
		required = false, persist = false, callback = CHANGED)
	private String border = AUTO;

	@Parameter(label = "Range", description = "peak value: auto (255, for 8-bit and RGB only), type (range of the pixel " +
		"type), reference (range of all values of the true plane), or a number above " +
		"0", required = false, persist = false, callback = CHANGED)
	private String range = AUTO;

	@Parameter(label = "Device", description = "what computes: auto (a GPU where TensorFlow finds one), cpu, gpu or gpu:N " +
		"(an error where it is missing)", required = false, persist = false, callback = CHANGED)
	private String device = AUTO;

	@Parameter(label = "Threads", description = "processor threads: auto (all there are, or what SLURM gives), or a whole " +
		"number from 1 to 1024", required = false, persist = false, callback = CHANGED)
	private String threads = AUTO;

	@Parameter(label = " ", description = "what will happen", visibility = ItemVisibility.MESSAGE, required = false,
		persist = false)
	private String message = "";

	/** Images that were left out, and why. */
	private final Map<String, String> leftOut = new LinkedHashMap<>();

	@Override
	void prepare() {
		changed();
	}

	@Override
	String describe() throws IOException {
		Threads.parse(threads);
		final Device wanted = Device.parse(device);
		options();
		if (contenders().stream().anyMatch(each -> !(each.outline() instanceof Baseline))) ExpectedDevice.of(wanted); // or refuse
		return "Compares " + contenders().stream().map(each -> each.name() + " (" + each.outline().kind() + ")").collect(Collectors
			.joining(", ")) + " on " + Given.folder("hr", hr, "images").getName() + ", with " + lrImages() + ".";
	}

	@Override
	void execute() throws IOException {
		final int count = Threads.parse(threads);
		final Device wanted = Device.parse(device);
		final EvaluationOptions options = options();
		final List<Contender> contenders = contenders();
		if (output != null) WholeFile.check(output.toPath());
		final EvaluationImages images = EvaluationImages.of(Given.folder("hr", hr, "images"), lr);
		final EvaluationTable table = withThreads(count, () -> evaluate(contenders, images, options, new EngineOnDemand(
			() -> engine(count, wanted))));
		if (output != null) WholeFile.write(output.toPath(), part -> Files.write(part, table.toCsv()));
		EvaluationRows.add(table);
		report(table.toMarkdown() + "\n" + table.images() + (table.images() == 1 ? " image, " : " images, ") + convention() + leftOut
			.values().stream().map(reason -> "\nLeft out: " + reason).collect(Collectors.joining()));
	}

	private EvaluationTable evaluate(final List<Contender> contenders, final EvaluationImages images,
		final EvaluationOptions options, final Supplier<Engine> engine) throws IOException
	{
		final Progress progress = progress();
		// what a single image says of its windows would come between the images
		final Evaluation evaluation = new Evaluation(options, upscaler -> upscaler.engine(engine).progress(progress.silent()));
		final EvaluationTable table = new EvaluationTable();
		leftOut.clear();
		int done = 0;
		for (final Contender contender : contenders) {
			final Method method = Methods.standard().open(contender.outline().name(), engine);
			for (int i = 0; i < images.size(); i++) {
				for (final EvaluationImage image : images.read(i)) {
					progress.checkCancelled();
					progress.update("Evaluating " + contender.name() + " on " + image.name(), done,
						(long) contenders.size() * images.size());
					score(evaluation, method, contender, image, table);
				}
				done++;
			}
		}
		leftOut.keySet().forEach(table::remove);
		if (table.isEmpty()) throw new IllegalArgumentException(leftOut.values().iterator().next());
		return table;
	}

	/** An image that one method cannot be measured on is left out for all, so that their means are of the same images. */
	private void score(final Evaluation evaluation, final Method method, final Contender contender, final EvaluationImage image,
		final EvaluationTable table)
	{
		if (leftOut.containsKey(image.name())) return;
		try {
			final Score score = evaluation.score(method, contender.ensemble(), image);
			if (Double.isNaN(score.psnr())) throw new IllegalArgumentException(contender.name() + " on " + image.name() +
				": pixels are NaN, so there is no PSNR.");
			table.add(score.of(contender.name()));
		}
		catch (final IllegalArgumentException e) {
			leftOut.put(image.name(), e.getMessage());
		}
	}

	/** What is to be compared; a folder of LR images fits one scale. */
	private List<Contender> contenders() throws IOException {
		final Methods all = Methods.standard();
		final List<Contender> contenders = new ArrayList<>();
		for (final String name : names())
			contenders.add(Contender.of(name, all));
		final List<Integer> scales = contenders.stream().map(each -> each.outline().scale()).distinct().toList();
		if (Given.folder("lr", lr, "images") != null && scales.size() > 1)
			throw new IllegalArgumentException("The models have the scales " + scales + ", but the images of lr fit only one. " +
				"Name models of one scale, or leave lr out.");
		return contenders;
	}

	private List<String> names() throws IOException {
		final List<String> names = Given.names(models);
		if (names.isEmpty())
			throw new IllegalArgumentException("models is \"" + models + "\", but must name one or more with commas between. " +
				"There are " +
				String.join(", ", Methods.standard().names()) + ".");
		return names;
	}

	private EvaluationOptions options() {
		return new EvaluationOptions(Range.parse(range), border(), Channels.parse(channels));
	}

	private int border() {
		if (border.equals(AUTO)) return EvaluationOptions.SCALE;
		if (border.matches("\\d{1,9}")) return Integer.parseInt(border);
		throw new IllegalArgumentException("border is \"" + border + "\", but must be a whole number from 0 on, or auto.");
	}

	private String convention() {
		return "channels " + channels + ", border " + (border.equals(AUTO) ? "as the scale" : border) + ", range " +
			(range.equals(AUTO) ? "255" : range) + ", " + lrImages() + "; consistency: the result shrunk again, against the LR image";
	}

	private String lrImages() {
		return "LR images " + (lr == null ? "made by MATLAB's bicubic" : "of " + lr.getName());
	}
}
