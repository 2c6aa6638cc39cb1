package sc.fiji.superres.imagej;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileInfo;
import ij.io.FileOpener;
import ij.io.RoiDecoder;
import ij.process.ImageProcessor;

/**
 * The image of a TIFF file whose planes stay there: in all else as ImageJ's Opener makes it, some of which ImageJ's own
 * virtual stacks lose. ImageJ reads the first plane and what it knows of it; this does what it does for stacks only.
 */
final class VirtualTiff {

	private VirtualTiff() {}

	static ImagePlus image(final TiffPlanes planes) throws IOException {
		try {
			return make(planes);
		}
		catch (final UncheckedIOException e) {
			throw e.getCause();
		}
	}

	private static ImagePlus make(final TiffPlanes planes) throws IOException {
		final FileInfo info = planes.first();
		info.nImages = 1;
		info.stripOffsets = null;
		info.sliceLabels = null;
		info.plot = null; // of single images
		final FileOpener opener = new FileOpener(info);
		final ImagePlus first = opener.openImage();
		if (first == null) throw new IOException("ImageJ's reader returned no image");
		final PlaneStack stack = new PlaneStack(first.getWidth(), first.getHeight(), planes.size(), first.getBitDepth(), planes);
		stack.setColorModel(opener.createColorModel(info));
		final ImagePlus image = new ImagePlus(first.getTitle(), stack);
		if (info.info != null) image.setProperty("Info", info.info);
		if (planes.isOneBlock()) addExtras(planes.first(), first, image);
		image.setFileInfo(fileInfo(info, planes));
		image.setCalibration(first.getLocalCalibration());
		copyRange(first.getProcessor(), image.getProcessor());
		if (first.getType() == ImagePlus.COLOR_256) image.setTypeToColor256();
		final Properties description = opener.decodeDescriptionString(planes.first());
		if (description != null) setDimensions(image, description);
		if (planes.isOneBlock() && image.getProcessor().getMin() == image.getProcessor().getMax()) setStackRange(image);
		return planes.hasOneDirectory() || !planes.isOneBlock() ? composite(image, info.description) : image;
	}

	/** What ImageJ leaves out where the planes are scattered. */
	private static void addExtras(final FileInfo info, final ImagePlus first, final ImagePlus image) {
		final String[] labels = info.sliceLabels;
		for (int i = 0; labels != null && labels.length <= image.getStackSize() && i < labels.length; i++)
			image.getImageStack().setSliceLabel(labels[i], i + 1);
		if (info.roi != null) image.setRoi(RoiDecoder.openFromByteArray(info.roi));
		image.setOverlay(first.getOverlay());
		if (info.properties != null) image.setProperties(info.properties);
	}

	private static FileInfo fileInfo(final FileInfo used, final TiffPlanes planes) {
		final FileInfo original = planes.first();
		used.stripOffsets = original.stripOffsets;
		used.sliceLabels = original.sliceLabels;
		used.plot = original.plot;
		if (planes.isOneBlock()) used.nImages = planes.size();
		return used;
	}

	private static void copyRange(final ImageProcessor from, final ImageProcessor to) {
		if (from.getMin() != to.getMin() || from.getMax() != to.getMax()) to.setMinAndMax(from.getMin(), from.getMax());
	}

	private static void setDimensions(final ImagePlus image, final Properties description) {
		final int[] dimensions = TiffSize.dimensions(description, image.getStackSize());
		if (dimensions == null) return;
		image.setDimensions(dimensions[0], dimensions[1], dimensions[2]);
		if ("true".equals(description.getProperty("hyperstack"))) image.setOpenAsHyperStack(true);
	}

	/** That of all planes, where the first one is blank. */
	private static void setStackRange(final ImagePlus image) {
		final ImageStack stack = image.getStack();
		double min = Double.MAX_VALUE;
		double max = -Double.MAX_VALUE;
		for (int i = 1; i <= stack.size(); i++) {
			final ImageProcessor plane = stack.getProcessor(i);
			plane.resetMinAndMax();
			min = Math.min(min, plane.getMin());
			max = Math.max(max, plane.getMax());
		}
		image.getProcessor().setMinAndMax(min, max);
	}

	private static ImagePlus composite(final ImagePlus image, final String description) {
		final String text = description == null ? "" : description;
		if (image.getNChannels() < 2 || image.getBitDepth() == 24) return image;
		if (!image.getOpenAsHyperStack() && !text.contains("mode=")) return image;
		final int mode = text.contains("mode=composite") ? IJ.COMPOSITE : text.contains("mode=gray") ? IJ.GRAYSCALE : IJ.COLOR;
		return new CompositeImage(image, mode);
	}
}
