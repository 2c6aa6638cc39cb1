package sc.fiji.superres.command;

import java.io.IOException;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.LUT;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import sc.fiji.superres.imagej.Planes;
import sc.fiji.superres.imagej.ResultSize;
import sc.fiji.superres.sample.CellImage;
import sc.fiji.superres.sample.Stain;

/** Draws the sample, to try the other commands on, and its truth, to measure their results against. */
@Plugin(type = Command.class, name = "sample", menuPath = "Plugins>Super-Resolution>Super-Resolution Sample",
	description = "Draws a synthetic microscope image of cells, and the truth of twice its resolution.",
	initializer = SuperResolutionCommand.INIT, headless = true)
public final class SampleCommand extends SuperResolutionCommand {

	private static final String TITLE = "Super-Resolution Sample";

	// before the sample: the last output becomes the current image
	@Parameter(type = ItemIO.OUTPUT, description = "the truth: the sample before it was shrunk, twice as large",
		required = false)
	private ImagePlus reference;

	@Parameter(type = ItemIO.OUTPUT, description = "the sample: cells in three channels, 8-bit")
	private ImagePlus output;

	@Override
	void execute() throws IOException {
		final int side = CellImage.SIDE;
		plan("reference", new ResultSize(side, side, Stain.values().length, 8));
		plan("output", new ResultSize(side / CellImage.SCALE, side / CellImage.SCALE, Stain.values().length, 8));
		final CellImage truth = CellImage.draw(CellImage.SEED);
		final String title = TITLE + " (truth)";
		reference = image(title, truth, CellImage.PIXEL_SIZE, "none: this is the truth of \"" + TITLE + "\"");
		output = image(TITLE, truth.shrink(), CellImage.SCALE * CellImage.PIXEL_SIZE, "\"" + title + "\" shrunk by " +
			CellImage.SCALE + " with MATLAB's bicubic imresize, antialiased and rounded; no noise added");
	}

	/** @param pixelSize in micrometres */
	private static ImagePlus image(final String title, final CellImage cells, final double pixelSize,
		final String degradation)
	{
		final Stain[] stains = Stain.values();
		final ImageStack stack = new ImageStack();
		final LUT[] luts = new LUT[stains.length];
		for (final Stain stain : stains) {
			stack.addSlice(stain.label(), Planes.processor(cells.channel(stain)));
			luts[stain.ordinal()] = lut(stain);
		}
		final ImagePlus planes = new ImagePlus(title, stack);
		planes.setDimensions(stains.length, 1, 1);
		final CompositeImage image = new CompositeImage(planes, CompositeImage.COMPOSITE);
		image.setLuts(luts);
		image.setIgnoreGlobalCalibration(true);
		final Calibration calibration = new Calibration();
		calibration.pixelWidth = pixelSize;
		calibration.pixelHeight = pixelSize;
		calibration.setUnit("µm");
		image.setCalibration(calibration);
		image.setProperty("Info", "sample: synthetic, drawn by a program as a fluorescence microscope shows cells; " +
			"no real cells\nseed: " + CellImage.SEED + "\ndegradation: " + degradation + "\n");
		return image;
	}

	/** From black to the colour of the stain; the display range is that of 8 bits. */
	private static LUT lut(final Stain stain) {
		final LUT lut = new LUT(ramp(stain.red()), ramp(stain.green()), ramp(stain.blue()));
		lut.min = 0;
		lut.max = 255;
		return lut;
	}

	private static byte[] ramp(final int brightest) {
		final byte[] ramp = new byte[256];
		for (int i = 0; i < ramp.length; i++)
			ramp[i] = (byte) (i * brightest / 255);
		return ramp;
	}
}
