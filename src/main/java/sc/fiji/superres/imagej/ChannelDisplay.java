package sc.fiji.superres.imagej;

import java.util.List;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.process.LUT;

/**
 * How an image shows its channels: LUTs with display ranges, mode, and which are active.
 */
final class ChannelDisplay {

	/** A composite's one for each channel that was chosen, else one for all; none for RGB. */
	private final LUT[] luts;
	/** COMPOSITE, COLOR or GRAYSCALE; 0 for an image that is not composite. */
	private final int mode;
	private final boolean[] active;

	private ChannelDisplay(final LUT[] luts, final int mode, final boolean[] active) {
		this.luts = luts;
		this.mode = mode;
		this.active = active;
	}

	/** @param channels those that are wanted, from 1 */
	static ChannelDisplay of(final ImagePlus image, final List<Integer> channels) {
		if (!image.isComposite()) return new ChannelDisplay(image.getLuts(), 0, null);
		final LUT[] all = image.getLuts();
		final boolean[] allActive = ((CompositeImage) image).getActiveChannels();
		final LUT[] luts = new LUT[channels.size()];
		final boolean[] active = new boolean[channels.size()];
		for (int i = 0; i < luts.length; i++) {
			final int channel = channels.get(i) - 1;
			luts[i] = all[channel];
			active[i] = channel >= allActive.length || allActive[channel];
		}
		return new ChannelDisplay(luts, image.getCompositeMode(), active);
	}

	/** The same image, or a composite of it, with LUTs, display ranges and active channels. */
	ImagePlus apply(final ImagePlus image) {
		// ImageJ does not save the LUT of a composite with one channel, and shows it in the same way without.
		return mode != 0 && luts.length > 1 ? composite(image) : image;
	}

	private ImagePlus composite(final ImagePlus image) {
		final CompositeImage composite = new CompositeImage(image, mode);
		composite.setLuts(luts);
		for (int i = 0; mode == IJ.COMPOSITE && i < active.length; i++)
			composite.getActiveChannels()[i] = active[i];
		return composite;
	}

	/** Gives the plane that is shown its LUT and display range; a composite would wait until it is drawn. */
	void show(final ImagePlus image) {
		if (luts.length == 0 || image.getBitDepth() == 24) return;
		final LUT lut = luts[image.isComposite() ? image.getChannel() - 1 : 0];
		if (mode != IJ.GRAYSCALE) image.getProcessor().setLut(lut);
		if (lut.min != 0 || lut.max != 0) image.setDisplayRange(lut.min, lut.max);
	}
}
