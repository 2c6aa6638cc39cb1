package sc.fiji.superres.imagej;

import java.io.IOException;
import java.io.UncheckedIOException;

import ij.ImagePlus;
import ij.ImageStack;
import ij.VirtualStack;
import ij.io.FileInfo;
import ij.io.FileSaver;
import ij.io.RoiEncoder;
import ij.process.ImageProcessor;
import ij.process.LUT;

/**
 * What ImageJ's TIFF writer is told of an image: all that its FileSaver tells it, and the LUTs of channels that are shown
 * grey.
 */
final class TiffInfo {

	private TiffInfo() {}

	static FileInfo of(final ImagePlus image) throws IOException {
		final FileInfo info = image.getFileInfo();
		info.description = new FileSaver(image).getDescriptionString();
		info.info = image.getInfoProperty();
		info.properties = image.getPropertiesAsArray();
		info.overlay = FileSaver.getOverlay(image);
		info.roi = RoiEncoder.saveAsByteArray(image.getRoi());
		if (image.hasImageStack()) info.sliceLabels = labels(image.getImageStack());
		if (info.nImages > 1 && image.getImageStack().isVirtual()) readVirtual(image, info);
		if (info.nImages > 1 && image.isComposite()) keepChannels(image.getLuts(), info);
		return info;
	}

	private static String[] labels(final ImageStack stack) {
		final String[] labels = new String[stack.size()];
		for (int i = 0; i < labels.length; i++)
			labels[i] = stack.getSliceLabel(i + 1);
		return labels;
	}

	private static void keepChannels(final LUT[] luts, final FileInfo info) {
		info.displayRanges = new double[2 * luts.length];
		info.channelLuts = new byte[luts.length][];
		for (int i = 0; i < luts.length; i++) {
			info.displayRanges[2 * i] = luts[i].min;
			info.displayRanges[2 * i + 1] = luts[i].max;
			info.channelLuts[i] = luts[i].getBytes();
			if (info.channelLuts[i] == null) info.channelLuts[i] = new byte[0]; // not of 256 colours, which ImageJ does not save
		}
	}

	/** Planes are read while they are written, and those that cannot be read are errors. */
	private static void readVirtual(final ImagePlus image, final FileInfo info) throws IOException {
		final PlanePixels pixels = PlanePixels.of(image);
		if (info.fileType == FileInfo.RGB48) { // three planes in one, which the writer takes from memory only
			info.pixels = new Object[] { pixels.read(1), pixels.read(2), pixels.read(3) };
			return;
		}
		info.pixels = null;
		info.virtualStack = new VirtualStack(image.getWidth(), image.getHeight()) {

			@Override
			public ImageProcessor getProcessor(final int index) {
				try {
					return Planes.processor(Planes.wrap(pixels.read(index), info.width, info.height));
				}
				catch (final IOException e) {
					throw new UncheckedIOException(e);
				}
			}
		};
	}
}
