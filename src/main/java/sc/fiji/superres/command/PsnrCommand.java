package sc.fiji.superres.command;

import ij.ImagePlus;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import sc.fiji.superres.engine.Progress;
import sc.fiji.superres.imagej.ImageInUse;
import sc.fiji.superres.imagej.ResultSize;
import sc.fiji.superres.metric.Channels;
import sc.fiji.superres.metric.ErrorMap;
import sc.fiji.superres.metric.MetricOptions;
import sc.fiji.superres.metric.PsnrResult;
import sc.fiji.superres.metric.PsnrSeries;
import sc.fiji.superres.metric.PsnrSummary;
import sc.fiji.superres.metric.Range;

/** Measures the peak signal-to-noise ratio of an image, plane by plane, against its reference. */
@Plugin(type = Command.class, name = "psnr", menuPath = "Plugins>Super-Resolution>Measure PSNR...",
	description = "Measures the peak signal-to-noise ratio (PSNR) of an image against its reference.",
	initializer = SuperResolutionCommand.INIT, headless = true)
public final class PsnrCommand extends SuperResolutionCommand {

	@Parameter(label = "Reference", description = "the true image: a plane or a stack, compared plane by plane", persist = false,
		callback = CHANGED)
	private ImagePlus reference;

	@Parameter(label = "Test", description = "the image to judge, of the same size, type and numbers of channels, slices " +
		"and frames",
		persist = false, callback = CHANGED)
	private ImagePlus test;

	@Parameter(label = "Range", description = "peak value: auto (255, for 8-bit and RGB only), type (range of the pixel " +
		"type), reference (range of all values of the reference), or a number above " +
		"0", required = false, persist = false, callback = CHANGED)
	private String range = "auto";

	@Parameter(label = "Border", description = "pixels left out at each side", min = "0", required = false, persist = false,
		callback = CHANGED)
	private int border = 0;

	@Parameter(label = "Channels", description = "channels of a colour image: each (mean of their PSNR), joint (one error " +
		"of all), or y (luma)", choices = { "each", "joint", "y" }, required = false, persist = false, callback = CHANGED)
	private String channels = "joint";

	@Parameter(label = "Error map", description = "whether to make an image of the errors: test - reference as 32-bit; of " +
		"RGB the difference of luma where channels is y, else the root mean square over R, G and " +
		"B", required = false, persist = false,
		callback = CHANGED)
	private boolean error_map = false;

	@Parameter(label = " ", description = "what will happen", visibility = ItemVisibility.MESSAGE, required = false,
		persist = false)
	private String message = "";

	@Parameter(type = ItemIO.OUTPUT, description = "the error map", required = false, attrs = @Attr(
		name = Outputs.MADE_IF, value = "error_map"))
	private ImagePlus output;

	/** The current image is the one to judge, another one of its size the reference, where the dialog can show it so. */
	@Override
	void prepare() {
		final List<ImagePlus> images = new Host(context()).isImageJ2() ? Host.firstListed() : Host.openImages();
		if (test == null && !images.isEmpty()) test = images.get(0);
		if (reference == null) reference = images.stream().filter(image -> image != test).min(Comparator.comparing(image -> image
			.getWidth() != test.getWidth() || image.getHeight() != test.getHeight())).orElse(test);
		changed();
	}

	@Override
	String describe() throws IOException {
		final ComparedPlanes pair = new ComparedPlanes(reference, test);
		if (!pair.isVirtual()) PsnrSeries.of(options()).check(pair.reference(0), pair.test(0));
		if (reference == test) return "The reference is the test image itself. Choose two images.";
		return "Compares " + new ResultSize(reference.getWidth(), reference.getHeight(), pair.size(), reference.getBitDepth()) +
			(error_map ? String.format(Locale.ROOT, "; the error map takes %.2f MB.", errorMapSize().bytes() / 1e6) : ".");
	}

	private MetricOptions options() {
		return new MetricOptions(Range.parse(range), border, Channels.parse(channels));
	}

	@Override
	void execute() throws IOException {
		try (ImageInUse use = ImageInUse.of(reference, test)) {
			measure(whileOpen(use));
		}
	}

	private void measure(final Progress progress) throws IOException {
		final MetricOptions options = options();
		final ComparedPlanes pair = new ComparedPlanes(reference, test);
		if (error_map) plan("output", errorMapSize());
		final MapImage map = error_map ? errorMap() : null;
		final List<PsnrResult> planes = new PsnrMeasurement(options, progress).measure(pair, map);
		report(planes.size() == 1 ? text(planes.get(0)) : text(PsnrSummary.of(planes)));
		new PsnrRows(reference.getTitle(), test.getTitle()).add(pair, planes);
		if (map != null) output = map.image(info(ErrorMap.of(options).meaning(planes.get(0).isColour())));
	}

	private ResultSize errorMapSize() {
		return MapImage.size(test.getWidth(), test.getHeight(), test.getStackSize());
	}

	private MapImage errorMap() {
		errorMapSize().check();
		return new MapImage(test, "error map", 1, true);
	}

	private String info(final String meaning) {
		return "error map: " + meaning + "\nreference: " + reference.getTitle() + "\ntest: " + test.getTitle() + "\npsnr: " +
			report() + "\n";
	}

	private static String text(final PsnrResult plane) {
		return String.format(Locale.ROOT, "%.6f dB PSNR (%s)", plane.psnr(), plane.convention());
	}

	private static String text(final PsnrSummary stack) {
		final double deviation = stack.psnr().standardDeviation();
		return String.format(Locale.ROOT, "%.6f dB PSNR (%s%s; %.6f dB by one MSE of all planes; %s)", stack.psnr().mean(), stack
			.averaging(), Double.isNaN(deviation) ? "" : String.format(Locale.ROOT, ", standard deviation %.2f", deviation), stack
				.pooled().psnr(), stack.planeConvention());
	}
}
