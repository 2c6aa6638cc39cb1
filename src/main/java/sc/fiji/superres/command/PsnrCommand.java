package sc.fiji.superres.command;

import ij.ImagePlus;
import ij.measure.ResultsTable;

import java.io.IOException;
import java.util.Locale;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import sc.fiji.superres.imagej.Planes;
import sc.fiji.superres.metric.Channels;
import sc.fiji.superres.metric.Psnr;
import sc.fiji.superres.metric.PsnrOptions;
import sc.fiji.superres.metric.PsnrResult;
import sc.fiji.superres.metric.Range;

/** Measures the peak signal-to-noise ratio of an image against its reference. */
@Plugin(type = Command.class, name = "psnr", menuPath = "Plugins>Super-Resolution>Measure PSNR...",
	description = "Measures the peak signal-to-noise ratio (PSNR) of an image against its reference.", headless = true)
public final class PsnrCommand extends SuperResolutionCommand {

	@Parameter(description = "the true image", persist = false)
	private ImagePlus reference;

	@Parameter(description = "the image to judge, of the same size and type", persist = false)
	private ImagePlus test;

	@Parameter(description = "peak value: auto (255, for 8-bit and RGB only), type (range of the pixel type), reference (range of " +
		"the reference's values), or a number above 0", required = false, persist = false)
	private String range = "auto";

	@Parameter(description = "pixels left out at each side", min = "0", required = false, persist = false)
	private int border = 0;

	@Parameter(description = "channels of a colour image: each (mean of their PSNR), joint (one error of all), or y (luma)", choices = {
		"each", "joint", "y" }, required = false, persist = false)
	private String channels = "joint";

	private String report;

	@Override
	void execute() throws IOException {
		final PsnrOptions options = new PsnrOptions(Range.parse(range), border, Channels.parse(channels));
		final PsnrResult result = Psnr.of(options).compute(Planes.of(reference), Planes.of(test));
		report = String.format(Locale.ROOT, "%.6f dB PSNR (%s)", result.psnr(), result.convention());
		addToResults(result);
	}

	private void addToResults(final PsnrResult result) {
		final ResultsTable table = ResultsTable.getResultsTable();
		table.setNaNEmptyCells(true); // a channel that was not measured is not 0 dB
		table.incrementCounter();
		table.addValue("Reference", reference.getTitle());
		table.addValue("Test", test.getTitle());
		table.addValue("PSNR", result.psnr());
		if (result.channels().size() > 1)
			result.channels().forEach(channel -> table.addValue("PSNR_" + channel.name(), channel.psnr()));
		table.addValue("Convention", result.convention());
		table.show("Results");
	}

	@Override
	public String report() {
		return report;
	}
}
