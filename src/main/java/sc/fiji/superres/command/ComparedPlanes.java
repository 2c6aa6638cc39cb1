package sc.fiji.superres.command;

import ij.ImagePlus;

import java.io.IOException;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.NumericType;

import sc.fiji.superres.imagej.ImagePlanes;

/** The planes of two images that are compared, in ImageJ's order: channels change fastest, then slices, then frames. */
final class ComparedPlanes {

	/** Where a plane lies in its stack, from 1 on. */
	record Position(int channel, int slice, int frame) {}

	private final ImagePlanes reference;
	private final ImagePlanes test;
	private final int channels;
	private final int slices;
	private final boolean virtual;

	/** @throws IllegalArgumentException if one image is missing, or their channels, slices or frames differ in number */
	ComparedPlanes(final ImagePlus reference, final ImagePlus test) {
		this.reference = ImagePlanes.of(reference);
		this.test = ImagePlanes.of(test);
		channels = reference.getNChannels();
		slices = reference.getNSlices();
		virtual = reference.getImageStack().isVirtual() || test.getImageStack().isVirtual();
		if (channels != test.getNChannels() || slices != test.getNSlices() || reference.getNFrames() != test.getNFrames())
			throw new IllegalArgumentException("The reference has " + structure(reference) + " and the test image " +
				structure(test) + "; both must have the same. Set them in Image > Properties..., or take the same planes out of both.");
	}

	private static String structure(final ImagePlus image) {
		return count(image.getNChannels(), "channel") + ", " + count(image.getNSlices(), "slice") + ", " +
			count(image.getNFrames(), "frame");
	}

	private static String count(final int number, final String noun) {
		return number + " " + noun + (number == 1 ? "" : "s");
	}

	/** Whether to look at a plane is to read it from a file. */
	boolean isVirtual() {
		return virtual;
	}

	int size() {
		return reference.size();
	}

	int channels() {
		return channels;
	}

	/** @param index of a plane, from 0 on */
	Position position(final int index) {
		return new Position(index % channels + 1, index / channels % slices + 1, index / channels / slices + 1);
	}

	RandomAccessibleInterval<? extends NumericType<?>> reference(final int index) throws IOException {
		return reference.plane(index);
	}

	RandomAccessibleInterval<? extends NumericType<?>> test(final int index) throws IOException {
		return test.plane(index);
	}
}
